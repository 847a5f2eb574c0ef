"""The list of offers: the nearest deadline first, nothing that is not public, in both languages, shareable."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from members.enums import Membership
from members.models import PartnerOffer
from tests.factories.members import make_organization
from tests.factories.offers import make_offer, make_theme, put_into_province

pytestmark = [pytest.mark.django_db, pytest.mark.database]

HEADING = re.compile(r'<h3[^>]*><a href="/(?:en/)?partn[^"]+/([\w-]+)/">')


@pytest.fixture(autouse=True)
def portal(homes):
    return homes


def listed(client, address="/partnyorstva/", **chosen) -> list[str]:
    """The words in the addresses of the offers on a page, in their order."""
    answer = client.get(address, chosen)
    assert answer.status_code == 200
    return HEADING.findall(answer.content.decode())


def test_the_nearest_deadline_comes_first_then_the_newest(client):
    make_offer(slug="last", days=90)
    make_offer(slug="older", days=10)
    make_offer(slug="newer", days=10)
    make_offer(slug="today", days=0)
    assert listed(client) == ["today", "newer", "older", "last"]


def test_what_is_over_stands_in_the_archive_alone_whether_or_not_somebody_wrote_it_down(client):
    make_offer(slug="open")
    make_offer(slug="talking", state="talking")
    make_offer(slug="ran-out", days=-1)
    make_offer(slug="ran-out-noted", days=-9, state="expired")
    make_offer(slug="withdrawn", state="withdrawn")
    make_offer(slug="formed", state="formed")
    assert set(listed(client)) == {"open", "talking"}
    assert set(listed(client, "/partnyorstva/arhiv/")) == {"ran-out", "ran-out-noted", "withdrawn", "formed"}


def test_nothing_that_is_not_public_is_named_anywhere(client):
    applicant = make_organization("leak-applicant", slug="leak-applicant")
    make_offer("leak-draft", live=False)
    make_offer("leak-of-applicant", applicant)
    type(applicant).objects.filter(pk=applicant.pk).update(status=Membership.APPLICANT, live=True)
    changed = make_offer("Заглавие", slug="changed")
    changed.title_bg = "leak-unpublished-change"
    changed.save_revision()
    for address in ("", "arhiv/", "rss/", "atom/", "changed/"):
        answer = client.get(f"/partnyorstva/{address}")
        assert answer.status_code == 200 and b"leak" not in answer.content, address
    assert client.get("/partnyorstva/leak-draft/").status_code == 404
    assert client.get("/partnyorstva/leak-of-applicant/").status_code == 404


def test_filters_narrow_and_stand_in_the_address(client):
    theme = make_theme()
    other = make_organization("НЧ „Искра“", slug="iskra")
    type(other).objects.filter(pk=other.pk).update(kind="chitalishte", live=True)
    put_into_province(other)
    make_offer(slug="a", organization=type(other).objects.get(pk=other.pk), themes=[theme])
    make_offer(slug="b", fund="interreg", languages=["el"])
    assert set(listed(client)) == {"a", "b"}
    assert listed(client, theme="selski-turizam") == listed(client, kind="chitalishte") == ["a"]
    assert listed(client, province="BG343") == ["a"]
    assert listed(client, fund="interreg") == listed(client, language="el") == ["b"]
    assert listed(client, fund="interreg", kind="chitalishte") == []


def test_a_chosen_filter_is_shown_and_can_be_taken_away_alone(client):
    make_offer(fund="interreg")
    html = client.get("/partnyorstva/", {"fund": "interreg", "language": "bg"}).content.decode()
    assert 'class="chip" href="?language=bg"' in html and 'class="chip" href="?fund=interreg"' in html
    assert "rss/?fund=interreg&amp;language=bg" in html


@pytest.mark.parametrize("chosen", [{"fund": "x'\""}, {"theme": "няма"}, {"province": "BG999"}, {"kind": "я" * 5000}])
def test_what_nobody_could_choose_narrows_nothing(client, chosen):
    make_offer(slug="a")
    assert listed(client, **chosen) == ["a"]


def test_with_nothing_found_the_next_step_is_offered(client):
    html = client.get("/partnyorstva/", {"fund": "life"}).content.decode()
    assert 'class="empty"' in html
    assert 'href="/partnyorstva/arhiv/?fund=life"' in html and 'href="/partnyorstva/rss/?fund=life"' in html


def test_the_english_list_holds_both_and_marks_what_is_bulgarian(client):
    make_offer("Само на български", slug="bg")
    make_offer("Пътека", slug="both", title_en="A path")
    html = client.get("/en/partnerships/").content.decode()
    assert set(HEADING.findall(html)) == {"bg", "both"}
    assert '<h3 lang="bg"><a href="/en/partnerships/bg/">' in html
    assert '<h3><a href="/en/partnerships/both/">A path' in html
    assert html.count('<span class="tag river">in Bulgarian</span>') == 1


def test_all_pages_together_hold_every_offer_once(client):
    for number in range(45):
        make_offer(slug=f"p{number}", days=number % 3)
    found, address = [], "/partnyorstva/"
    while address:
        html = client.get(address).content.decode()
        found += HEADING.findall(html)
        further = re.search(r'href="(\?from=[^"]+)" rel="next"', html)
        address = further and "/partnyorstva/" + further[1].replace("&amp;", "&")
    assert len(found) == 45 and len(set(found)) == 45
    deadlines = PartnerOffer.objects.in_bulk(found, field_name="slug")
    assert [deadlines[slug].deadline for slug in found] == sorted(deadlines[slug].deadline for slug in found)


def test_the_archive_turns_by_its_last_row_both_ways(client):
    for number in range(17):
        make_offer(slug=f"p{number}", days=-1)
    first = client.get("/partnyorstva/arhiv/?fund=leader")
    older = client.get("/partnyorstva/arhiv/" + first.context["older"])
    assert len(older.context["offers"]) == 5
    back = client.get("/partnyorstva/arhiv/" + older.context["newer"])
    assert [o.pk for o in back.context["offers"]] == [o.pk for o in first.context["offers"]]
    assert "fund=leader" in older.context["newer"]


@pytest.mark.parametrize(
    "place",
    ["x", "2026-13-40_2026-11-20T10:00:00+00:00_1", "2026-11-20_x_1", "_", "9999-12-31_2026-11-20T10:00:00+00:00_1"],
)
def test_a_place_that_cannot_be(client, place):
    make_offer()
    assert client.get("/partnyorstva/", {"from": place}).status_code == 404


def test_how_many_days_are_left_is_said_in_words(client):
    make_offer(days=0), make_offer(days=1), make_offer(days=21)
    html = client.get("/partnyorstva/").content.decode()
    left = re.findall(r'<div class="left">(.*?)</div>', html)
    assert left == [
        "<span>последен ден</span>",
        "<span>остава</span> <b>1</b> <span>ден</span>",
        "<span>остават</span> <b>21</b> <span>дни</span>",
    ]
    assert html.count("call-row urgent") == 2


def test_a_reader_gets_no_cookie(client):
    offer = make_offer()
    for address in ("", "arhiv/", f"{offer.slug}/", "rss/"):
        answer = client.get(f"/partnyorstva/{address}")
        assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")


def test_the_day_changes_by_the_clock_in_bulgaria(client, monkeypatch):
    offer = make_offer(days=0)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("members.offers.listing.timezone.localdate", lambda: tomorrow)
    assert listed(client) == []
    assert listed(client, "/partnyorstva/arhiv/") == [offer.slug]
