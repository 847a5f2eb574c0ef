"""Partnerships: recorded by one, on the profile of another only with its consent, counted honestly."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from core.models import OutgoingMail
from members.admission import admit
from members.enums import countries
from members.models import Organization, Partner, Partnership
from members.offers.on_profiles import open_offer_counts, open_offers_of, partnerships_of
from members.partnerships.consent import ask, confirm, decline
from members.partnerships.report import lines
from tests.factories.members import make_editor, make_organization
from tests.factories.offers import make_offer, make_partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return admit(make_organization())


@pytest.fixture
def other(own):
    municipality = admit(make_organization("Община Тунджа", "Tundzha Municipality", "obshtina-tundzha"))
    Organization.objects.filter(pk=municipality.pk).update(kind="municipality")
    return Organization.objects.get(pk=municipality.pk)


@pytest.fixture
def editor(client, own):
    editor = make_editor(own)
    client.force_login(editor)
    return editor


@pytest.fixture
def asked(other):
    """An editor of the organisation that is named."""
    return make_editor(other, "obshtina@example.org")


def at(name, *args):
    return reverse(f"wagtailsnippets_members_partnership:{name}", args=args)


def sent(organization, *sides, **fields):
    """What the browser posts: sides are organisations of the portal, or names with a sector."""
    data = {"organization": organization.pk, "title_bg": "Обща пътека", "title_en": "", "fund": "leader"}
    data |= {"formed_on": timezone.localdate().isoformat()}
    data |= {"partners-TOTAL_FORMS": len(sides), "partners-INITIAL_FORMS": 0, "partners-MIN_NUM_FORMS": 0}
    for number, side in enumerate(sides):
        known = isinstance(side, Organization)
        side = {"organization": side.pk} if known else {"name": side[0], "sector": side[1]}
        side = {"organization": "", "name": "", "sector": "", "country": "BG", "id": ""} | side
        data |= {f"partners-{number}-{name}": value for name, value in side.items()}
    return data | fields


def names_on_profile(organization) -> list:
    return [[other["name"].text for other in one["others"]] for one in partnerships_of(organization, "bg")]


def test_recording_ends_the_offer_and_asks_the_others_once(client, own, other, editor, asked):
    offer = make_offer("Пътека", own)
    form = client.get(f"{at('add')}?offer={offer.pk}").context["form"]
    assert form["title_bg"].value() == "Пътека"
    data = sent(own, other, ("Cooperativa", "business"), offer=offer.pk, press=form["press"].value())
    for _press in range(2):
        client.post(at("add"), data)
    partnership = Partnership.objects.get()
    offer.refresh_from_db()
    assert offer.state == "formed" and partnership.offer == offer
    assert [side.sector for side in partnership.partners.all()] == ["public", "business"]
    letter = OutgoingMail.objects.get()
    assert letter.to == ["obshtina@example.org"] and at("inspect", partnership.pk) in letter.text


def test_two_presses_without_an_offer_are_one_partnership(client, own, other, editor):
    data = sent(own, other, press="8f5d8a3e-1f8b-4b7e-9d0d-6f0a2f9c3b11")
    for _press in range(2):
        assert client.post(at("add"), data).status_code == 302
    assert Partnership.objects.count() == 1


@pytest.mark.parametrize(
    ("sides", "fields"),
    [
        ([], {}),
        ([("Без сектор", "")], {}),
        ([("", "")], {"partners-0-country": "GR"}),
        ([("Кооперация", "business")], {"formed_on": "2100-01-01"}),
        ([("Кооперация", "business")], {"formed_on": ""}),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, own, editor, sides, fields):
    answer = client.post(at("add"), sent(own, *sides, **fields))
    assert answer.status_code == 200 and not Partnership.objects.exists()
    assert "Обща пътека" in answer.content.decode()


def test_without_a_partner_the_words_are_those_of_a_person(client, own, editor):
    data = sent(own, ("", ""))
    text = client.post(at("add"), data).content.decode()
    assert "Посочете поне един партньор" in text and "формуляр" not in text


def test_the_day_is_shown_and_taken_as_it_is_written_here(client, own, other, editor):
    today = timezone.localdate()
    assert f'value="{today:%d.%m.%Y}"' in client.get(at("add")).content.decode()
    for number, written in enumerate((f"{today:%d.%m.%Y}", today.isoformat()), start=1):
        client.post(at("add"), sent(own, other, formed_on=written))
        assert Partnership.objects.filter(formed_on=today).count() == number


def test_countries_stand_by_their_names_in_the_language_of_the_reader():
    for code, first in (("bg", ["Австрия", "Албания", "Белгия"]), ("en", ["Albania", "Austria", "Belgium"])):
        with translation.override(code):
            names = [str(label) for _code, label in countries()]
        assert names[1:4] == first and names[0].startswith(("България", "Bulgaria"))


def test_the_list_of_the_office_asks_no_more_for_more_rows(client, officer, own, other, django_assert_num_queries):
    client.force_login(officer)
    make_partnership(own, other)
    client.get(at("list"))
    with CaptureQueriesContext(connection) as one:
        client.get(at("list"))
    for number in range(3):
        municipality = make_organization(f"Община {number}", slug=f"obshtina-{number}")
        make_partnership(own, municipality)
    with django_assert_num_queries(len(one)):
        client.get(at("list"))


def test_nobody_is_a_partner_twice_or_of_itself(client, own, other, editor):
    for sides in ([own], [other, other]):
        assert client.post(at("add"), sent(own, *sides)).status_code == 200
    assert not Partnership.objects.exists()


def test_only_for_the_own_organisation_and_from_the_own_offers(client, own, other, editor):
    foreign = make_offer("zebra", other)
    assert "zebra" not in client.get(f"{at('add')}?offer={foreign.pk}").content.decode()
    client.post(at("add"), sent(other, own))
    client.post(at("add"), sent(own, ("Кооперация", "business"), offer=foreign.pk))
    assert not Partnership.objects.exists()
    foreign.refresh_from_db()
    assert foreign.state == "open"


def test_on_the_profile_of_who_is_named_it_stands_only_after_a_yes(own, other):
    partnership = make_partnership(own, other, confirmed=False)
    assert names_on_profile(own) == [["Община Тунджа"]] and names_on_profile(other) == []
    assert not partnerships_of(own, "bg")[0]["others"][0]["stands"]
    side = Partner.objects.get()
    assert confirm(side.pk, None) and not confirm(side.pk, None)
    assert names_on_profile(other) == [["МИГ – Тунджа"]] and partnerships_of(own, "bg")[0]["others"][0]["url"]
    assert decline(side.pk, None)
    assert names_on_profile(other) == [] and names_on_profile(own) == [[]]
    assert partnership in Partnership.objects.all()


def test_the_answer_is_one_press_on_the_first_page(client, own, other, asked):
    partnership = make_partnership(own, other, confirmed=False)
    recorder = make_editor(own, "recorder@example.org")
    client.force_login(asked)
    assert at("confirm", partnership.pk) in client.get("/admin/").content.decode()
    assert client.get(at("confirm", partnership.pk)).url == at("inspect", partnership.pk)
    assert not Partner.objects.get().confirmed_at, "a link changes nothing"
    for _press in range(2):
        client.post(at("confirm", partnership.pk))
    assert Partner.objects.get().confirmed_at
    assert [letter.to for letter in OutgoingMail.objects.all()] == [[recorder.email]]
    assert at("confirm", partnership.pk) not in client.get("/admin/").content.decode()


def test_nobody_answers_for_another_organisation(client, own, other, editor):
    partnership = make_partnership(own, other, confirmed=False)
    stranger = make_editor(make_organization("Чужда", slug="chuzhda"), "foreign@example.org")
    for person in (editor, stranger):
        client.force_login(person)
        client.post(at("confirm", partnership.pk))
        client.post(at("decline", partnership.pk))
    assert not Partner.objects.get().confirmed_at and not Partner.objects.get().declined_at


def test_who_is_named_reads_it_and_changes_nothing(client, own, other, asked):
    partnership = make_partnership(own, other, confirmed=False)
    client.force_login(asked)
    assert client.get(at("inspect", partnership.pk)).status_code == 200
    assert "Обща пътека" in client.get(at("list")).content.decode()
    for name in ("edit", "delete"):
        client.post(at(name, partnership.pk), sent(own, title_bg="Чуждо"))
        assert Partnership.objects.get().title_bg == "Обща пътека"


def test_other_words_are_asked_about_anew(client, own, other, editor, asked):
    partnership = make_partnership(own, other, fund="leader")
    ask(partnership)
    side = partnership.partners.get()
    data = sent(own, other, **{"partners-INITIAL_FORMS": 1, "partners-0-id": side.pk})
    client.post(at("edit", partnership.pk), data)
    assert Partner.objects.get().confirmed_at
    client.post(at("edit", partnership.pk), data | {"title_bg": "Друго"})
    assert Partner.objects.get().confirmed_at is None and names_on_profile(other) == []
    assert [letter.to for letter in OutgoingMail.objects.all()] == [["obshtina@example.org"]]


def test_what_another_has_confirmed_only_the_office_deletes(client, own, other, editor, officer):
    partnership = make_partnership(own, other)
    client.post(at("delete", partnership.pk))
    assert Partnership.objects.exists()
    client.force_login(officer)
    client.post(at("delete", partnership.pk))
    assert not Partnership.objects.exists()


def test_across_sectors_only_sides_that_hold_are_counted(own, other):
    crossing = [make_partnership(own, other), make_partnership(own, ("Кооперация", "business"))]
    make_partnership(own, ("Сдружение", "non-profit"))
    unconfirmed = make_partnership(own, other, confirmed=False)
    declined = make_partnership(own, other)
    decline(declined.partners.get().pk, None)
    assert set(Partnership.objects.cross_sector()) == set(crossing)
    assert not Partnership.objects.formed().filter(pk__in=[unconfirmed.pk, declined.pk]).exists()


def test_the_report_counts_by_year_fund_and_sectors(client, own, other, editor, officer):
    last_year = timezone.localdate() - timedelta(days=366)
    make_partnership(own, other, fund="interreg", offer=make_offer(organization=own))
    make_partnership(own, ("=Кооперация", "business"), fund="interreg", formed_on=last_year)
    make_partnership(own, other, confirmed=False)
    assert [(line.fund, line.number, line.from_offers) for line in lines()] == [("Interreg", 1, 1), ("Interreg", 1, 0)]
    address = reverse("partnership_report")
    assert client.get(address).status_code in (302, 403)
    client.force_login(officer)
    assert "Interreg" in client.get(address).content.decode()
    sheet = client.get(f"{address}?export=csv").getvalue().decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(sheet))
    assert len(heading) == 5 and [row[1] for row in rows] == ["Interreg", "Interreg"]
    assert client.get(f"{address}?export=xlsx").getvalue().startswith(b"PK")
    everything = client.get(f"{at('list')}?export=csv").getvalue().decode("utf-8-sig")
    assert "'=Кооперация" in everything


def test_a_profile_shows_what_its_organisation_seeks(own, other, django_assert_num_queries):
    today = timezone.localdate()
    first, second = make_offer(organization=own, days=9), make_offer(organization=own, days=3)
    make_offer(organization=own, live=False), make_offer(organization=own, days=-1), make_offer(organization=other)
    assert open_offers_of(own, today) == [second, first]
    with django_assert_num_queries(1):
        assert open_offer_counts([own.pk, other.pk, 10**6], today) == {own.pk: 2, other.pk: 1}
    assert open_offer_counts([], today) == {}


def test_the_desk_confirms_with_a_press(own, other):
    """As a browser does it: with the token of the form."""
    make_partnership(own, other, confirmed=False)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_editor(other, "desk@example.org"))
    html = browser.get("/admin/").content.decode()
    pattern = r'<form action="([^"]+/confirm/[^"]+)".*?name="csrfmiddlewaretoken" value="([^"]+)"'
    action, token = re.search(pattern, html, re.DOTALL).groups()
    assert browser.post(action, {"csrfmiddlewaretoken": token}).status_code == 302
    assert Partner.objects.get().confirmed_at


def test_another_partner_is_asked_about_anew(client, own, other, editor, asked):
    partnership = make_partnership(own, other, fund="leader")
    side = partnership.partners.get()
    data = sent(own, other, **{"partners-INITIAL_FORMS": 1, "partners-0-id": side.pk, "partners-TOTAL_FORMS": 2})
    third = {"organization": "", "name": "Кооперация „Лоза“", "sector": "business", "country": "BG", "id": ""}
    client.post(at("edit", partnership.pk), data | {f"partners-1-{name}": value for name, value in third.items()})
    assert partnership.partners.count() == 2
    side.refresh_from_db()
    assert side.confirmed_at is None and names_on_profile(other) == []
