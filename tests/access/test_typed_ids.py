"""Ids typed into a form past the windows to choose from: nothing unpublished of others comes into one's own text."""

import json

import pytest
from django.urls import reverse

from core.forms.references import HIDDEN
from news.models import NewsPage
from tests.access.world import come_as
from tests.factories.news import make_news
from tests.factories.organization_form import form_data

pytestmark = pytest.mark.django_db


def draftail(kind: str, key: int) -> str:
    link = {"type": kind, "mutability": "MUTABLE", "data": {"id": key}}
    part = {"offset": 0, "length": 4, "key": 0}
    block = {"key": "a", "text": "Вижте", "type": "unstyled", "depth": 0, "entityRanges": [part]}
    return json.dumps({"blocks": [block | {"inlineStyleRanges": []}], "entityMap": {"0": link}})


def block(kind: str, **values) -> dict:
    fields = {"body-0-type": kind, "body-0-order": 0, "body-0-deleted": ""}
    return fields | {f"body-0-value{name}": value for name, value in values.items()}


def related(key: int) -> dict:
    return {
        "related_news-TOTAL_FORMS": 1, "related_news-0-target": key, "related_news-0-id": "",
        "related_news-0-ORDER": 1,
    }  # fmt: skip


WAYS = {
    "lead picture": lambda world: {"picture": world.picture.pk},
    "related news": lambda world: related(world.draft.pk),
    "link in a text": lambda world: block("text", **{"": draftail("LINK", world.draft.pk)}),
    "link to a text in the bin": lambda world: block("text", **{"": draftail("LINK", world.gone.pk)}),
    "document in a text": lambda world: block("text", **{"": draftail("DOCUMENT", world.document.pk)}),
    "block with a document": lambda world: block("document", **{"-document": world.document.pk, "-title": ""}),
    "button": lambda world: block("button", **{"-text": "Тук", "-page": world.draft.pk, "-url": ""}),
    "something that does not exist": lambda world: {"picture": 999_999},
}


@pytest.fixture
def article(world, client):
    """Of an editor of МИГ – Попово, with the fields as her editor sends them."""
    come_as(client, world, "stranger")
    page = make_news("Nash tekst", world.other_newsroom)
    form = {
        "title": "Nash tekst", "slug": page.slug, "summary": "Кратко.", "rubrics": world.rubric.pk,
        "audience": "public", "body-count": 1,
        "related_news-TOTAL_FORMS": 0, "related_news-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    } | block("text", **{"": draftail("LINK", world.live.pk)})  # fmt: skip
    return page, form


def send(client, page, form, name="edit"):
    return client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), form)


def test_what_is_published_is_referred_to(client, article, world):
    page, form = article
    assert send(client, page, form | related(world.live.pk)).status_code == 302
    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert f'id="{world.live.pk}"' in str(draft.body.raw_data[0])


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_is_refused(client, article, world, way):
    page, form = article
    before = page.latest_revision_id
    answer = send(client, page, form | WAYS[way](world))
    assert answer.status_code == 200
    assert "zebra" not in answer.content.decode()
    page.refresh_from_db()
    assert page.latest_revision_id == before


@pytest.mark.parametrize("way", WAYS)
def test_nor_does_the_preview_show_it(client, article, world, way):
    page, form = article
    answer = send(client, page, form | WAYS[way](world), "preview_on_edit")
    assert answer.json()["is_valid"] is False
    shown = client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])).content.decode()
    assert "zebra" not in shown


def test_what_stood_there_before_may_stay(client, article, world):
    """A text that starts from another's brings its picture along."""
    page, form = article
    page.picture = world.picture
    page.save_revision()
    assert send(client, page, form | {"picture": world.picture.pk}).status_code == 302


def test_a_profile_shows_no_picture_of_others(client, article, world):
    path = reverse("wagtailsnippets_members_organization:edit", args=[world.other.pk])
    answer = client.post(path, form_data(name_bg=world.other.name_bg, logo=world.picture.pk))
    assert answer.status_code == 200 and str(HIDDEN) in answer.content.decode()


@pytest.mark.parametrize("way", WAYS)
def test_nor_does_another_mistake_in_the_form_show_it(client, article, world, way):
    page, form = article
    answer = send(client, page, form | WAYS[way](world) | {"title": ""})
    assert answer.status_code == 200
    assert "zebra" not in answer.content.decode()


def test_nor_on_a_profile(client, article, world):
    path = reverse("wagtailsnippets_members_organization:edit", args=[world.other.pk])
    hidden = {"logo": world.picture.pk, "strategies": [{"document": world.document.pk}]}
    answer = client.post(path, form_data(**{"name_bg": "", "website": "javascript:x"} | hidden))
    assert answer.status_code == 200 and "zebra" not in answer.content.decode()


@pytest.mark.parametrize(
    "tampered",
    [
        {"logo": "x"}, {"strategies-0-document": "x"}, {"contacts-0-id": "x", "contacts-INITIAL_FORMS": 1},
        {"links-INITIAL_FORMS": 5, "links-TOTAL_FORMS": 5}, {"themes": "99999999999999999999"},
        {"overwrite_revision_id": "x"},
    ],
)  # fmt: skip
def test_what_no_form_sends_breaks_nothing(client, article, world, tampered):
    path = reverse("wagtailsnippets_members_organization:edit", args=[world.other.pk])
    assert client.post(path, form_data(name_bg=world.other.name_bg) | tampered).status_code < 500
