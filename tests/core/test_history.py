"""What the history of a page or a record shows."""

from uuid import uuid4

import pytest
from django.urls import reverse
from wagtail.log_actions import LogContext, log
from wagtail.models import PageLogEntry

from members.admission import admit
from news.models import NewsroomPage
from tests.factories.members import make_organization
from tests.factories.news import make_news
from tests.factories.offers import make_offer

pytestmark = pytest.mark.django_db


def shown(client, page) -> list[str]:
    answer = client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    return [entry.action for entry in answer.context["object_list"]]


def test_of_pages_that_were_published_together_each_has_its_own(client, officer, newsroom):
    pages = [make_news(parent=newsroom, live=False) for _number in range(3)]
    client.force_login(officer)
    ids = "&".join(f"id={page.pk}" for page in pages)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?{ids}")
    assert [shown(client, page)[0] for page in pages] == ["wagtail.publish"] * 3


def test_both_newsrooms_of_who_is_let_in_have_one(client, officer):
    client.force_login(officer)
    with LogContext(user=officer):
        organization = admit(make_organization())
    for room in NewsroomPage.objects.filter(organization=organization):
        assert shown(client, room) == ["wagtail.publish", "wagtail.create"], room.locale


def test_records_that_were_published_together_too(client, officer):
    offers = [make_offer(live=False), make_offer(live=False)]
    client.force_login(officer)
    with LogContext(user=officer):
        for offer in offers:
            offer.save_revision().publish(user=officer)
    for offer in offers:
        history = reverse("wagtailsnippets_members_partneroffer:history", args=[offer.pk])
        assert "wagtail.publish" in [entry.action for entry in client.get(history).context["object_list"]]


def test_a_text_that_saves_itself_is_shown_once(client, officer, newsroom):
    page, same = make_news(parent=newsroom), uuid4()
    client.force_login(officer)
    for _time in range(3):
        log(page, "wagtail.edit", user=officer, uuid=same)
        same = PageLogEntry.objects.filter(page=page, action="wagtail.edit").latest("pk").uuid
    assert shown(client, page).count("wagtail.edit") == 1
