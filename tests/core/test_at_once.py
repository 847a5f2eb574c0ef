"""What is changed beside a text shows in it at once, also in a process that has shown the page before."""

import json

import pytest
from django.test import RequestFactory

from core.models import ContactRole, FundingRecord, PortalDocument, PortalImage
from members.models import Organization
from news.models import NewsIndexPage, NewsPage, RelatedNews, RubricPage
from tests.factories.core import make_document, make_funding, make_picture, make_role
from tests.factories.news import index_of, make_news, make_rubric, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def linked(newsroom):
    return make_news("Свързана", newsroom)


@pytest.fixture
def news(newsroom, linked):
    """An article that shows many things which live elsewhere."""
    shown = {"image": make_picture().pk, "alt_text": "", "decorative": False}
    documents = make_document("Покана"), make_document("Образец")
    blocks = [
        ("text", f'<p>Вижте <a linktype="page" id="{linked.pk}">първо</a></p>'),
        ("text", f'<p>и <a linktype="document" id="{documents[0].pk}">второ</a>.</p>'),
        ("picture", {"image": shown, "caption": ""}),
        ("document", {"document": documents[1].pk, "title": ""}),
        ("button", {"text": "Нататък", "page": linked.pk, "url": ""}),
        ("contact", {"role": make_role().pk}),
    ]
    record = make_funding(emblems=json.dumps([{"type": "emblem", "value": shown}]))
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return make_news("Новина", newsroom, body=body, picture=make_picture(), funding=record, rubrics=[make_rubric()])


def read(client, page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


CHANGES = {
    "description of a picture": (PortalImage, "alt_bg", "Друго описание"),
    "author of a picture": (PortalImage, "credit", "Друг автор"),
    "licence of a picture": (PortalImage, "licence", "cc-by-nc-4.0"),
    "name of a document": (PortalDocument, "title", "Нов образец"),
    "language of a document": (PortalDocument, "language", "en"),
    "phone of a contact role": (ContactRole, "phone", "+359 46 999 999"),
    "purpose in the foot of the page": (ContactRole, "purpose_bg", "за друго"),
    "sentence of a funder": (FundingRecord, "sentence_bg", "Друго изречение."),
    "name of an organisation": (Organization, "name_bg", "Група с друго име"),
}
SHOWN_AS = {"cc-by-nc-4.0": "CC BY-NC 4.0", "en": "на английски"}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_record_shows(client, news, what):
    model, field, value = CHANGES[what]
    words = SHOWN_AS.get(value, value)
    assert words not in read(client, news)
    record = model.objects.order_by("pk").last()
    setattr(record, field, value)
    record.save()
    assert words in read(client, news)


def test_a_changed_focal_point_cuts_the_picture_anew(client, news):
    before = read(client, news)
    picture = PortalImage.objects.get(pk=news.picture_id)
    picture.focal_point_x, picture.focal_point_y = 100, 900
    picture.focal_point_width = picture.focal_point_height = 50
    picture.save()
    after = read(client, news)
    (old,), (new,) = ([part for part in html.split('"') if "fill-1200x675" in part][:1] for html in (before, after))
    assert old != new


def test_a_renamed_page_is_linked_by_its_new_address(client, news, linked):
    old = linked.url
    assert read(client, news).count(f'href="{old}"') >= 2  # in the text and on the button
    linked.slug = "preimenuvana"
    linked.save_revision().publish()
    html = read(client, news)
    assert old not in html
    assert html.count(f'href="{NewsPage.objects.get(pk=linked.pk).url}"') >= 2


def test_a_moved_page_is_linked_where_it_is_now(client, news, linked):
    old = linked.url
    linked.move(index_of(NewsIndexPage), pos="last-child")
    html = read(client, news)
    assert old not in html
    assert f'href="{NewsPage.objects.get(pk=linked.pk).url}"' in html


def test_a_page_taken_down_is_linked_no_more(client, news, linked):
    assert linked.url in read(client, news)
    linked.unpublish()
    html = read(client, news)
    assert linked.url not in html
    assert "първо" in html


def test_a_translated_page_is_linked_in_english_from_now_on(client, news, linked):
    before = client.get(f"/en{news.url.replace('/novini/', '/news/')}").content.decode()
    twin = translate(linked, title="Linked", slug="linked")
    after = client.get(f"/en{news.url.replace('/novini/', '/news/')}").content.decode()
    assert twin.url not in before
    assert twin.url in after


def test_a_renamed_rubric_and_newsroom_show(client, news, newsroom):
    read(client, news)
    for page in (RubricPage.objects.get(slug="pokani"), newsroom):
        page.title = f"Друго име {page.pk}"
        page.save_revision().publish()
    html = read(client, news)
    assert html.count(f"Друго име {newsroom.pk}") >= 1
    assert f"Друго име {RubricPage.objects.get(slug='pokani').pk}" in html


def test_what_only_members_read_leaves_the_related_news(client, news, linked):
    assert f">{linked.title}</a></h3>" in read(client, news)
    linked.audience = "members"
    linked.save_revision().publish()
    assert f">{linked.title}</a></h3>" not in read(client, news)


def test_a_draft_shows_its_own_words_rubrics_and_related_news(client, news, newsroom):
    """In the editor's preview; readers go on with what is published."""
    others = [make_news(f"Избрана {number}", newsroom, rubrics=[]) for number in (1, 2)]
    draft = NewsPage.objects.get(pk=news.pk)
    draft.title = "Чернова"
    draft.rubrics = [make_rubric("Земеделие", "obucheniya")]
    draft.related_news = [RelatedNews(target=other) for other in others]
    draft.save_revision()
    draft = NewsPage.objects.get(pk=news.pk).get_latest_revision_as_object()
    response = draft.make_preview_request(RequestFactory().get("/"))
    html = response.content.decode()
    assert html.index("Избрана 1") < html.index("Избрана 2")
    assert "Чернова" in html and ">Земеделие</a>" in html and ">Покани</a>" not in html
    published = read(client, news)
    assert not [word for word in ("Избрана", "Чернова", "Земеделие") if f">{word}" in published.partition("<main")[2]]
