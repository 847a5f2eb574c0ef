"""The host enters people without e-mail, from a list too, and writes to all; parts that people hold seats of."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.models import OutgoingMail
from events.models import Event, EventPart, Mailing, Registration, Seat
from tests.factories.events import make_part, make_registration, seat_of, states
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


# People without e-mail


def entering(client, event, part, **typed):
    address = f"{reverse('enter_people')}?event={event.pk}"
    key = client.get(address).context["form"]["key"].value()
    return client.post(address, {"name": "Баба Пена", "parts": [part.pk], "key": key} | typed)


def test_the_host_enters_who_phoned_though_registration_is_closed(client, part, host):
    EventPart.objects.update(closes_at=part.starts_at.replace(year=2020))
    client.force_login(host)
    entering(client, part.event, part, phone="046/123-456")
    registration = Registration.objects.get()
    assert (registration.source, registration.entered_by, registration.phone) == ("host", host, "+359 46 123 456")
    assert seat_of(registration).state == "confirmed" and not OutgoingMail.objects.exists()


def test_kept_seats_are_given_here_and_not_more_than_there_are(client, forum, host):
    part = make_part(forum, capacity=2, reserved=1)
    client.force_login(host)
    entering(client, forum, part, is_reserved="on")
    refused = entering(client, forum, part, is_reserved="on", name="Втора")
    assert refused.status_code == 200 and refused.context["form"].non_field_errors()
    assert Seat.objects.get().is_reserved


def test_two_presses_enter_one_person_and_mistakes_are_told(client, part, host):
    client.force_login(host)
    address = f"{reverse('enter_people')}?event={part.event_id}"
    key = client.get(address).context["form"]["key"].value()
    for _ in range(2):
        client.post(address, {"name": "Баба Пена", "parts": [part.pk], "key": key})
    assert Registration.objects.count() == 1
    wrong = entering(client, part.event, part, phone="xyz", email="@", parts=["x"])
    assert set(wrong.context["form"].errors) == {"phone", "email", "parts"}


@pytest.mark.parametrize("name", ["enter_people", "people_from_list", "write_to_registered"])
def test_events_of_others_do_not_exist_here(client, part, stranger, name):
    client.force_login(stranger)
    for key in (part.event_id, "x", "9" * 30):
        assert client.get(f"{reverse(name)}?event={key}").status_code == 404
    assert part.event.title_bg not in client.get(reverse(name)).content.decode()
    client.force_login(make_user())
    assert client.get(reverse(name)).status_code in (302, 403)


# Lists


def uploading(client, event, part, name, content, **typed):
    address = f"{reverse('people_from_list')}?event={event.pk}"
    key = client.get(address).context["form"]["key"].value()
    data = {"part": part.pk, "key": key, "do": "preview", "file": SimpleUploadedFile(name, content)}
    return client.post(address, data | typed)


@pytest.mark.parametrize("encoding, sign", [("utf-8", ","), ("utf-8-sig", ";"), ("cp1251", ";")])
def test_a_list_is_looked_through_first_and_then_entered_once(client, part, host, encoding, sign):
    make_registration(part, "Вече записан")
    rows = [
        "Е-поща;Име;Телефон",
        "pena@example.net;Пена;046/123-456",
        ";Вече записан;",
        "x;Лош адрес;",
        ";Пена;",
        ";;1",
    ]
    client.force_login(host)
    preview = uploading(client, part.event, part, "хора.csv", "\n".join(rows).replace(";", sign).encode(encoding))
    assert [bool(row["problems"]) for row in preview.context["rows"]] == [False, True, True, True, True]
    assert Registration.objects.count() == 1
    data = {"part": part.pk, "rows": preview.context["signed"], "do": "enter"}
    data["key"] = preview.context["form"]["key"].value()
    for _ in range(2):
        client.post(f"{reverse('people_from_list')}?event={part.event_id}", data)
    entered = Registration.objects.get(source="import")
    assert (entered.name, entered.email, entered.phone) == ("Пена", "pena@example.net", "+359 46 123 456")


def test_a_workbook_without_a_first_line_is_read_in_the_usual_order(client, part, host):
    book, content = Workbook(), BytesIO()
    book.active.append(["Пена", "кмет", "Кметство Веселиново", 46123456, None])
    book.save(content)
    client.force_login(host)
    preview = uploading(client, part.event, part, "hora.xlsx", content.getvalue())
    (row,) = preview.context["rows"]
    assert (row["person"]["name"], row["person"]["position"]) == ("Пена", "кмет")


@pytest.mark.parametrize(
    "name, content",
    [("x.csv", b""), ("x.xlsx", b"PK\x03\x04junk"), ("x.pdf", b"%PDF-"), ("x.csv", b"a\x00b"), ("x.csv", b"\n")],
)
def test_what_is_no_list_is_told_so(client, part, host, name, content):
    client.force_login(host)
    assert uploading(client, part.event, part, name, content).context["form"].errors["file"]


def test_rows_that_nobody_looked_through_are_not_entered(client, part, host):
    client.force_login(host)
    answer = uploading(client, part.event, part, "x.csv", b"x", file="", rows="forged", do="enter")
    assert answer.context["form"].errors["file"] and not Registration.objects.exists()


# A letter to all


def writing(client, event, do="send", **typed):
    address = f"{reverse('write_to_registered')}?event={event.pk}"
    data = {"states": ["confirmed"], "subject": "Автобусът", "text": "Тръгва в 9:15.", "do": do}
    data["key"] = client.get(address).context["form"]["key"].value()
    return client.post(address, data | typed)


def test_a_letter_to_all_is_counted_and_shown_first_and_then_goes_once(client, part, host):
    for number in range(3):
        make_registration(part, email=f"a{number}@example.net")
    OutgoingMail.objects.all().delete()
    client.force_login(host)
    preview = writing(client, part.event, do="preview")
    assert preview.context["count"] == 2 and "Тръгва в 9:15." in preview.content.decode()
    assert not OutgoingMail.objects.exists()
    key = preview.context["form"]["key"].value()
    for _ in range(2):
        writing(client, part.event, key=key)
    assert sorted(to for letter in OutgoingMail.objects.all() for to in letter.to) == [
        "a0@example.net",
        "a1@example.net",
    ]
    mailing = Mailing.objects.get()
    assert (mailing.letters, mailing.sent_by) == (2, host)
    assert "Автобусът" in client.get(reverse("events_mailing_modeladmin_index")).content.decode()


def test_a_letter_for_nobody_or_without_text_is_told_so(client, part, host):
    client.force_login(host)
    assert writing(client, part.event).context["form"].errors["states"]
    make_registration(part)
    assert writing(client, part.event, subject="", text="x\x00").status_code == 200
    assert not Mailing.objects.exists()


def test_letters_to_all_are_the_hosts_own(client, part, host, stranger):
    make_registration(part)
    client.force_login(host)
    writing(client, part.event, subject="zebra")
    client.force_login(stranger)
    assert "zebra" not in client.get(reverse("events_mailing_modeladmin_index")).content.decode()
    assert client.get(reverse("events_mailing_modeladmin_inspect", args=[Mailing.objects.get().pk])).status_code == 404


# Parts in the editor


def editing(client, event, parts, **fields):
    """What the editor posts."""
    form = client.get(reverse("wagtailsnippets_events_event:edit", args=[event.pk])).context["form"]
    data = {name: form[name].value() for name in form.fields if not hasattr(form.fields[name].widget, "block_def")}
    data = {name: value for name, value in data.items() if isinstance(value, str | int) and value is not False}
    data |= {name: rich_text("<p></p>") for name in form.fields if name.startswith("text")}
    clock = "%Y-%m-%d %H:%M"
    times = {name: getattr(event, name).astimezone().strftime(clock) for name in ("starts_at", "ends_at")}
    rows = [
        {
            "id": part.pk,
            "name_bg": part.name_bg,
            "starts_at": part.starts_at.astimezone().strftime(clock),
            "registration": "on",
            "capacity": part.capacity or "",
            "reserved": part.reserved,
            "questions": streamfield([]),
            "DELETE": "",
        }
        | changes
        for part, changes in parts
    ]
    empty = inline_formset([])
    data |= times | {"parts": inline_formset(rows, initial=len(rows)), "programme": empty, "reminders": empty} | fields
    return client.post(reverse("wagtailsnippets_events_event:edit", args=[event.pk]), nested_form_data(data))


def test_a_part_with_people_cannot_be_deleted_in_the_editor(client, part, officer):
    event = part.event
    empty = make_part(event, "Празна")
    make_registration(part)
    client.force_login(officer)
    refused = editing(client, event, [(part, {"DELETE": "on"}), (empty, {})])
    assert "Форум" in str(refused.context["form"].non_field_errors())
    assert EventPart.objects.filter(pk=part.pk).exists()
    gone = editing(client, event, [(part, {}), (empty, {"DELETE": "on"})], **{"action-publish": "1"})
    assert gone.status_code == 302 and list(EventPart.objects.all()) == [part]


def test_fewer_seats_than_are_taken_are_told_in_words_and_nobody_loses_one(client, part, officer):
    for _ in range(2):
        make_registration(part)
    client.force_login(officer)
    saved = editing(client, part.event, [(part, {"capacity": 1})], **{"action-publish": "1"})
    said = [str(message) for message in client.get(saved.url).context["messages"]]
    assert any("1" in sentence and "2" in sentence for sentence in said)
    part.refresh_from_db()
    assert part.capacity == 1 and states(part) == ["confirmed", "confirmed"]


def test_parts_that_make_no_sense_are_told_so(client, part, officer):
    client.force_login(officer)
    wrong = editing(client, part.event, [(part, {"reserved": 3})])
    assert wrong.context["form"].non_field_errors()
    wrong = editing(client, part.event, [(part, {"ends_at": "2020-01-01 10:00"})])
    assert wrong.context["form"].non_field_errors()
    assert Event.objects.get().parts.get().reserved == 0
    late = (part.event.ends_at + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    wrong = editing(client, part.event, [(part, {"closes_at": late})])
    assert "приключило" in str(wrong.context["form"].non_field_errors())
