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
    calls: int
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
    queries = [query["sql"] for query in captured.captured_queries]
    forget_everything()
    profile = cProfile.Profile()
    with _as_served():
        profile.runcall(client.get, url)
    return Cost(
        queries,
        pstats.Stats(profile).total_calls,
        len(gzip.compress(response.content)),
    )


def forget_everything() -> None:
    cache.clear()
    rendered._render.cache_clear()


@contextmanager
def _as_served():
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
