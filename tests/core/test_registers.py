"""The registers of the office: read, found, exported, acted on once."""

import csv
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.mail import MAX_ATTEMPTS
from core.models import ContactMessage, OutgoingMail
from tests.factories.core import make_funding, make_role
from tests.factories.members import make_admin

LIST = "/admin/core/contactmessage/"


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def make_message(key="1", **fields):
    defaults = {"name": "Искра", "email": "iskra@example.net", "text": "Въпрос за Членство", "language": "bg"}
    return ContactMessage.objects.create(key=key, **defaults | fields)


def shown(client, query=""):
    answer = client.get(LIST + query)
    assert answer.status_code == 200
    return {message.name for message in answer.context["object_list"]}


def test_messages_are_filtered_by_role_and_answer(desk):
    role = make_role()
    make_message("1", name="Чака", role=role)
    make_message("2", name="Отговорено", answered_at=timezone.now())
    assert shown(desk) == {"Чака", "Отговорено"}
    assert shown(desk, "?answered=no") == {"Чака"}
    assert shown(desk, "?answered=yes") == {"Отговорено"}
    assert shown(desk, f"?role={role.pk}") == {"Чака"}


@pytest.mark.parametrize(
    "query",
    [
        "?answered=bad", "?role=bad", "?role=999999", "?answered_by__password__startswith=a", "?nothing=1",
        "?p=x", "?p=99999999999999999999", "?o=99", "?o=-x.y", "?export=pdf",
    ],
)  # fmt: skip
def test_an_address_somebody_made_up_shows_the_list(desk, query):
    make_message()
    assert shown(desk, query) == {"Искра"}


@pytest.mark.parametrize("asked", ["членство", "ЧЛЕНСТВО", "Въпрос членство", "ISKRA@", "искра"])
def test_words_are_found_in_any_case(desk, asked):
    make_message("1")
    make_message("2", name="Други", email="drugi@example.net", text="Друго")
    assert shown(desk, f"?q={asked}") == {"Искра"}


def test_signs_of_a_pattern_are_only_signs(desk):
    make_message("1")
    assert shown(desk, "?q=.*(") == set()


def test_a_message_is_read_in_words(desk):
    message = make_message(role=make_role(), page="/novini/")
    ContactMessage.objects.update(received_at=datetime(2026, 7, 1, 21, 30, tzinfo=UTC))
    text = desk.get(f"{LIST}inspect/{message.pk}/").content.decode()
    assert "Въпрос за Членство" in text
    assert "02.07.2026 00:30" in text
    assert "Български" in text or "български" in text.lower()


@pytest.mark.parametrize("pk", ["abc", "999999", "99999999999999999999999"])
def test_a_message_that_is_not_there(desk, pk):
    assert desk.get(f"{LIST}inspect/{pk}/").status_code == 404


def test_answering_is_noted_with_who_and_when_and_only_once(desk, officer):
    message = make_message()
    address = reverse("core_contactmessage_modeladmin_answered", args=[message.pk])
    assert desk.get(address).url == f"{LIST}inspect/{message.pk}/"
    assert not type(message).objects.get().answered_at
    desk.post(address)
    message.refresh_from_db()
    first = message.answered_at
    assert first and message.answered_by == officer
    desk.post(address)
    message.refresh_from_db()
    assert message.answered_at == first


def test_sheets_hold_words_sofia_time_and_no_formulas(desk):
    make_message(name='=HYPERLINK("http://evil.example")', text="+359 ако\n„кавички“; и, запетаи", role=make_role())
    ContactMessage.objects.update(received_at=datetime(2026, 7, 1, 21, 30, tzinfo=UTC))
    raw = b"".join(desk.get(f"{LIST}?export=csv").streaming_content)
    assert raw.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(StringIO(raw.decode("utf-8-sig")))
    assert row[0].startswith("'=") and row[3].startswith("'+359")
    assert "Координатор" in row and "2026-07-02 00:30" in row
    assert "bg" not in row
    book = load_workbook(BytesIO(b"".join(desk.get(f"{LIST}?export=xlsx").streaming_content)))
    cells = next(book.active.iter_rows(min_row=2))
    assert cells[0].value.startswith("=") and cells[0].data_type == "s" and cells[0].quotePrefix
    assert datetime(2026, 7, 2, 0, 30) in [cell.value for cell in cells]


def test_no_message_is_made_changed_or_deleted_here(desk):
    message = make_message()
    for name in ("create/", f"edit/{message.pk}/", f"delete/{message.pk}/"):
        assert desk.post(LIST + name).status_code == 404


def test_an_editor_of_a_newsroom_sees_no_register(client, editor):
    message, letter = make_message(name="Tayna"), make_letter("k", subject="Tayna")
    client.force_login(editor)
    for address, row in ((LIST, message), ("/admin/core/outgoingmail/", letter)):
        for tail in ("", f"inspect/{row.pk}/", "?export=csv"):
            answer = client.get(address + tail, follow=True)
            assert "Tayna" not in answer.content.decode()
            assert answer.request["PATH_INFO"] == reverse("wagtailadmin_home")
    client.post(reverse("core_contactmessage_modeladmin_answered", args=[message.pk]))
    assert ContactMessage.objects.get().answered_at is None


def make_letter(key, **fields):
    defaults = {
        "sender": "portal@example.org",
        "to": ["liliya@example.net"],
        "subject": "Код за вход",
        "text": "TAEN-KOD",
    }
    return OutgoingMail.objects.create(key=key, **defaults | fields)


def test_a_letter_that_gave_up_is_sent_again(client, homes, django_capture_on_commit_callbacks):
    client.force_login(make_admin())
    letter = make_letter("k", attempts=MAX_ATTEMPTS, next_attempt_at=None, last_error="отказ")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("core_outgoingmail_modeladmin_again", args=[letter.pk]))
        client.post(reverse("core_outgoingmail_modeladmin_again", args=[letter.pk]))
    letter.refresh_from_db()
    assert letter.sent_at and [sent.to for sent in mail.outbox] == [["liliya@example.net"]]


def test_letters_are_listed_without_their_texts(client, homes):
    client.force_login(make_admin())
    letter = make_letter("k", sent_at=timezone.now() - timedelta(days=1))
    make_letter("w", subject="Чакащо")
    text = client.get("/admin/core/outgoingmail/?q=LILIYA").content.decode()
    assert "Код за вход" in text and "Чакащо" in text
    assert "Чакащо" not in client.get("/admin/core/outgoingmail/?state=sent").content.decode()
    inspected = client.get(f"/admin/core/outgoingmail/inspect/{letter.pk}/").content.decode()
    assert "liliya@example.net" in inspected
    assert "TAEN-KOD" not in inspected + text


def test_the_officer_edits_contact_roles_and_funding_records(desk):
    role, record = make_role(), make_funding()
    assert "Координатор" in desk.get("/admin/snippets/core/contactrole/").content.decode()
    assert desk.get(f"/admin/snippets/core/contactrole/edit/{role.pk}/").status_code == 200
    assert desk.get(f"/admin/snippets/core/fundingrecord/edit/{record.pk}/").status_code == 200
