"""The portal as a real browser meets it, over HTTP."""

from threading import Lock

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test.testcases import LiveServerThread


class OneAtATime(StaticFilesHandler):
    """SQLite in memory has one connection for all threads, so requests take turns."""

    turn = Lock()

    def __call__(self, environ, start_response):
        with self.turn:
            return super().__call__(environ, start_response)


class Server:
    def __init__(self):
        self.shared = {c.alias: c for c in connections.all() if c.vendor == "sqlite" and c.is_in_memory_db()}
        self.thread = LiveServerThread("localhost", OneAtATime, connections_override=self.shared)
        self.thread.daemon = True

    def __enter__(self):
        for connection in self.shared.values():
            connection.inc_thread_sharing()
        self.thread.start()
        self.thread.is_ready.wait()
        if self.thread.error:
            raise self.thread.error
        return f"http://localhost:{self.thread.port}"

    def __exit__(self, *_error):
        self.thread.terminate()
        for connection in self.shared.values():
            connection.dec_thread_sharing()
