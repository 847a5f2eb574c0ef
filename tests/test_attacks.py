"""What nobody sends by accident gets a plain refusal, never a broken page and nothing that is not for him."""

import json

import pytest
from wagtail.rich_text import expand_db_html

from core.models import ContactMessage
from core.rich_text import TidyRichTextArea
from home.models import ProjectPage
from tests.factories.core import make_document, make_role
from tests.factories.news import add, make_news

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "cursor",
    [
        "x_1",
        "2026-13-40T00:00:00%2B00:00_1",
        "2026-11-20T10:00:00_1",
        "2026-11-20T10:00:00%2B00:00_99999999999999999999",
        "2026-11-20T10:00:00%2B00:00_%D9%A1",
        "0001-01-01T00:00:00%2B14:00_1",
        "9999-12-31T23:59:59-14:00_1",
        "%ED%A0%80",
    ],
)
@pytest.mark.parametrize("way", ["before", "after"])
def test_a_place_in_a_list_that_cannot_be(client, homes, way, cursor):
    make_news()
    assert client.get(f"/novini/?{way}={cursor}").status_code == 404


def test_a_place_in_a_list_told_in_an_odd_time_zone(client, homes):
    news = make_news()
    answer = client.get("/novini/?before=2100-01-01T10:00:00%2B23:59:59_1")
    assert answer.status_code == 200 and news.title in answer.content.decode()


@pytest.mark.parametrize("path", ["/", "/novini/", "/accounts/login/", "/admin/"])
def test_a_nul_in_a_cookie(client, homes, path):
    answer = client.get(path, HTTP_COOKIE='sessionid="\\000\\000\\000\\000aaaaaaaa"')
    assert answer.status_code == 400 and "<h1" in answer.content.decode()


@pytest.mark.parametrize("number", ["²", "x", "99999999999999999999999"])
def test_a_message_of_the_office_that_has_no_number(client, officer, number):
    client.force_login(officer)
    ContactMessage.objects.create(role=make_role(), name="А", email="a@example.org", text="т", language="bg", key="k")
    assert client.get(f"/admin/core/contactmessage/inspect/{number}/").status_code == 404


def test_pressing_restore_tells_nobody_the_title_of_a_draft(client, editor):
    draft = make_news("Поверителна чернова", live=False)
    client.force_login(editor)
    assert client.post(f"/admin/bin/{draft.pk}/restore/").status_code == 302
    assert draft.title not in client.get("/admin/").content.decode()


def test_a_report_names_only_pages_that_are_hers(client, editor, officer, homes):
    add(ProjectPage(title="Поверителен проект", slug="poveritelen"), homes["bg"])
    found = {}
    for person in (editor, officer):
        client.force_login(person)
        sheet = client.get("/admin/reports/without_funding/?export=csv")
        found[person] = client.get("/admin/reports/without_funding/").content + b"".join(sheet.streaming_content)
    assert "Поверителен проект".encode() in found[officer]
    assert "Поверителен проект".encode() not in found[editor]


def saved(entity, **block) -> str:
    """What is stored of one paragraph that somebody sends past the editor."""
    linked = {"entityRanges": [{"offset": 0, "length": 4, "key": 0}], "inlineStyleRanges": []}
    first = {"key": "a", "text": "Вижте тук", "type": "unstyled", "depth": 0} | linked | block
    sent = json.dumps({"blocks": [first], "entityMap": {"0": entity}})
    return TidyRichTextArea(features=["bold", "link", "document-link"]).value_from_datadict({"t": sent}, {}, "t")


NOWHERE = [None, "abc", "²", "9" * 30, "-1", 1.5, True, {}, [1]]


@pytest.mark.parametrize("kind", ["LINK", "DOCUMENT", "EMBED", None])
@pytest.mark.parametrize("number", NOWHERE)
def test_a_link_to_a_number_that_cannot_be(kind, number):
    html = saved({"type": kind, "mutability": "MUTABLE", "data": {"id": number}})
    assert "Вижте тук" in expand_db_html(html) and "<a" not in html


@pytest.mark.parametrize("entity", [None, "x", {}, {"type": "LINK"}, {"type": "LINK", "data": {"url": 5}}])
def test_a_link_that_is_none(entity):
    assert "Вижте тук" in saved(entity)


@pytest.mark.parametrize("ranges", [None, "x", [5], [{}], [{"offset": -5, "length": 9, "style": "BOLD"}]])
def test_bold_that_is_none(ranges):
    html = saved(None, inlineStyleRanges=ranges, entityRanges=ranges)
    assert "Вижте тук" in html and "<b" not in html


def test_links_of_the_editor_stay(homes):
    document, news = make_document(), make_news()
    data = {"id": document.pk, "url": "/documents/1/", "filename": "a.pdf"}
    assert f'id="{document.pk}"' in saved({"type": "DOCUMENT", "mutability": "MUTABLE", "data": data})
    for number in (news.pk, str(news.pk)):
        assert f'id="{news.pk}"' in saved({"type": "LINK", "mutability": "MUTABLE", "data": {"id": number}})
    elsewhere = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org/"}}
    assert 'href="https://example.org/"' in saved(elsewhere)
