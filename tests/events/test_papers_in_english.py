"""Papers for guests from abroad: no Bulgarian word of ours is left on them, and moments are English."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from events.certificates.giving import give
from events.papers.certificate import certificate
from events.papers.poster import poster
from events.papers.programme import programme
from tests.events.day import register
from tests.factories.events import make_forum, make_part, make_registration
from tests.factories.members import make_editor

pytestmark = pytest.mark.django_db
CYRILLIC = re.compile(r"[А-я]{3,}")


def words(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def forum(homes, outbox):
    """Whatever may be written in English is."""
    english = {"place_en": "Event centre", "hall_en": "Large hall", "hints_en": "Bus 9:15", "for_whom_en": "LAGs"}
    forum = make_forum(slug="forum", summary_en="One example each.", text_en="<p>Text.</p>", **english)
    make_part(forum, "Форум", name_en="Forum")
    for item in forum.programme.all():
        item.title_en, item.speaker_en = "Item", "Mayor"
        item.save()
    return forum


def test_what_readers_download(forum):
    for paper in (poster, programme):
        said = words(paper(forum, "en"))
        left = [word for word in CYRILLIC.findall(said) if word not in forum.funding.sentence_bg + "Веселиново"]
        assert not left and "Event centre" in said, paper


@pytest.mark.parametrize("name, title", [("sheet", "Sign-in sheet"), ("badges", "Forum")])
def test_what_the_host_prints_for_guests_from_abroad(client, forum, name, title):
    make_registration(forum.parts.get(), "Mary Shelley", organization_name="LEADER France")
    client.force_login(make_editor(forum.organization))
    there = reverse(f"wagtailsnippets_events_event:{name}", args=[forum.pk])
    sent = {"columns": ["name", "organization", "signature"], "empty_rows": 1}
    english = words(client.post(there, sent | {"code": "en"}).content)
    assert title in english and "Mary Shelley" in english
    assert "Национален форум" not in english and "National forum" in english
    assert "Национален форум" in words(client.post(there, sent).content), "Bulgarian unless asked for"
    assert client.post(there, sent | {"code": "de"}).context["form"].errors["code"]


def test_the_certificate_is_in_the_language_of_the_registration(forum):
    register(forum, forum.parts.get(), "Mary Shelley", came=True, language="en")
    type(forum.parts.get()).objects.update(starts_at="2020-05-01T07:00Z", ends_at="2020-05-01T09:00Z")
    give(forum)
    said = words(certificate(forum.certificates.get()))
    assert "Certificate" in said and "Mary Shelley" in said and "for taking part in" in said
