"""What the office sees and sets: queries without persons, promoted results, words that mean the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import NewsPage
from search.counting import SEEN_OFTEN, forget_old
from search.models import AskedQuery, Promotion, SynonymGroup
from search.rebuilding import rebuild
from tests.factories.events import make_event
from tests.factories.members import make_organization
from tests.factories.news import make_news

pytestmark = pytest.mark.django_db
COUNTED = "/tarsene/potarseno/"


def seal_of(client, query):
    return client.get("/tarsene/", {"q": query}).context["seal"]


def test_a_search_is_counted_by_the_browser_and_not_by_the_page(client, homes, officer):
    for number in range(SEEN_OFTEN):
        for _again in range(3):  # the same person, who counts once
            seal = seal_of(client, "Едногърби  камили")
            assert client.post(COUNTED, {"seal": seal}, REMOTE_ADDR=f"192.0.2.{number}").status_code == 204
    row = AskedQuery.objects.get()
    assert (row.text, row.language, row.times, row.found) == ("едногърби камили", "bg", 3, 0)
    client.force_login(officer)
    assert "едногърби камили" in client.get("/admin/search/askedquery/?outcome=nothing").content.decode()
    assert "едногърби камили" not in client.get("/admin/search/askedquery/?outcome=something").content.decode()


def test_what_may_name_somebody_is_not_counted(client, homes):
    for query in (
        *("ivan@example.org", "0888 123 456", "0888/123456", "0888.123.456", "046 12345", "8501011234", "850101 1234"),
        *("Иван 0888123456", "Иван Петров", "петрова мария", "Ivan Petroff", "Елена Ганева Илиева", "х" * 61, ""),
    ):
        assert seal_of(client, query) == "", query


def test_codes_and_years_are_counted_and_after_whom_something_is_called(client, look):
    make_organization("НЧ „Христо Ботев“", "", "botev")
    rebuild()
    for query in ("BG06RDNP001-19.092", "програма 2023-2027", "община Елена", "детска градина", "Христо Ботев"):
        assert seal_of(client, query), query
    assert not seal_of(client, "Христо Тодоров")


def test_nobody_can_make_queries_up(client, homes):
    for seal in ("", "forged", seal_of(client, "камили")[:-2]):
        assert client.post(COUNTED, {"seal": seal}).status_code == 204
    assert client.get(COUNTED).status_code == 405
    assert not AskedQuery.objects.exists()


def test_rare_queries_are_shown_to_nobody_and_forgotten_soon(client, homes, officer):
    today = timezone.localdate()
    for text, times, days in (("рядко", 1, 31), ("често", 9, 31), ("някога", 9, 400), ("ново", 1, 1)):
        AskedQuery.objects.create(text=text, language="bg", times=times, last_on=today - timedelta(days=days))
    client.force_login(officer)
    assert "рядко" not in client.get("/admin/search/askedquery/").content.decode()
    forget_old()
    assert set(AskedQuery.objects.values_list("text", flat=True)) == {"често", "ново"}


def test_the_office_promotes_a_page_for_words_in_any_form(client, look, officer):
    make_news("Нещо за читалището на първо място")
    page = make_news("Покана за малки проекти")
    rebuild()
    client.force_login(officer)
    add = "/admin/snippets/search/promotion/add/"
    assert "address" in client.post(add, {"words": "читалища", "address": "/nyama/"}).context["form"].errors
    assert "words" in client.post(add, {"words": "читалища\n—", "address": page.url}).context["form"].errors
    assert client.post(add, {"words": "читалища\nпари за село", "address": page.url}).status_code == 302
    client.logout()
    for query in ("читалището", "пари село"):
        assert look(query)[0] == "Покана за малки проекти"
    assert look.answer("читалището").context["hits"][0].is_promoted
    assert look("читалището покана") != []
    assert not look.answer("читалището проекти").context["hits"][0].is_promoted
    page.unpublish()
    assert "Покана за малки проекти" not in look("читалището")
    assert Promotion.objects.count() == 1


def test_what_is_promoted_needs_none_of_the_words_and_is_there_once(client, look):
    page = make_news("Покана за малки проекти")
    for number in range(21):
        make_news(f"Пари {number}", days_ago=number + 1)
    make_event("Пари на прах")
    rebuild()
    for words, thing in (("кокошарник", page.pk), ("пари", NewsPage.objects.get(title="Пари 20").pk)):
        Promotion.objects.create(words=words, address="/x/", kind="news", thing=thing)
    html = look.answer("кокошарник").content.decode()
    assert "Покана за малки проекти" in html and "1\u00a0" in html.partition('id="results-h"')[2][:60]
    first, second = (look.answer("пари", page=number).context["hits"] for number in (1, 2))
    assert first[0].plain_title == "Пари 20" and first[0].is_promoted
    assert [len(first), len(second)] == [20, 2]
    assert "Пари 20" not in [hit.plain_title for hit in second]
    assert look("пари", kind="event") == ["Пари на прах"]  # a filter is a filter
    assert look("пари", sort="new")[0] == "Пари на прах"
    Promotion.objects.update(thing=NewsPage.objects.get(title="Пари 5").pk, words="пари")
    assert "Пари 5<" in client.get("/tarsene/rss/?q=пари").content.decode()


def test_words_that_the_office_lets_stand_for_one_another(client, look, officer):
    make_news("Клуб на възрастните хора")
    client.force_login(officer)
    add = "/admin/snippets/search/synonymgroup/add/"
    for bad in ("сами", "пенсионери\nи", "пенсионери\n!!!"):
        assert "words" in client.post(add, {"words": bad}).context["form"].errors
    SynonymGroup.objects.create(words="пенсионери\n…\nна")
    assert look("пенсионери") == []
    assert client.post(add, {"words": "пенсионери\nвъзрастни хора"}).status_code == 302
    assert look("пенсионерите") == ["Клуб на възрастните хора"]
    assert look("на пенсионери") != []
    SynonymGroup.objects.all().delete()
    assert look("пенсионерите") == []
