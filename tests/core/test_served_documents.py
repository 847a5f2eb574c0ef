"""A document on its way to the reader."""

import pytest

from core.models import PortalDocument
from tests.factories.core import make_document

from .files import office, pdf


@pytest.mark.parametrize(
    ("name", "content", "disposition"),
    [("Покана за среща.docx", office(), "attachment"), ("Покана.pdf", pdf(), "inline")],
)
def test_it_comes_as_what_it_is_and_runs_nothing(client, homes, name, content, disposition):
    document = make_document(content=content, name=name)
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == content
    header = answer.headers["Content-Disposition"]
    assert header.startswith(f"{disposition}; filename=")
    assert header.isascii()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"


def test_one_that_is_gone_is_a_page_not_found(client, homes):
    document = make_document()
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404
    assert PortalDocument.objects.exists()
