"""The word in the address when nobody typed one."""

import json
import re

import pytest
from django.urls import reverse

from core.admin.slugs import formatters
from core.models import ContactRole
from core.transliteration import slugify_bg
from members.models import Organization
from news.models import NewsPage
from tests.factories.news import add, make_rubric

TITLES = [
    "Щастливият ъгъл на Тунджа",
    "България и Добрич",
    "МИГ – Тунджа: „Заедно“ за София",
    "БЪЛГАРИЯ – СОФИЯ",
    "Ѝ на ѝ",
    "Чай, юзче и цвят 2026/27",
    "LEADER & CLLD",
    "Кафе\u0301 под ла\u0300мпа",
    "Меко\u00adто",
    "Май".replace("й", "и\u0306"),
]


def in_the_browser(title):
    """What the editor's script makes of the patterns; JavaScript and Python read them alike."""
    for pattern, by, flags in formatters():
        title = re.sub(pattern, by, title, flags=re.IGNORECASE if "i" in flags else 0)
    return re.sub(r"\s+", "-", title.strip().lower())


@pytest.mark.parametrize("title", TITLES)
def test_the_editor_and_the_server_make_the_same_word(title):
    assert in_the_browser(title) == slugify_bg(title)


def test_a_page_saved_without_a_word_gets_one(newsroom):
    page = add(NewsPage(title="Щастливият ъгъл на Тунджа"), newsroom)
    again = add(NewsPage(title="Щастливият ъгъл на Тунджа"), newsroom)
    assert (page.slug, again.slug) == ("shtastliviyat-agal-na-tundzha", "shtastliviyat-agal-na-tundzha-2")


def test_a_title_without_letters_gets_a_word_too(newsroom):
    assert add(NewsPage(title="…"), newsroom).slug == "stranitsa"


def test_the_officer_may_leave_the_word_out(client, editor, newsroom):
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", newsroom.pk])
    text = json.dumps({"blocks": [{"key": "a", "text": "а", "type": "unstyled", "depth": 0}], "entityMap": {}})
    data = {
        "title": "Покана за събор в Ямбол",
        "slug": "",
        "rubrics": make_rubric().pk,
        "audience": "public",
        "body-count": 1, "body-0-type": "text", "body-0-order": 0, "body-0-deleted": "", "body-0-value": text,
        "related_news-TOTAL_FORMS": 0, "related_news-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    }  # fmt: skip
    client.post(url, data)
    page = NewsPage.objects.get()
    assert page.slug == "pokana-za-sabor-v-yambol"
    data = data | {"title": "Друго", "slug": ""}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert NewsPage.objects.get().get_latest_revision_as_object().slug


def test_a_record_may_leave_the_word_out_too(client, officer):
    client.force_login(officer)
    url = reverse("wagtailsnippets_core_contactrole:add")
    assert "data-w-slug-formatters-value" in client.get(url).content.decode()
    data = {"title_bg": "Ръководител на проекта", "email": "r@example.org", "slug": "", "position": 0}
    for _time in range(2):
        client.post(url, data)
    words = set(ContactRole.objects.values_list("slug", flat=True))
    assert words == {"rakovoditel-na-proekta", "rakovoditel-na-proekta-2"}


def test_a_long_name_of_an_organisation_keeps_within_its_field(db):
    for _time in range(2):
        Organization.objects.create(name_bg="Сдружение " + "Тунджа " * 27)
    assert len(set(Organization.objects.values_list("slug", flat=True))) == 2
    assert all(len(organization.slug) <= 80 for organization in Organization.objects.all())
