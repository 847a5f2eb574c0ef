"""A portal in which something is found."""

import pytest

from core.site_map import forget
from search.rebuilding import rebuild


@pytest.fixture
def look(client, homes):
    """The titles of the first page for a query, after everything there is was written into the index."""

    def titles(query, prefix="", **more):
        return [hit.plain_title for hit in answer(query, prefix, **more).context["hits"]]

    def answer(query, prefix="", **more):
        rebuild()
        forget()
        response = client.get(f"{prefix}/tarsene/", {"q": query} | more)
        assert response.status_code == 200
        return response

    titles.answer = answer
    return titles
