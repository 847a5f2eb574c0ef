"""A document on its way to the reader: everybody's when something published refers to it, else its editors' alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import BasePage, PortalDocument
from members.enums import Membership
from members.models import Organization, Strategy
from tests.factories.core import make_document
from tests.factories.members import make_admin, make_editor, make_organization, make_user
from tests.factories.news import make_news

from .files import office, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]
SECRET = b"zebra-secret-7341"


def show(document, **fields):
    """An article that offers the document."""
    return make_news(body=[("document", {"document": document, "title": ""})], **fields)


def read(client, document, **headers) -> bytes | None:
    """What comes; None for a refusal."""
    answer = client.get(document.url, **headers)
    return b"".join(answer.streaming_content) if answer.status_code == 200 else None


@pytest.mark.parametrize(
    ("name", "content", "disposition"),
    [("Покана за среща.docx", office(), "attachment"), ("Покана.pdf", pdf(), "inline")],
)
def test_it_comes_as_what_it_is_and_runs_nothing(client, homes, name, content, disposition):
    document = make_document(content=content, name=name)
    show(document)
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == content
    header = answer.headers["Content-Disposition"]
    assert header.startswith(f"{disposition}; filename=")
    assert header.isascii()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert "Cookie" not in answer.headers.get("Vary", "") and not answer.cookies


def test_one_that_is_gone_is_a_page_not_found(client, homes):
    document = make_document()
    show(document)
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404
    assert PortalDocument.objects.exists()


@pytest.fixture
def document(newsroom):
    return make_document(content=SECRET, collection=newsroom.organization.collection)


def tomorrow():
    return timezone.now() + timedelta(days=1)


UNREAD = {
    "nothing": lambda document, newsroom: None,
    "a draft": lambda document, newsroom: show(document, parent=newsroom, live=False),
    "a new version of a published text": lambda document, newsroom: new_version(document, newsroom),
    "a text that comes tomorrow": lambda document, newsroom: show(
        document, parent=newsroom, live=False, go_live_at=tomorrow()
    ).save_revision().publish(),
    "a text that is over": lambda document, newsroom: show(document, parent=newsroom).unpublish(),
    "a text in the bin": lambda document, newsroom: put_away(show(document, parent=newsroom)),
    "a strategy that waits for its review": lambda document, newsroom: draft_strategy(document, newsroom.organization),
    "an applicant": lambda document, newsroom: applicant(document),
}  # fmt: skip


def new_version(document, newsroom):
    page = make_news(parent=newsroom)
    page.body = [("document", {"document": document, "title": ""})]
    page.save_revision()


def put_away(page):
    from core import bin

    bin.put(BasePage.objects.get(pk=page.pk), None)


def draft_strategy(document, organization):
    organization = Organization.objects.get(pk=organization.pk)
    organization.strategies.add(Strategy(document=document))
    organization.save_revision()
    return organization


def applicant(document):
    organization = draft_strategy(document, make_organization("Нова", "New", "nova"))
    organization.get_latest_revision().publish()
    Organization.objects.filter(pk=organization.pk).update(status=Membership.APPLICANT)


@pytest.mark.parametrize("where", UNREAD)
def test_what_nobody_reads_is_for_its_editors_alone(client, document, newsroom, editor, officer, where):
    UNREAD[where](document, newsroom)
    stranger = make_editor(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"), "popovo@example.org")
    etag = f'"{document.file_hash}"'
    assert read(client, document) is None
    for person in (make_user(), stranger):
        client.force_login(person)
        assert read(client, document) is None
        assert client.head(document.url).status_code == 404
        assert client.get(document.url, HTTP_RANGE="bytes=0-3").status_code == 404
        assert client.get(document.url, HTTP_IF_NONE_MATCH=etag).status_code == 404
    for person in (editor, officer, make_admin()):
        client.force_login(person)
        assert read(client, document) == SECRET
        assert "no-store" in client.get(document.url).headers["Cache-Control"]


def test_a_strategy_on_a_published_profile_is_everybodys(client, document, newsroom):
    draft_strategy(document, newsroom.organization).get_latest_revision().publish()
    assert read(client, document) == SECRET


def test_a_link_in_a_text_counts(client, document, newsroom):
    make_news(parent=newsroom, body=[("text", f'<p><a linktype="document" id="{document.pk}">Формуляр</a></p>')])
    assert read(client, document) == SECRET


def test_of_a_text_for_members_the_document_is_for_members(client, document, newsroom):
    page = show(document, parent=newsroom, audience="members")
    answer = client.get(document.url)
    assert answer.status_code == 302 and "/accounts/login/" in answer.url
    client.force_login(make_user())
    assert read(client, document) == SECRET
    assert "no-store" in client.get(document.url).headers["Cache-Control"]
    client.logout()
    page.audience = "public"
    page.save_revision().publish()
    assert read(client, document) == SECRET


def test_it_goes_with_the_text_that_offered_it(client, document, newsroom):
    page = show(document, parent=newsroom)
    assert read(client, document) == SECRET
    page.unpublish()
    assert read(client, document) is None
