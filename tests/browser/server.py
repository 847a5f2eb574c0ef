"""The portal as a real browser meets it, over HTTP, and a line to it that can be cut."""

from contextlib import ExitStack, contextmanager
from threading import RLock

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.db.transaction import Atomic
from django.test.testcases import LiveServerThread, QuietWSGIRequestHandler

SENDS_AGAIN = 45_000  # ms: the entrance tries every twenty seconds, also where it is not told that the line is back


class OneAtATime(StaticFilesHandler):
    """SQLite in memory has one connection for all threads, so requests take turns; the test waits for its own, because
    an open page asks by itself now and then."""

    turn = RLock()

    def __call__(self, environ, start_response):
        with self.turn:
            return super().__call__(environ, start_response)


def in_turn(execute, *args):
    with OneAtATime.turn:
        return execute(*args)


@contextmanager
def transactions_in_turn():
    begin, end = Atomic.__enter__, Atomic.__exit__

    def begin_in_turn(block):
        OneAtATime.turn.acquire()
        try:
            return begin(block)
        except BaseException:
            OneAtATime.turn.release()
            raise

    def end_in_turn(block, *error):
        try:
            return end(block, *error)
        finally:
            OneAtATime.turn.release()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Atomic, "__enter__", begin_in_turn)
        patch.setattr(Atomic, "__exit__", end_in_turn)
        yield


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
        self.turns = ExitStack()

    def __enter__(self):
        if self.shared:
            self.turns.enter_context(transactions_in_turn())
        for connection in self.shared.values():
            connection.inc_thread_sharing()
            self.turns.enter_context(connection.execute_wrapper(in_turn))
        self.thread.start()
        self.thread.is_ready.wait()
        if self.thread.error:
            raise self.thread.error
        return f"http://localhost:{self.thread.port}"

    def __exit__(self, *_error):
        self.thread.terminate()
        self.turns.close()
        for connection in self.shared.values():
            connection.dec_thread_sharing()
