"""The register of applications: read, found, talked about, decided once, entered by phone."""

import csv
import re
from io import StringIO
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from members.joining import keys
from members.models import Affiliation, Application, Organization
from news.models import NewsroomPage
from tests.factories.joining import make_application
from tests.factories.members import make_organization

pytestmark = pytest.mark.django_db
LIST = "/admin/members/application/"
START = "/prisaedinyavane/"


@pytest.fixture(autouse=True)
def outbox(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    settings.BASE_URL = "https://leader.example.org"


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def verb(name, application):
    return reverse(f"members_application_modeladmin_{name}", args=[application.pk])


def shown(client, query=""):
    return {application.name for application in client.get(LIST + query).context["object_list"]}


def test_the_office_sees_what_was_sent_and_what_it_entered_itself(desk):
    make_application(name="Нова", eik="")
    make_application("draft", name="Недописана", eik="")
    make_application("draft", name="По телефона", eik="", source="phone")
    make_application("declined", name="Отказана", eik="", kind="ngo")
    assert shown(desk) == {"Нова", "По телефона", "Отказана"}
    assert shown(desk, "?state=new") == {"Нова"}
    assert shown(desk, "?source=phone") == {"По телефона"}
    assert shown(desk, "?kind=ngo") == {"Отказана"}
    draft = Application.objects.get(name="Недописана")
    assert desk.get(f"{LIST}inspect/{draft.pk}/").status_code == 404
    assert desk.post(verb("approve", draft)).status_code == 404


def test_every_answer_is_read_in_words(desk):
    application = make_application()
    text = desk.get(f"{LIST}inspect/{application.pk}/").content.decode()
    for words in ("Читалище", "000970464", "с. Крушаре", "+359 46 123 456", "Пеем, шием и помним.", "Отговорник"):
        assert words in text, words
    assert application.people[0]["email"] in text
    assert "chitalishte" not in text.split("<dl", 1)[1]


def test_what_resembles_it_stands_beside_it(desk):
    application = make_application(email="iskra@example.net")
    make_application("declined", name="NCH Iskra 1929", eik="", email="drug@example.net")
    make_application("declined", name="Съвсем друго", eik="", email="iskra@example.net")
    make_application("declined", name="Несвързано", eik="", email="treti@example.net")
    organization = make_organization("НЧ „Искра“ 1929", "", "iskra-1929")
    text = desk.get(f"{LIST}inspect/{application.pk}/").content.decode()
    assert "NCH Iskra 1929" in text and "същото име" in text
    assert "Съвсем друго" in text and "същата е-поща" in text
    assert reverse("wagtailsnippets_members_organization:edit", args=[organization.pk]) in text
    assert "Несвързано" not in text


def test_talking_goes_by_letter_and_once(desk, letters):
    application = make_application()
    assert "<form" in desk.get(verb("talk", application)).content.decode()
    for _press in range(2):
        desk.post(verb("talk", application), {"words": "Обадете се, моля.\nУтре."})
    application.refresh_from_db()
    assert application.state == "talking" and "Обадете се, моля." in application.note
    (letter,) = letters("iskra@example.net")
    assert "Обадете се, моля." in letter.text and "<br>" in letter.html


def test_talking_by_phone_sends_no_letter(desk, letters):
    application = make_application()
    desk.post(verb("talk", application), {"words": ""})
    application.refresh_from_db()
    assert application.state == "talking" and letters("iskra@example.net") == []


def test_declining_wants_a_reason(desk, officer, letters, client):
    application = make_application(language="en")
    answer = desk.post(verb("decline", application), {"reason": ""})
    assert answer.status_code == 200 and "задължително" in answer.content.decode()
    desk.post(verb("decline", application), {"reason": "Not a <b>small</b> place."})
    application.refresh_from_db()
    assert (application.state, application.decided_by) == ("declined", officer)
    (letter,) = letters("iskra@example.net")
    assert letter.subject == "Your application to join the network is declined"
    assert "Not a <b>small</b> place." in letter.text and "&lt;b&gt;small" in letter.html
    assert "/en/join/prodalzhi/" in letter.text
    shown = client.get(f"{START}prodalzhi/{application.key}/", follow=True).content.decode()
    assert "Not a &lt;b&gt;small" in shown


def test_declined_is_taken_up_again_unless_another_came(desk):
    application = make_application("declined", reason="Липсва решение")
    desk.post(verb("again", application))
    application.refresh_from_db()
    assert (application.state, application.reason, application.decided_by) == ("talking", "", None)
    assert "Липсва решение" in application.note
    declined = make_application("declined", name="Втора")
    answer = desk.post(verb("again", declined), follow=True)
    declined.refresh_from_db()
    assert declined.state == "declined" and "Вече има" in answer.content.decode()


def test_approval_does_everything_once(desk, officer, letters):
    application = make_application(email="iskra@example.net", emails=("upravitel@example.org", "redaktor@example.net"))
    for _press in range(2):
        answer = desk.post(verb("approve", application), follow=True)
    assert "вече" in answer.content.decode()
    application.refresh_from_db()
    organization = Organization.objects.get()
    assert (application.state, application.organization, application.decided_by) == ("approved", organization, officer)
    assert organization.live and organization.is_member_on(organization.member_since)
    assert (organization.name_bg, organization.eik, organization.kind) == (
        "НЧ „Искра – 1929“", "000970464", "chitalishte",
    )  # fmt: skip
    assert organization.seat_bg == "с. Крушаре" and organization.summary_bg == "Пеем, шием и помним."
    assert NewsroomPage.objects.filter(organization=organization, live=True).count() == 2
    assert Group.objects.filter(organization=organization).count() == 1
    places = {(place.email, place.role, place.state) for place in Affiliation.objects.all()}
    assert places == {("upravitel@example.org", "manager", "invited"), ("redaktor@example.net", "editor", "invited")}
    for address in ("upravitel@example.org", "redaktor@example.net", "iskra@example.net"):
        assert len(letters(address)) == 1, address
    assert not organization.editors.user_set.exists()


def test_contacts_stand_in_the_profile_only_if_that_was_agreed_to(desk):
    from members import consents

    silent, open_hearted = make_application(), make_application(name="Друга", eik="175074752")
    consents.record("contacts", application=open_hearted)
    for application in (silent, open_hearted):
        desk.post(verb("approve", application))
        application.refresh_from_db()
    assert (silent.organization.phone, silent.organization.email) == ("", "")
    assert open_hearted.organization.phone == "+359 46 123 456"


def test_an_organisation_that_came_meanwhile_is_not_made_twice(desk):
    application = make_application()
    there = make_organization()
    there.eik = "000970464"
    there.save()
    answer = desk.post(verb("approve", application), follow=True)
    application.refresh_from_db()
    assert application.state == "new" and "Вече има организация" in answer.content.decode()
    assert Organization.objects.count() == 1


def test_approved_is_not_declined_any_more(desk):
    application = make_application()
    desk.post(verb("approve", application))
    desk.post(verb("decline", application), {"reason": "Късно"})
    application.refresh_from_db()
    assert application.state == "approved"


def test_notes_say_who_and_when(desk, officer):
    application = make_application()
    for words in ("Първа", "Втора"):
        desk.post(verb("note", application), {"words": words})
    application.refresh_from_db()
    first, second = application.note.split("\n\n")
    assert first.endswith(f"{officer}: Първа") and second.endswith("Втора")


def test_sheets(desk):
    make_application(name="=Искра")
    raw = b"".join(desk.get(f"{LIST}?export=csv").streaming_content)
    head, row = csv.reader(StringIO(raw.decode("utf-8-sig")))
    assert "ЕИК" in head and len(set(head)) == len(head)
    assert any("Отговорник" in cell or "отговорник" in cell for cell in row) and "manager" not in ",".join(row)
    assert not any(re.search(r":\d\d\.\d", cell) for cell in row)
    assert row[0] == "'=Искра" and "000970464" in row and "+359 46 123 456" in row
    assert not {"chitalishte", "new", "web"} & set(row)


def entry(desk, **typed):
    key = desk.get(f"{LIST}enter/").context["form"]["key"].value()
    said = {"source": "phone", "name_bg": "Женски хор", "settlement": "с. Веселиново", "phone": "046 123 456"}
    return said | {"email": "hor@example.net", "note": "Обади се кметът", "key": key} | typed


def test_an_application_by_phone_is_finished_by_the_organisation(desk, officer, letters, client):
    assert "enter" in desk.get(LIST).content.decode()
    form = entry(desk)
    for _press in range(2):
        desk.post(f"{LIST}enter/", form)
    application = Application.objects.get()
    assert (application.state, application.source, application.entered_by) == ("draft", "phone", officer)
    assert "Обади се кметът" in application.note
    (letter,) = letters("hor@example.net")
    link = f"{START}prodalzhi/{application.key}/"
    assert f"https://leader.example.org{link}" in letter.text
    client.logout()
    first = client.get(client.get(link, follow=True).redirect_chain[-1][0]).content.decode()
    assert 'value="Женски хор"' in first and 'value="hor@example.net"' in first and "error-summary" not in first
    assert 'value="с. Веселиново"' in client.get(f"{START}profil/").content.decode()


@pytest.mark.parametrize("typed", [{"name_bg": ""}, {"phone": "не знам"}, {"email": "x"}, {"source": "web"}])
def test_a_wrong_entry_is_explained(desk, typed):
    answer = desk.post(f"{LIST}enter/", entry(desk, **typed))
    assert answer.status_code == 200 and answer.context["form"].errors
    assert "с. Веселиново" in answer.content.decode()


def test_the_letter_on_paper_has_a_code_and_a_square(desk):
    desk.post(f"{LIST}enter/", entry(desk, email="", source="paper"))
    application = Application.objects.get()
    text = desk.get(f"{LIST}paper/{application.pk}/").content.decode()
    assert keys.code_of(application) in text and "<svg" in text
    assert "https://leader.example.org/prisaedinyavane/kod/" in text
    assert desk.get(f"{LIST}paper/{make_application('draft', eik='').pk}/").status_code == 404


def test_an_editor_of_a_newsroom_sees_nothing_of_it(client, editor):
    application = make_application(name="TAYNA")
    entered = make_application("draft", name="TAYNA", source="phone", eik="")
    client.force_login(editor)
    tails = ("", f"inspect/{application.pk}/", "?export=csv", "enter/", f"paper/{entered.pk}/")
    for path in [*(LIST + tail for tail in tails), verb("decline", application)]:
        assert "TAYNA" not in client.get(path, follow=True).content.decode(), path
    for name in ("approve", "decline", "talk", "note"):
        client.post(verb(name, application), {"reason": "x", "words": "x"})
    client.post(f"{LIST}enter/", {"source": "phone", "name_bg": "x", "settlement": "x", "phone": "046 123 456",
                                  "key": str(uuid4())})  # fmt: skip
    application.refresh_from_db()
    assert (application.state, application.note, Application.objects.count()) == ("new", "", 2)


def by_phone(**fields):
    answers = {"name_bg": "Жива вода", "settlement": "Тича", "phone": "046 123 456", "email": "staro@example.net"}
    fields = {"name": "Жива вода", "eik": "", "email": "staro@example.net", "answers": answers, "people": []} | fields
    return make_application("draft", source="phone", **fields)


def test_what_was_misheard_on_the_phone_is_corrected(desk, officer, letters):
    application = by_phone(entered_by=officer)
    address = f"{LIST}correct/{application.pk}/"
    assert address in desk.get(f"{LIST}inspect/{application.pk}/").content.decode()
    assert 'value="Тича"' in desk.get(address).content.decode()
    said = {"source": "paper", "name_bg": "Жива вода 2", "settlement": "Тича", "phone": "046 123 457"}
    desk.post(address, said | {"email": "novo@example.net"})
    application.refresh_from_db()
    assert (application.name, application.source, application.email) == ("Жива вода 2", "paper", "novo@example.net")
    assert application.answers["phone"] == "+359 46 123 457"
    assert len(letters("novo@example.net")) == 1 and not letters("staro@example.net")
    Application.objects.update(state="new")
    assert desk.get(address).status_code == 404


def test_what_came_by_phone_and_goes_no_further_is_declined_and_taken_up_again(desk, officer, client):
    application = by_phone(entered_by=officer)
    desk.post(verb("decline", application), {"reason": "Отказаха се."})
    application.refresh_from_db()
    assert application.state == "declined"
    desk.post(verb("again", application))
    application.refresh_from_db()
    assert application.state == "draft"


def test_an_entry_by_mistake_is_deleted_and_deleting_twice_is_no_error(desk, officer):
    application, sent = by_phone(entered_by=officer), make_application()
    assert "<form" in desk.get(verb("delete", application)).content.decode()
    assert desk.post(verb("delete", application)).url == desk.post(verb("delete", application)).url == LIST
    desk.post(verb("delete", sent))
    assert list(Application.objects.all()) == [sent]


def test_windows_that_ask_have_titles_and_nothing_alike_no_heading(desk):
    application = make_application()
    for address in (verb("talk", application), verb("note", application), "/admin/members/application/enter/"):
        assert "<title></title>" not in (text := desk.get(address).content.decode())
        assert not re.search(r"<title>\s*-", text)
    assert "Прилича на" not in desk.get(f"{LIST}inspect/{application.pk}/").content.decode()
