"""Which results come first, by what they can be narrowed, and how they are shown."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.models import EventIndexPage
from members.models import DirectoryPage, Theme
from search.models import Promotion
from search.rebuilding import rebuild
from tests.factories.events import make_event
from tests.factories.members import make_organization
from tests.factories.news import make_news
from tests.factories.owned import make_offer
from tests.factories.places import make_settlement

pytestmark = pytest.mark.django_db


def test_title_before_summary_before_text_and_as_typed_before_other_forms(look):
    paragraph = [("text", "<p>За пчеларите в селото. Пчеларите, пчеларите и пак пчеларите.</p>")]
    make_news("Трета", body=paragraph)
    make_news("Втора", summary="Съвети за пчеларите")
    make_news("Пчелари от селото разказват")
    make_news("Пчеларите от селото разказват")
    assert look("пчеларите") == ["Пчеларите от селото разказват", "Пчелари от селото разказват", "Втора", "Трета"]


def test_fresh_news_and_coming_events_first(look):
    make_news("Стара среща", days_ago=900)
    make_news("Нова среща", days_ago=1)
    now = timezone.now()
    make_event("Минала среща", starts_at=now - timedelta(days=400), ends_at=now - timedelta(days=399))
    make_event("Бъдеща среща", starts_at=now + timedelta(days=4), ends_at=now + timedelta(days=5))
    found = look("среща")
    assert found[0] == "Бъдеща среща"
    assert found.index("Нова среща") < found.index("Стара среща")
    assert look("среща", sort="new") == ["Бъдеща среща", "Нова среща", "Минала среща", "Стара среща"]


def test_everything_there_is_is_found(look):
    iskra = make_organization("НЧ „Тракия“", slug="trakia")
    iskra.description_bg = "<p>Самодеен състав.</p>"
    iskra.save()
    make_event("Тракийски събор", iskra)
    make_offer(iskra, "Тракия търси партньор")
    make_news("Новини от Тракия")
    answer = look.answer("тракия")
    assert {hit.kind for hit in answer.context["hits"]} >= {"organisation", "offer", "news"}
    assert look("самодейни състави") == ["НЧ „Тракия“"]
    for hit in answer.context["hits"]:
        assert answer.client.get(hit.url).status_code == 200


def test_filters_count_what_is_left_without_them(look):
    craft, iskra = (
        Theme.objects.create(title_bg="Занаяти", slug="zanayati"),
        make_organization("НЧ Искра", slug="iskra"),
    )
    event = make_event("Панаир на занаята", iskra, publish=False)
    event.themes = [craft]
    event.save_revision().publish()
    for number in range(3):
        make_news(f"Панаир {number}", days_ago=number * 400)
    make_event("Панаир")
    context = look.answer("панаир").context
    assert {one.value: one.count for one in context["kinds"]} == {"": "5", "news": "3", "event": "2"}
    narrowed = look.answer("панаир", kind="news", year=[timezone.localdate().year]).context
    assert [hit.plain_title for hit in narrowed["hits"]] == ["Панаир 0"]
    years = next(one for one in narrowed["filters"] if one.name == "year")
    assert [value.count for value in years.values] == ["1", "1", "1"]
    html = look.answer("панаир", theme="zanayati", year=timezone.localdate().year).content.decode()
    assert "(2)" in html.partition("<summary")[2].partition("</summary>")[0]  # folded away on a phone
    assert look("панаир", theme="zanayati") == ["Панаир на занаята"]
    assert look("панаир", org=iskra.pk) == ["Панаир на занаята"]
    assert look("панаир", kind="no-such", year="x", org="1'", province="%", theme="<") != []
    nothing = look.answer("панаир", theme="zanayati", kind="news")
    assert not nothing.context["hits"]
    assert "5\xa0results" in nothing.content.decode() or "5\xa0резултата" in nothing.content.decode()


def test_the_hit_is_marked_in_the_form_it_stands_in_and_nothing_gets_through(look):
    text = "дълъг увод " * 60 + "говори се за читалищата <b>и</b> селото " + "край " * 60
    make_news("Репортаж <script>", body=[("text", f"<p>{text}</p>")])
    html = look.answer("читалище").content.decode()
    assert "<mark>читалищата</mark>" in html
    assert "…\u00a0" in html and "\u00a0…" in html  # it never stands alone on a line
    assert "<script>" not in html.partition("Репортаж")[2].partition("</h3>")[0]


def test_other_names_are_marked_and_words_with_soft_hyphens(look):
    text = "дълъг увод " * 60 + "дойде местната инициативна група на обуче\u00adнията и\u0306 " + "край " * 60
    make_news("Разказ", body=[("text", f"<p>{text}</p>")])
    html = look.answer("МИГ").content.decode()
    assert "<mark>местната</mark> <mark>инициативна</mark> <mark>група</mark>" in html
    assert "<mark>обученията</mark> й" in look.answer("обучение").content.decode()


def test_pages_turn_and_keep_the_choice(look):
    for number in range(23):
        make_news(f"Панаир {number}")
    first = look.answer("панаир", sort="new").context
    assert len(first["hits"]) == 20
    assert first["next"] == {"url": "?q=%D0%BF%D0%B0%D0%BD%D0%B0%D0%B8%D1%80&sort=new&page=2", "first": 21, "last": 23}
    assert len(look.answer("панаир", page=2).context["hits"]) == 3
    assert len(look.answer("панаир", page="99999999").context["hits"]) > 0


def test_of_more_than_a_thousand_the_newest_are_counted(look, monkeypatch):
    monkeypatch.setattr("search.looking.MOST", 3)
    make_event("Стар панаир", starts_at=timezone.now() - timedelta(days=99))
    for number in range(4):
        make_news(f"Панаир {number}")
    context = look.answer("панаир").context
    assert context["found"].is_capped
    assert context["kinds"][0].count == "3+"
    assert look("панаир", kind="event") == ["Стар панаир"]


def test_what_a_section_holds_that_is_not_published_is_neither_counted_nor_shown(client, look):
    organization = make_organization("НЧ „Панаир“", slug="panair")
    make_news("Панаир на меда")
    event = make_event("Панаир", organization)
    make_settlement("Панаир")
    Promotion.objects.create(words="панаир", address="/", kind="event", thing=event.pk)
    assert look.answer("панаир").context["found"].total == 4
    for model in (EventIndexPage, DirectoryPage):
        model.objects.get(locale__language_code="bg").unpublish()
    context = look.answer("панаир").context
    assert [hit.plain_title for hit in context["hits"]] == ["Панаир на меда"]
    assert context["found"].total == 1
    assert [(one.value, one.count) for one in context["kinds"]] == [("", "1"), ("news", "1")]
    assert len(client.get("/tarsene/podskazki/?q=пан").context["groups"]) == 1
    assert "event" in {hit.kind for hit in look.answer("панаир", "/en").context["hits"]}


@pytest.mark.parametrize("below", ["", "rss/", "podskazki/"])
def test_the_search_is_only_read(homes, below):
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/tarsene/{below}", {"q": "панаир"}).status_code == 405
    assert client.head(f"/tarsene/{below}?q=панаир").status_code == 200


def test_the_search_costs_the_same_and_writes_nothing(client, homes, django_assert_max_num_queries):
    def cost():
        rebuild()
        for _time in range(2):
            client.get("/tarsene/?q=панаир")
        with django_assert_max_num_queries(6) as queries:
            assert client.get("/tarsene/?q=панаир").context["hits"]
        assert all(query["sql"].startswith("SELECT") for query in queries.captured_queries)
        return len(queries)

    make_news("Панаир", organization=make_organization())
    assert cost() <= 6  # with few results it looks whether something else was meant
    make_news("Панаир на меда")
    make_event("Панаир")
    few = cost()
    for number in range(5):
        make_news(f"Панаир {number}", organization=make_organization(f"НЧ {number}", slug=f"nch-{number}"))
        make_event(f"Панаир {number}")
    assert cost() == few
