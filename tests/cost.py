"""What a page costs, whatever the machine: queries, repeated query shapes, Python calls, bytes."""

import cProfile
import gzip
import pstats
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection
from django.template import Template
from django.test.utils import CaptureQueriesContext, _TestState

from core import rendered


@dataclass
class Cost:
    queries: list[str]
    html_gz: int

    @property
    def repeated(self) -> list[str]:
        shapes = Counter(_shape(sql) for sql in self.queries)
        return [shape for shape, times in shapes.items() if times > 1]

    @property
    def writes(self) -> list[str]:
        return [sql for sql in self.queries if not sql.lstrip("( \n").upper().startswith("SELECT")]


def cost_of(client, url: str) -> Cost:
    """The process is warm (templates, URL patterns, written SQL), every cache is cold and no piece remembered."""
    warm = client.get(url)
    assert warm.status_code == 200, (url, warm.status_code)
    forget_everything()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    return Cost([query["sql"] for query in captured.captured_queries], len(gzip.compress(response.content)))


def calls_for(client, url: str) -> int:
    """Calls of Python functions, once `cost_of` has warmed the process up."""
    forget_everything()
    with as_served():
        return calls_of(client.get, url)


def calls_of(function, *arguments) -> int:
    """Work that is the same on every machine, and does not grow when others work beside it."""
    profile = cProfile.Profile()
    profile.runcall(function, *arguments)
    return pstats.Stats(profile).total_calls


def forget_everything() -> None:
    cache.clear()
    rendered._render.cache_clear()


@contextmanager
def as_served():
    """Templates without the test runner's listener, which copies the context of each of them."""
    listening, Template._render = Template._render, _TestState.saved_data.template_render
    try:
        yield
    finally:
        Template._render = listening


def _shape(sql: str) -> str:
    sql = re.sub(r"'(?:[^']|'')*'", "?", sql)
    sql = re.sub(r"\b\d+\b", "?", sql)
    return re.sub(r"\((?:\?(?:, )?)+\)", "(?)", sql)
