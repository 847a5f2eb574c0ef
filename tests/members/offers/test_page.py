"""One offer: the answer first, honest about its language, its state by the day, and what goes with it."""

import json
import re

import pytest
from django.utils import timezone

from members.models import Organization
from members.neighbours import NEIGHBOURS, with_neighbours
from members.offers.matching import matching
from tests.factories.members import make_organization
from tests.factories.offers import make_offer, make_theme, put_into_province

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def portal(homes):
    return homes


def read(client, offer, prefix="/partnyorstva/") -> str:
    answer = client.get(f"{prefix}{offer.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def other_organization(slug="iskra", **fields) -> Organization:
    organization = make_organization(f"НЧ „{slug}“", f"Chitalishte {slug}", slug)
    Organization.objects.filter(pk=organization.pk).update(live=True, **fields)
    organization.refresh_from_db()
    return organization


def test_what_a_reader_needs_is_there(client):
    offer = make_offer("Пешеходна пътека", themes=[make_theme()], fund="interreg")
    html = read(client, offer)
    for words in ("Interreg", "читалище от малко село", "МИГ – Тунджа", "Селски туризъм", "български, английски"):
        assert words in html, words
    places = [html.index("left-days"), html.index('<div class="prose story"')]
    assert places == sorted(places)
    assert f'href="/predlozhenia/{offer.slug}/pishete/"' in html
    assert 'href="/partnyorstva/?theme=selski-turizam"' in html
    assert "<title>Пешеходна пътека – МИГ – Тунджа" in html


def test_the_address_of_the_organisation_is_not_there(client):
    offer = make_offer()
    Organization.objects.update(email="taen@example.org")
    assert "taen" not in read(client, offer)


def test_a_bulgarian_offer_in_english_says_so_and_belongs_to_its_original(client):
    offer = make_offer("Само на български")
    html = read(client, offer, "/en/partnerships/")
    assert "This offer is written in Bulgarian only" in html
    assert '<h1 lang="bg">' in html and '<div class="prose story" lang="bg">' in html
    assert re.search(r'rel="canonical" href="[^"]+/partnyorstva/' + offer.slug + '/"', html)
    assert 'rel="alternate" hreflang' not in html
    assert 'hreflang="bg"' in html  # the way to the other language stands in the head of the page


def test_a_translated_offer_tells_search_engines_of_both_texts(client):
    offer = make_offer("Пътека", title_en="A path", text_en="<p>With whom?</p>", role_sought_en="anybody")
    html = read(client, offer, "/en/partnerships/")
    assert "written in Bulgarian only" not in html and "<h1>A path</h1>" in html and 'lang="bg">читалище' not in html
    assert re.search(r'rel="canonical" href="[^"]+/en/partnerships/' + offer.slug + '/"', html)
    assert (
        len(re.findall('rel="alternate" hreflang', html))
        == len(re.findall('rel="alternate" hreflang', read(client, offer)))
        == 2
    )


def test_a_text_translated_in_part_is_marked_part_by_part(client):
    offer = make_offer("Пътека", title_en="A path")
    html = read(client, offer, "/en/partnerships/")
    assert "<h1>A path</h1>" in html and '<div class="prose story" lang="bg">' in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"days": -1}, "Срокът беше"),
        ({"state": "withdrawn"}, "Предложението е оттеглено"),
        ({"state": "formed"}, "Партньорството е сключено"),
        ({"state": "talking"}, "вече води разговори"),
    ],
)
def test_how_it_stands_is_said_on_top(client, fields, words):
    offer = make_offer(**fields)
    html = read(client, offer)
    assert words in html
    assert ("/pishete/" in html) == (fields == {"state": "talking"})


def test_search_engines_read_that_somebody_seeks_something_until_a_day(client):
    offer = make_offer("Пътека </script>")
    html = read(client, offer)
    about, crumbs = json.loads(re.search(r"<script type=\"application/ld\+json\">(.*?)</script>", html)[1])["@graph"]
    assert about["@type"] == "Demand" and about["validThrough"] == offer.deadline.isoformat()
    assert [step["name"] for step in crumbs["itemListElement"]][-2:] == ["Партньорства", "Пътека </script>"]


def test_an_old_address_leads_on(client):
    offer = make_offer(slug="stara")
    offer.slug = "nova"
    offer.save()
    assert client.get("/partnyorstva/stara/").url == "/partnyorstva/nova/"
    assert client.get("/en/partnerships/stara/").url == "/en/partnerships/nova/"
    type(offer).objects.update(live=False)
    assert client.get("/partnyorstva/stara/").status_code == 404


def test_a_word_of_the_section_is_never_the_word_of_an_offer(client):
    assert make_offer("Архив").slug not in ("arhiv", "")
    assert client.get("/partnyorstva/arhiv/").status_code == 200


def test_offers_with_a_common_theme_come_before_those_that_are_only_near():
    theme = make_theme()
    own = make_offer(themes=[theme])
    put_into_province(own.organization)
    near = other_organization("near")
    put_into_province(near, "BG342", "Сливен", "SLV", "Sliven")
    far = other_organization("far")
    put_into_province(far, "BG311", "Видин", "VID", "Vidin")
    make_offer(slug="nothing-in-common", organization=far)
    make_offer(slug="near", organization=near)
    make_offer(slug="alike", organization=far, themes=[theme])
    make_offer(slug="alike-over", organization=far, themes=[theme], days=-1)
    make_offer(slug="leak", organization=far, themes=[theme], live=False)
    make_offer(slug="own", themes=[theme])
    assert [offer.slug for offer in matching(own, [theme], timezone.localdate())] == ["alike", "near"]


def test_every_province_has_neighbours_and_each_is_its_neighbours_neighbour():
    assert len(NEIGHBOURS) == 28
    assert all(nuts in NEIGHBOURS[other] for nuts, others in NEIGHBOURS.items() for other in others)
    assert with_neighbours({"BG343"}) == {"BG341", "BG342", "BG343", "BG344", "BG422"}
    assert with_neighbours(set()) == set()


@pytest.mark.parametrize("kind", ["txt", "csv"])
def test_the_offer_in_the_shape_of_the_european_network(client, kind):
    offer = make_offer("=Пътека", title_en="=A path", text_en="<p>With <b>whom</b>?</p>", themes=[make_theme()])
    answer = client.get(f"/predlozhenia/{offer.slug}/eu-cap-network.{kind}")
    text = answer.content.decode("utf-8-sig")
    assert f'filename="{offer.slug}.{kind}"' in answer.headers["Content-Disposition"]
    for words in (
        "A path",
        "With whom?",
        "Rural tourism",
        "LAG Tundzha",
        f"/en/partnerships/{offer.slug}/",
        "[in Bulgarian]",
    ):
        assert words in text, words
    assert kind == "txt" or "'=A path" in text


@pytest.mark.parametrize("kind", ["txt", "csv"])
def test_drafts_are_not_handed_out(client, kind):
    offer = make_offer(live=False)
    assert client.get(f"/predlozhenia/{offer.slug}/eu-cap-network.{kind}").status_code == 404
