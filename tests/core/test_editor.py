"""What the officer meets in the editor."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.admin.content_checker import PortalChecker
from news.models import NewsPage
from tests.factories.members import make_admin, make_officer
from tests.factories.news import make_rubric


def text(words):
    return json.dumps(
        {
            "blocks": [
                {"key": "a", "text": words, "type": "unstyled", "depth": 0, "entityRanges": [], "inlineStyleRanges": []}
            ],
            "entityMap": {},
        }
    )


@pytest.fixture
def article(homes):
    """The fields of a new article as the editor sends them."""
    return {
        "title": "ПОКАНА ЗА ОБЩО СЪБРАНИЕ", "slug": "pokana", "summary": "", "rubrics": make_rubric().pk,
        "audience": "public",
        "body-count": 1, "body-0-type": "text", "body-0-order": 0, "body-0-deleted": "", "body-0-value": text("а"),
        "related_news-TOTAL_FORMS": 0, "related_news-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    }  # fmt: skip


@pytest.fixture
def add(client, editor, newsroom):
    client.force_login(editor)
    return reverse("wagtailadmin_pages:add", args=["news", "newspage", newsroom.pk])


def warnings(answer):
    return [str(message) for message in get_messages(answer.wsgi_request) if message.level_tag == "warning"]


@pytest.mark.parametrize("verb", [{}, {"action-submit": "1"}])
def test_saving_and_sending_say_what_to_look_at_again_and_go_on(client, add, article, verb):
    answer = client.post(add, article | verb)
    assert answer.status_code == 302
    (warning,) = warnings(answer)
    assert "Покана за общо събрание" in warning
    assert NewsPage.objects.filter(title=article["title"]).exists()


def test_a_careful_article_is_saved_without_a_word(client, add, article):
    assert warnings(client.post(add, article | {"title": "Покана за общо събрание"})) == []


def test_markup_in_a_title_is_no_markup_in_the_warning(client, add, article):
    (warning,) = warnings(client.post(add, article | {"title": "<SCRIPT>ПОКАНА ЗА СЪБРАНИЕ</SCRIPT>"}))
    assert "<script" not in warning.lower()


def test_the_editor_saves_by_itself_in_silence(client, add, article):
    answer = client.post(add, article, headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert warnings(answer) == []
    assert NewsPage.objects.filter(title=article["title"]).exists()


def test_the_editor_saves_by_itself_and_shows_a_phone_first(client, add, homes):
    form = client.get(add).content.decode()
    assert "w-autosave" in form
    assert NewsPage().default_preview_size == "phone"
    assert NewsPage().preview_sizes[0]["device_width"] == 390
    assert 'data-side-panel="comments"' in form


def test_a_newcomer_meets_the_admin_in_bulgarian(client, homes):
    officer = make_officer()
    client.force_login(officer)
    answer = client.get(reverse("wagtailadmin_home"), headers={"accept-language": "en,de;q=0.5"})
    assert '<html lang="bg"' in answer.content.decode()


def test_the_checker_knows_the_portals_own_rules(client, add):
    form = client.get(add).content.decode()
    assert "link-says-nothing" in form
    assert "admin/content-checks.js" in form
    configuration = PortalChecker().get_axe_configuration(None)
    assert set(configuration["options"]["runOnly"]) <= set(configuration["messages"])


@pytest.mark.parametrize("junk", ["{", "[1]", '{"blocks": 1, "entityMap": {}}', text("преди\x00 след"), text("\ud800")])
def test_junk_in_place_of_a_text_breaks_nothing(client, add, article, junk):
    assert client.post(add, article | {"title": "Покана", "body-0-value": junk}).status_code in (200, 302)


def test_a_day_that_the_picker_cannot_read_stays_as_it_was_typed(client, homes):
    """Wagtail would put the present moment in its place, and say nothing."""
    client.force_login(make_admin())
    html = client.get("/admin/snippets/members/partneroffer/add/").content.decode()
    assert '"validateOnBlur": false' in html.replace("&quot;", '"')
