"""Invisible characters that come along with pasted text stop no feed and no spreadsheet."""

import feedparser
import pytest
from django.test import Client
from django.urls import reverse

from news.models import NewsPage
from tests.factories.members import make_admin
from tests.factories.news import make_news
from tests.news.test_workflow import form_of

pytestmark = pytest.mark.django_db
TAB = "\x0b"


@pytest.fixture
def desk(homes):
    desk = Client()
    desk.force_login(make_admin())
    return desk


def test_they_are_left_out_of_what_an_editor_pastes(desk, newsroom, client):
    page = make_news("Обява", parent=newsroom)
    fields = {"title": f"Обява{TAB}за прием", "summary": f"Кратко{TAB}.", "action-publish": "1"}
    assert desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **fields)).status_code == 302
    assert NewsPage.objects.get(pk=page.pk).title == "Обяваза прием"
    feed = feedparser.parse(client.get("/novini/rss/").content)
    assert not feed.bozo and feed.entries[0].title == "Обяваза прием"


def test_a_sheet_holds_what_is_in_the_database_since_before(desk, newsroom):
    organization = newsroom.organization
    type(organization).objects.filter(pk=organization.pk).update(name_bg=f"МИГ{TAB} – Тунджа")
    answer = desk.get(reverse("wagtailsnippets_members_organization:list"), {"export": "xlsx"})
    assert answer.status_code == 200 and b"".join(answer.streaming_content)[:2] == b"PK"
