"""The dossier: what is in the ZIP, what it says is missing, and that nobody else gets it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter

from core import mail
from events.certificates.giving import give
from events.dossier.archive import write
from events.dossier.contents import contents
from events.models import Dossier, EventReport, ReportMaterial, ReportPhoto, SignedSheet
from tests.events.day import forum_part, held_event, register
from tests.factories.core import make_document, make_funding, make_picture, picture_bytes
from tests.factories.members import make_editor, make_organization, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes):
    return held_event("Форум на село", funding=make_funding())


@pytest.fixture
def part(event):
    return forum_part(event)


@pytest.fixture
def editor(client, event):
    editor = make_editor(event.organization)
    client.force_login(editor)
    return editor


def address(event, name="dossier", *more):
    return reverse(f"wagtailsnippets_events_event:{name}", args=[event.pk, *more])


def scan(name="spisak.pdf", pages=1):
    writer, kept = PdfWriter(), BytesIO()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    writer.write(kept)
    return SimpleUploadedFile(name, kept.getvalue(), "application/pdf")


def packed(event) -> ZipFile:
    kept = BytesIO()
    write(event, kept)
    return ZipFile(kept)


def make_full(event, part, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    event.programme.create(title_bg="Откриване", starts_at=event.starts_at, sort_order=0)
    [seat] = register(event, part, "Станислава Живкова", "=HYPERLINK(1)", came=True)[:1]
    report = EventReport.objects.create(
        event=event, text_bg="<p>Разбрахме се.</p>", is_published=True, published_at=timezone.now(),
        minutes=make_document("Протокол", b"protokol", "protokol.txt"),
    )  # fmt: skip
    ReportPhoto.objects.create(report=report, image=make_picture())
    ReportPhoto.objects.create(report=report, image=make_picture("Без съгласие", people="adults"))
    clipping = {"report": report, "kind": "clipping", "title": "Репортаж"}
    ReportMaterial.objects.create(**clipping, link="https://mediya.example/reportazh")
    ReportMaterial.objects.create(report=report, title="Слайдове", document=make_document(name="slaydove.txt"))
    give(event)
    key = f"registration:{seat.attendee.registration_id}:confirmed"
    context = {"subject": "Записани сте", "lines": ["Очакваме Ви."], "button": "x", "link": "x", "why": "x"}
    mail.post(key, ["gost@example.org"], "note", context, "bg")


def test_the_zip_has_everything_that_is_there(client, event, part, editor, settings):
    make_full(event, part, settings)
    assert client.post(address(event), {"file": scan("списък.pdf")}).status_code == 302
    archive = packed(event)
    names = archive.namelist()
    assert archive.testzip() is None and not [name for name in names if ".." in name or name.startswith("/")]
    for ending in (
        "pokana-i-programa.pdf", "zapisani.xlsx", "prisastven-spisak.pdf", "otchet.pdf", "pisma.xlsx",
        "sadarzhanie.html",
    ):  # fmt: skip
        assert [name for name in names if name.endswith(ending)], ending
    for folder, number in (("snimki", 1), ("protokol", 1), ("materiali", 1)):
        assert len([name for name in names if f"-{folder}/" in name]) == number, folder
    assert len([name for name in names if "-podpisani/" in name]) == 1
    assert len([name for name in names if "-udostovereniya/" in name]) == 2
    people = load_workbook(BytesIO(archive.read(next(name for name in names if name.endswith("zapisani.xlsx"))))).active
    cells = [str(cell.value) for row in people for cell in row]
    assert "Станислава Живкова" in cells and "=HYPERLINK(1)" in cells
    sent = load_workbook(BytesIO(archive.read(next(name for name in names if name.endswith("pisma.xlsx"))))).active
    assert "Записани сте" in [cell.value for cell in sent["A"]]
    programme = PdfReader(
        BytesIO(archive.read(next(name for name in names if "pokana" in name and name.endswith(".pdf"))))
    )
    assert "Откриване" in programme.pages[0].extract_text()
    page = archive.read("sadarzhanie.html").decode()
    assert "Нищо не липсва" in page and "https://mediya.example/reportazh" in page and "РД50-39" in page
    for name in names:
        if name != "sadarzhanie.html":
            assert f'href="{name}"' in page, name


def test_letters_in_the_zip_open_no_door(event, part, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    former, now = "https://meet.example.org/predishen", "https://meet.example.org/vhod?a=1&b=2"
    for link in (former, now):
        event.online_link = link
        event.save_revision().publish()
    event.refresh_from_db()
    [seat] = register(event, part, "Станислава Живкова", came=True)
    give(event)
    registration, token = seat.attendee.registration, str(seat.attendee.registration.token)
    own = f"{settings.BASE_URL}/zapisvane/z/{token}/"
    lines = [
        f"Отказ: {own}otkaz/.",
        f"Онлайн: {now}",
        f"По-рано: {former}",
        f"Мнение: {settings.BASE_URL}/mnenie/{token}/",
    ]
    lines.append("Програма: https://primer.example/programa")
    context = {"subject": "Записани сте", "lines": lines, "button": "Вижте", "link": own, "why": "x"}
    mail.post(f"registration:{registration.pk}:confirmed", ["gost@example.org"], "note", context, "bg")
    archive = packed(event)
    sent = load_workbook(
        BytesIO(archive.read(next(name for name in archive.namelist() if "pisma.xlsx" in name)))
    ).active
    text = " ".join(str(cell.value) for row in sent for cell in row)
    for secret in (token, str(event.certificates.get().token), "/zapisvane/z/", "/mnenie/", "meet.example.org"):
        assert secret not in text, secret
    assert (
        f"Онлайн: {gettext('(link)')}" in text
        and "gost@example.org" in text
        and "https://primer.example/programa" in text
    )


def test_what_is_missing_is_said_plainly(event, part):
    missing = {line.name for line in contents(event) if not line.there}
    assert {"pokana", "zapisani", "podpisani", "snimki", "mediite", "otchet", "protokol", "pisma"} <= missing
    page = packed(event).read("sadarzhanie.html").decode()
    assert "Какво липсва" in page and "Подписани списъци" in page


def test_a_file_that_storage_lost_stops_nothing(client, event, part, editor):
    client.post(address(event), {"file": scan()})
    SignedSheet.objects.get().file.storage.delete(SignedSheet.objects.get().file.name)
    assert "не може да се прочете" in packed(event).read("sadarzhanie.html").decode()
    sheet = SignedSheet.objects.get()
    assert client.get(address(event, "signed_sheet", sheet.key)).status_code == 302


def test_the_host_asks_for_it_gets_a_letter_and_downloads_it(
    client, event, part, editor, settings, django_capture_on_commit_callbacks
):
    from core.models import OutgoingMail
    from core.regularly import tick
    from events.dossier import tasks

    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    with django_capture_on_commit_callbacks():
        assert client.post(address(event, "dossier_ask")).status_code == 302
        again = client.post(address(event, "dossier_ask"), follow=True).content.decode()
    assert "вече се прави" in again and Dossier.objects.count() == 1
    dossier = Dossier.objects.get()
    for _again in range(2):
        tasks.make_dossier.call(dossier.pk)
    dossier.refresh_from_db()
    assert OutgoingMail.objects.get(key__contains=":dossier:").to == [editor.email]
    answer = client.get(address(event, "dossier_file", dossier.key))
    assert answer["Content-Type"] == "application/zip" and "no-store" in answer["Cache-Control"]
    assert "sadarzhanie.html" in ZipFile(BytesIO(b"".join(answer.streaming_content))).namelist()
    path, storage = dossier.file.name, dossier.file.storage
    Dossier.objects.update(asked_at=timezone.now() - tasks.KEPT_FOR)
    with django_capture_on_commit_callbacks(execute=True):
        tick.send(sender=None)
    assert not Dossier.objects.exists() and not storage.exists(path)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("virus.exe", b"MZ"), "PDF или снимка"),
        (SimpleUploadedFile("spisak.pdf", b"<script>"), ""),
        (SimpleUploadedFile("spisak.jpg", b"%PDF-1.4"), ""),
        (SimpleUploadedFile("prazen.pdf", b""), ""),
    ],
)
def test_what_is_no_scan_is_refused_in_words(client, event, editor, file, words):
    answer = client.post(address(event), {"file": file})
    assert answer.status_code == 200 and answer.context["form"].errors["file"] and words in answer.content.decode()
    assert not SignedSheet.objects.exists()


def test_the_same_scan_twice_is_one(client, event, editor):
    for _again in range(2):
        answer = client.post(address(event), {"file": scan()}, follow=True)
    assert "вече е качен" in answer.content.decode() and SignedSheet.objects.count() == 1
    client.post(address(event), {"file": SimpleUploadedFile("snimka.png", picture_bytes((40, 40)), "image/png")})
    assert SignedSheet.objects.count() == 2


def test_nobody_else_gets_any_of_it(client, event, part, editor):
    client.post(address(event), {"file": scan("okapi.pdf")})
    sheet = SignedSheet.objects.get()
    dossier = Dossier.objects.create(
        event=event, ready_at=timezone.now(), file=SimpleUploadedFile("okapi.zip", b"okapi")
    )
    ways = [
        address(event), address(event, "dossier_ask"), address(event, "dossier_file", dossier.key),
        address(event, "signed_sheet", sheet.key), f"/media/{sheet.file.name}", f"/media/{dossier.file.name}",
    ]  # fmt: skip
    foreign = make_editor(make_organization("Чужда", slug="chuzhda"), "chuzhd@example.org")
    own = held_event("Свое", organization=make_organization("Чужда", slug="chuzhda"))
    ways += [address(own, "dossier_file", dossier.key), address(own, "signed_sheet", sheet.key)]
    for person in (None, make_user("chlen@example.org"), foreign):
        client.logout()
        if person:
            client.force_login(person)
        for way in ways:
            for answer in (client.get(way), client.post(way, {"file": scan()})):
                assert answer.status_code in (302, 403, 404, 405), way
                assert not answer.streaming and b"okapi" not in answer.content
    assert Dossier.objects.count() == 1 and SignedSheet.objects.count() == 1
