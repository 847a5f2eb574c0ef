"""A form that somebody has tampered with is refused, or comes back with an error; the portal never breaks on it."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from core.models import FundingRecord
from news.models import NewsPage
from tests.factories.core import make_document, make_funding, make_picture, make_role
from tests.factories.news import make_news, make_rubric

pytestmark = pytest.mark.django_db

HUGE, GONE = "9" * 20, None


@pytest.fixture
def news(newsroom):
    return make_news("Новина", newsroom)


def sent_for(news) -> dict:
    """What the editor sends when everything is in order."""
    text = {"blocks": [{"key": "a", "text": "а", "type": "unstyled", "depth": 0}], "entityMap": {}}
    shown = {"image": {"image": make_picture(size=(32, 20)).pk, "alt_text": "", "decorative": ""}, "caption": ""}
    place = {"deleted": "", "order": "0", "id": ""}
    table = {
        "caption": "", "column-count": 1, "row-count": 1, "cell-0-0": "а", "row-0-order": 0, "row-0-deleted": "",
        "column-0-type": "text", "column-0-heading": "Мярка", "column-0-order": 0, "column-0-deleted": "",
    }  # fmt: skip
    blocks = [
        ("text", json.dumps(text)),
        ("picture", shown),
        (
            "gallery",
            {"pictures": {"count": 2, "0": place | {"value": shown}, "1": place | {"order": "1", "value": shown}}},
        ),
        ("table", {"caption": "Бюджет", "table": table}),
        ("document", {"document": make_document().pk, "title": ""}),
        ("button", {"text": "Нататък", "page": news.pk, "url": ""}),
        ("contact", {"role": make_role().pk}),
    ]
    fields = {"title": news.title, "slug": news.slug, "audience": "public", "rubrics": make_rubric().pk, "picture": ""}
    picked = inline_formset([{"target": news.pk, "ORDER": "1"}])
    return nested_form_data(
        fields | {"body": streamfield(blocks), "related_news": picked, "comments": inline_formset([])}
    )


TAMPERED = [
    ("body-count", "x"),
    ("body-count", HUGE),
    ("body-0-order", ""),
    ("body-0-type", GONE),
    ("body-1-value-image-image", "abc"),
    ("body-2-value-pictures-count", "x"),
    ("body-2-value-pictures-0-order", "x"),
    ("body-3-value-table-column-0-type", "x"),
    ("body-3-value-table-row-count", HUGE),
    ("body-3-value-table-column-0-heading", GONE),
    ("body-4-value-document", "abc"),
    ("body-5-value-page", HUGE),
    ("body-6-value-role", "\x00"),
    ("picture", "abc"),
    ("rubrics", HUGE),
    ("related_news-0-target", "abc"),
    ("related_news-0-target", HUGE),
    ("related_news-TOTAL_FORMS", "x"),
    ("audience", "x"),
]


@pytest.mark.parametrize("is_preview", [False, True])
def test_the_form_of_a_page(client, officer, news, is_preview):
    client.force_login(officer)
    address = reverse(f"wagtailadmin_pages:{'preview_on_edit' if is_preview else 'edit'}", args=[news.pk])
    form = sent_for(news)
    broken = {}
    for name, value in TAMPERED[::4] if is_preview else TAMPERED:
        sent = {key: part for key, part in (form | {name: value}).items() if part is not GONE}
        client.raise_request_exception = False
        status = client.post(address, sent).status_code
        if status not in (200, 400):
            broken[name, value] = status
    assert not broken
    assert not NewsPage.objects.get(pk=news.pk).has_unpublished_changes
    assert client.post(address, form).status_code in (200, 302)
    assert is_preview or NewsPage.objects.get(pk=news.pk).has_unpublished_changes


@pytest.mark.parametrize(("name", "value"), [("emblems-count", "x"), ("emblems-0-value-image", "abc")])
def test_the_form_of_a_record(client, officer, name, value):
    record = make_funding()
    client.force_login(officer)
    picture = {"image": make_picture(size=(32, 20)).pk, "alt_text": "", "decorative": "on"}
    form = nested_form_data(
        {"name": "Друго", "sentence_bg": "…", "programme_bg": "…", "emblems": streamfield([("emblem", picture)])}
    )
    address = reverse("wagtailsnippets_core_fundingrecord:edit", args=[record.pk])
    assert client.post(address, form | {name: value}).status_code == 400
    assert client.post(address, form).status_code == 302
    assert FundingRecord.objects.get().name == "Друго"
