"""The portal as a real browser meets it, over HTTP, and a line to it that can be cut."""

from contextlib import contextmanager
from threading import Lock

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test.testcases import LiveServerThread, QuietWSGIRequestHandler

SENDS_AGAIN = 45_000  # ms: the entrance tries every twenty seconds, also where it is not told that the line is back


class OneAtATime(StaticFilesHandler):
    """SQLite in memory has one connection for all threads, so requests take turns."""

    turn = Lock()

    def __call__(self, environ, start_response):
        with self.turn:
            return super().__call__(environ, start_response)


class Line(QuietWSGIRequestHandler):
    """Answers nothing while the line is cut, not even that there is nothing."""

    is_cut = False

    def parse_request(self):
        if self.is_cut:
            self.close_connection = True
            return False
        return super().parse_request()


class ThreadWithALine(LiveServerThread):
    def _create_server(self, connections_override=None):
        server = super()._create_server(connections_override)
        server.RequestHandlerClass = Line
        return server


@contextmanager
def line_cut(phone):
    """The phone knows that it has no line, and the portal does not answer: what the browser says of itself reaches a
    page that is loaded anew, or its worker, a moment late."""
    Line.is_cut = True
    phone.set_offline(True)
    try:
        yield
    finally:
        Line.is_cut = False
        phone.set_offline(False)


class Server:
    def __init__(self):
        self.shared = {c.alias: c for c in connections.all() if c.vendor == "sqlite" and c.is_in_memory_db()}
        self.thread = ThreadWithALine("localhost", OneAtATime, connections_override=self.shared)
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
