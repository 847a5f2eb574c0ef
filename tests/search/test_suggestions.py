"""What is offered while somebody types, and the feed of a search."""

import pytest

from members.models import Settlement
from search.masking import masked
from search.rebuilding import rebuild
from tests.factories.members import make_organization
from tests.factories.news import make_news, translate
from tests.factories.places import make_settlement

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(client, homes):
    def titles(typed, prefix=""):
        rebuild()
        groups = client.get(f"{prefix}/tarsene/podskazki/", {"q": typed}).context["groups"]
        return {group.label: [option.title for option in group.options] for group in groups}

    return titles


@pytest.mark.parametrize("typed", ["пчел", "Пчелар", "pchel", "p4el", "стари пч", "пчелари стар"])
def test_titles_are_offered_by_the_beginnings_of_their_words(suggested, typed):
    make_news("Старите пчелари")
    make_news("Друго")
    found = [title for titles in suggested(typed).values() for title in titles]
    assert [title.replace("<mark>", "").replace("</mark>", "") for title in found] == ["Старите пчелари"]


@pytest.mark.database
@pytest.mark.parametrize("typed", ["", "п", "!!", "пчелх", "'", "😀", "(", "*", "title:"])
def test_nothing_is_offered_for_nothing(suggested, typed):
    make_news("Пчелари")
    assert suggested(typed) == {}


def test_places_and_organisations_have_groups_of_their_own(suggested, client):
    place = make_settlement("Крушаре")
    make_organization("НЧ „Искра“, с. Крушаре", "", "iskra")
    make_news("Събор в Крушаре")
    found = suggested("круш")
    assert [len(titles) for titles in found.values()] == [1, 1, 1]
    html = client.get("/tarsene/podskazki/?q=круш").content.decode()
    assert f"mesto={Settlement.objects.get(pk=place.pk).pk}" in html
    assert "<mark>Круш</mark>" in html


def test_drafts_and_members_pages_are_offered_to_nobody_else(suggested, client):
    make_news("Пчелари чернова", live=False)
    make_news("Пчелари за членове", audience="members")
    assert suggested("пчел") == {}
    response = client.get("/tarsene/podskazki/?q=пчел")
    assert not response.cookies and "Cookie" not in response.get("Vary", "")


def test_a_search_can_be_followed(client, homes):
    translate(make_news("Панаир на меда", summary="Пишете на ivan@example.org"), title="Honey fair")
    make_news("Панаир за членове", audience="members")
    rebuild()
    feed = client.get("/tarsene/rss/?q=панаири").content.decode()
    assert "Панаир на меда" in feed
    assert "за членове" not in feed and "ivan@" not in feed
    assert "Honey fair" in client.get("/en/tarsene/rss/?q=fairs").content.decode()
    assert client.get("/tarsene/rss/").status_code == 200


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Иван, ivan@example.org, 0888 123 456, +359 46 12 34 56", "Иван, …, …, …"),
        ("0888.123.456, тел.0888123456, 046/12-34-56; 00359 (888) 123 456", "…, тел.…, …; …"),
        ("ЕГН 8501011234, ЕГН8501011234, ЕГН/ЕИК: 850101 1234", "ЕГН …, ЕГН…, ЕГН/ЕИК: …"),
        ("0888123456 лв., 2021 0888123456, 2014-2020 0888 123 456", "… лв., …, 2014-2020 …"),
    ],
)
def test_addresses_and_numbers_of_people_out_of_documents_are_masked(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        *("период 2014-2020 г.", "2021 2022 2023", "2014-2020 2021-2027", "23/04/2018", "2018-04-23 10:00"),
        *("01.01.2023-31.12.2023", "684 020 609,49 лв., 12 345 678 лв., 10000000 евро", "РД50-39/23.04.2018"),
        *("BG06RDNP001-19.092", "BG16RFOP002-2.001-0001", "ISBN 978-954-1234-56-7", "ЕИК 176543210"),
    ],
)
def test_years_amounts_and_codes_are_nobody(text):
    assert masked(text) == text
