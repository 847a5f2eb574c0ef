"""The report: who writes and reads it, numbers from the entrance, photos with consent, reminders until it is there."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from core.regularly import tick
from events.addresses import event_address
from events.models import EventReport, ReportMaterial, ReportPhoto
from events.report import report_address, shown_report
from members.models import Municipality, Province, Settlement
from tests.events.day import forum_part, held_event, register
from tests.factories.core import make_document, make_picture
from tests.factories.members import make_editor, make_organization, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes):
    return held_event("Форум на село", slug="forum-na-selo")


@pytest.fixture
def editor(client, event):
    editor = make_editor(event.organization)
    client.force_login(editor)
    return editor


def make_report(event, **fields):
    defaults = {"text_bg": "<p>Разбрахме се за okapi.</p>", "is_published": True, "published_at": timezone.now()}
    return EventReport.objects.create(event=event, **defaults | fields)


def own_picture(event, title="Нива", **fields):
    """In the collection of the host: others' pictures are nobody's to refer to."""
    event.organization.refresh_from_db()
    return make_picture(title, collection=event.organization.collection, **fields)


def begin(client, event):
    return client.post(reverse("wagtailsnippets_events_event:report", args=[event.pk]))


def form(photos=(), materials=(), **fields):
    text = rich_text("<p>Разбрахме се за общ календар.</p>")
    data = {"text_bg": text, "text_en": "null", "decisions_bg": "null", "decisions_en": "null", "minutes": ""} | fields
    data |= {
        "photos": inline_formset([{"image": image.pk} for image in photos]),
        "materials": inline_formset(list(materials)),
    }
    return nested_form_data(data)


def test_the_host_writes_it_from_the_desk_and_readers_find_it(client, event, editor):
    for _again in range(2):
        edit = begin(client, event)["Location"]
    assert EventReport.objects.count() == 1 and client.get(edit).status_code == 200
    answer = client.post(edit, form(is_published="on", photos=[own_picture(event)]))
    assert answer.status_code == 302, (answer.context["form"].errors, answer.context["form"].formsets["photos"].errors)
    report = EventReport.objects.get()
    assert report.published_at and report.photos.count() == 1
    client.logout()
    page = client.get(report_address(event.slug, "bg"))
    assert "общ календар" in page.content.decode() and not page.cookies


def test_the_page_of_the_event_leads_to_its_report(client, event):
    announced, below = "Четете го така, както беше обявено.", 'href="#report-h"'
    page = client.get(event_address(event.slug, "bg")).content.decode()
    assert announced in page and below not in page
    report = make_report(event, is_published=False)
    assert below not in client.get(event_address(event.slug, "bg")).content.decode()
    report.is_published = True
    report.save()
    page = client.get(event_address(event.slug, "bg")).content.decode()
    assert announced not in page and below in page and 'id="report-h"' in page


def test_a_draft_and_the_report_of_a_members_event_are_not_for_all(client, event):
    address = report_address(event.slug, "bg")
    report = make_report(event, is_published=False)
    assert client.get(address).status_code == 404 and shown_report(event, "bg") is None
    EventReport.objects.filter(pk=report.pk).update(is_published=True)
    assert "okapi" in client.get(address).content.decode()
    event.audience = "members"
    event.save()
    assert client.get(address).status_code == 404
    client.force_login(make_user("chlen@example.org"))
    shown = client.get(address)
    assert "okapi" in shown.content.decode() and "private" in shown["Cache-Control"]


@pytest.mark.indexed
def test_a_file_of_a_report_is_public_only_with_it(client, event):
    minutes = make_document("Протокол", b"okapi", "protokol.txt")
    report = make_report(event, is_published=False, minutes=minutes)
    assert client.get(minutes.url).status_code == 404
    report.is_published = True
    report.save()
    assert client.get(minutes.url).status_code == 200


def test_people_in_a_photo_need_their_consent(client, event, editor):
    edit = begin(client, event)["Location"]
    picture = own_picture(event, "Залата", people="adults")
    refused = client.post(edit, form(photos=[picture]))
    assert "съгласията" in refused.content.decode()
    assert json.dumps("общ календар")[1:-1] in refused.content.decode()  # the editor gets its text as JSON
    picture.consent = "подписани декларации в папка 3"
    picture.save()
    assert client.post(edit, form(is_published="on", photos=[picture])).status_code == 302
    address = report_address(event.slug, "bg")
    assert "gallery" in client.get(address).content.decode()
    picture.consent = ""
    picture.save()
    assert "gallery" not in client.get(address).content.decode()


def test_a_material_is_a_file_or_an_address(client, event, editor):
    edit = begin(client, event)["Location"]
    nothing = {"kind": "clipping", "title": "Репортаж", "document": "", "link": ""}
    assert "едно от двете" in client.post(edit, form(materials=[nothing])).content.decode()
    good = nothing | {"link": "https://mediya.example/okapi"}
    assert client.post(edit, form(is_published="on", materials=[good])).status_code == 302
    assert "https://mediya.example/okapi" in client.get(report_address(event.slug, "bg")).content.decode()


def test_what_is_published_has_a_text(client, event, editor):
    edit = begin(client, event)["Location"]
    answer = client.post(edit, form(is_published="on", text_bg="null"))
    assert "няколко изречения" in answer.content.decode()


def test_numbers_come_from_the_entrance(event, django_assert_max_num_queries):
    part = forum_part(event)
    province = Province.objects.get(code="JAM")
    municipality = Municipality.objects.create(name_bg="Пробна", province=province)
    village = Settlement.objects.create(name_bg="Роза", kind="village", municipality=municipality)
    school = make_organization("НЧ „Искра“", slug="iskra")
    type(school).objects.filter(pk=school.pk).update(kind="chitalishte", settlement=village)
    register(event, part, "А Б", "В Г", organization=school, came=True)
    register(event, part, "Д Е", organization_name="кметство Роза", came=True)
    register(event, part, "Не дойде", organization=school)
    make_report(event, participants=900)
    shown_report(event, "bg")  # the map of the sections is read once for all pages
    with django_assert_max_num_queries(2):
        found = shown_report(event, "bg")["numbers"]
    assert (found.participants, found.organizations, found.without) == (3, 2, 1)
    assert [count for _sector, count in found.sectors] == [2] and found.provinces == [("Ямбол", 2)]


def test_numbers_by_hand_where_nobody_was_marked(client, event):
    make_report(event, participants=67, organizations=31)
    page = client.get(report_address(event.slug, "bg")).content.decode()
    assert "<b>67</b>" in page and "<b>31</b>" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same(client, event, rows, django_assert_max_num_queries):
    report = make_report(event)
    for number in range(rows):
        ReportPhoto.objects.create(report=report, image=make_picture(), sort_order=number)
        document = make_document(f"Презентация {number}", name=f"p{number}.txt")
        ReportMaterial.objects.create(report=report, title=f"Презентация {number}", document=document)
    client.get(report_address(event.slug, "bg"))
    with django_assert_max_num_queries(12):
        assert client.get(report_address(event.slug, "bg")).content.decode().count("Презентация") >= rows


def test_editors_of_others_and_members_neither_begin_nor_read_a_draft(client, event):
    report = make_report(event, is_published=False)
    edit = reverse("wagtailsnippets_events_eventreport:edit", args=[report.pk])
    foreign = make_editor(make_organization("Чужда", slug="chuzhda"), "chuzhd@example.org")
    for person in (None, make_user("chlen@example.org"), foreign):
        client.logout()
        if person:
            client.force_login(person)
        for answer in (client.get(edit), client.post(edit, form()), begin(client, event)):
            assert answer.status_code in (302, 403, 404) and "okapi" not in answer.content.decode()
        listed = client.get(reverse("wagtailsnippets_events_eventreport:list"), follow=True).content.decode()
        assert "Форум на село" not in listed
    report.refresh_from_db()
    assert "okapi" in report.text_bg


def test_nobody_adds_or_deletes_a_report_beside_the_desk(client, officer, event):
    report = make_report(event)
    client.force_login(officer)
    assert client.get(reverse("wagtailsnippets_events_eventreport:edit", args=[report.pk])).status_code == 200
    assert client.get(reverse("wagtailsnippets_events_eventreport:add")).status_code in (302, 403)
    client.post(reverse("wagtailsnippets_events_eventreport:delete", args=[report.pk]))
    assert EventReport.objects.exists()


def test_hosts_are_reminded_until_it_is_published(event, settings):
    from core.models import OutgoingMail

    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    editor = make_editor(event.organization)
    letters = OutgoingMail.objects.filter(key__contains=":report-due:")
    for days, expected in ((1, 0), (3, 1), (4, 1), (7, 2), (15, 3)):
        event.ends_at = timezone.now() - timedelta(days=days)
        event.starts_at = event.ends_at - timedelta(hours=3)
        event.save()
        for _again in range(2):
            tick.send(sender=None)
        assert letters.count() == expected, days
    assert letters.first().to == [editor.email] and "няма публикуван отчет" in letters.first().text
    other = held_event(
        "Отчетено", ends_at=timezone.now() - timedelta(days=5), starts_at=timezone.now() - timedelta(days=6)
    )
    make_report(other)
    held_event(
        "Отменено",
        state="cancelled",
        ends_at=timezone.now() - timedelta(days=5),
        starts_at=timezone.now() - timedelta(days=6),
    )
    tick.send(sender=None)
    assert letters.count() == 3


def test_the_first_page_of_the_admin_names_what_waits(client, event, editor):
    assert "Събития без отчет" in client.get("/admin/").content.decode()
    make_report(event)
    assert "Събития без отчет" not in client.get("/admin/").content.decode()
