"""What the portal finds in files, and that a broken one harms nobody."""

import errno
import os
import stat
from datetime import timedelta
from pathlib import Path
from select import select

import pytest
import time_machine
from django.utils import timezone

from core.uploads.files import chunks
from resources.enums import Reading
from resources.keeping import new_material
from resources.models import MaterialVersion
from resources.reading import apart, rendering, tasks
from resources.reading import office as office_reading
from resources.reading import pdf as pdf_reading
from resources.reading.regularly import look_through_waiting
from resources.reading.tasks import look_through
from tests.core.files import archive, office, open_document, pdf, picture
from tests.factories.resources import make_file, make_material

pytestmark = pytest.mark.django_db
SLIDE = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{}</a:t></a:r></a:p><a:p><a:t>{}</a:t></a:p></p:sld>'
ODP = (
    '<o:body xmlns:o="o" xmlns:d="d" xmlns:t="t"><d:page><t:p>Първа</t:p></d:page>'
    "<d:page><t:p>Втора</t:p></d:page></o:body>"
)
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@pytest.fixture(autouse=True)
def files_read_apart(monkeypatch):
    """As on a server, not as in other tests (`tests/reading.py`)."""
    monkeypatch.setattr(apart, "run", rendering.run)


def relations(*targets) -> str:
    """By the keys r0, r1 …"""
    rows = (f'<a Id="r{n}" Type="http://x/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets))
    return f"<Relationships>{''.join(rows)}</Relationships>"


def slides(parts: dict, *shown: str) -> bytes:
    """A presentation of the slides with these names, in this order."""
    order = "".join(f'<sldId r:id="r{number}"/>' for number in range(len(shown)))
    more = {
        "ppt/presentation.xml": f"<p {R}>{order}</p>",
        "ppt/_rels/presentation.xml.rels": relations(*(("slide", f"slides/{name}.xml") for name in shown)),
    }
    return office("pptx", **parts, **more)


def read(name: str, content: bytes) -> MaterialVersion:
    return make_material(file=make_file(name, content)).current


def test_a_pdf_gives_its_pages_its_text_and_pictures(homes):
    version = read("a.pdf", pdf(3, "Nov srok"))
    assert (version.reading, version.page_count, version.preview_count, version.is_scan) == ("read", 3, 3, False)
    assert version.text.split("\f") == ["Nov srok"] * 3


def test_a_scan_is_known_as_one(homes):
    assert read("a.pdf", pdf(2)).is_scan


@pytest.mark.parametrize(
    ("name", "content", "pages"),
    [
        (
            "a.pptx",
            slides({
                # Moved about since: the numbers of the files are not the order of the slides, nor those of the notes.
                "ppt/slides/slide2.xml": SLIDE.format("Едно", "б"),
                "ppt/slides/slide1.xml": SLIDE.format("Два", "редa"),
                "ppt/slides/_rels/slide2.xml.rels": relations(("notesSlide", "../notesSlides/notesSlide1.xml")),
                "ppt/notesSlides/notesSlide1.xml": SLIDE.format("Бележка", "на водещия"),
            }, "slide2", "slide1"),
            ["Едно\nб\nБележка\nна водещия", "Два\nредa"],
        ),
        ("a.docx", archive({
            "[Content_Types].xml": '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
            "word/document.xml": '<w:d xmlns:w="w"><w:p><w:t>Обява</w:t></w:p><w:p><w:t>за прием</w:t></w:p></w:d>',
        }), ["Обява\nза прием"]),
        ("a.xlsx", office("xlsx", **{
            "xl/sharedStrings.xml": '<s xmlns="x"><si><t>Бюджет</t></si></s>',
            "xl/workbook.xml": f'<w {R}><sheet state="hidden" r:id="r1"/><sheet r:id="r0"/></w>',
            "xl/_rels/workbook.xml.rels": relations(
                ("worksheet", "/xl/worksheets/sheet2.xml"), ("worksheet", "worksheets/sheet1.xml")
            ),
            "xl/worksheets/sheet1.xml": '<w xmlns="x"><row><c t="inlineStr"><is>Скрито</is></c></row></w>',
            "xl/worksheets/sheet2.xml": '<w xmlns="x"><row><c t="s"><v>0</v></c><c><v>7</v></c></row></w>',
        }), ["Бюджет"]),
        ("a.odp", open_document("odp", **{"content.xml": ODP}), ["Първа", "Втора"]),
        ("a.txt", "Списък за проверка".encode("cp1251"), ["Списък за проверка"]),
    ],
)  # fmt: skip
def test_the_words_of_documents_are_found_page_by_page(homes, name, content, pages):
    version = read(name, content)
    assert version.reading == Reading.READ and version.text.split("\f") == pages


def test_a_picture_is_made_small(homes):
    assert read("a.jpg", picture("JPEG", (300, 200))).preview_count == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\nbroken"),
        ("a.pdf", pdf(1, user_password="x")),
        ("a.docx", office("docx", **{"word/document.xml": "<a><b>"})),
        ("a.odp", open_document("odp", **{"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    ],
)
def test_what_cannot_be_read_is_noted_and_still_downloaded(client, homes, name, content):
    material = make_material(file=make_file(name, content))
    assert material.current.reading == Reading.UNREADABLE
    answer = client.get(f"/fayl/{material.slug}/")
    assert b"".join(answer.streaming_content) == content


def test_what_takes_for_ever_is_given_up(homes, monkeypatch):
    monkeypatch.setattr(pdf_reading, "SECONDS", 0.01)
    monkeypatch.setattr(office_reading, "SECONDS", 0.01)
    assert read("a.pdf", pdf(1, "Tekst")).reading == Reading.UNREADABLE
    assert read("a.docx", office("docx")).reading == Reading.UNREADABLE


def stand_in(settings, tmp_path, script: str) -> None:
    """For LibreOffice."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    settings.OFFICE_PROGRAM = str(program)


def test_documents_are_drawn_where_libreoffice_is_installed(homes, settings, tmp_path):
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf(2, "Slayd"))
    stand_in(settings, tmp_path, f'while [ "$1" != --outdir ]; do shift; done\ncp {made} "$2/file.pdf"')
    two = {f"ppt/slides/slide{n}.xml": SLIDE.format("Едно", "две") for n in (1, 2)}
    version = read("a.pptx", slides(two, "slide1", "slide2"))
    assert version.is_rendered and version.preview_count == 2 and version.text == "Едно\nдве\fЕдно\nдве"
    assert b"".join(chunks(version.rendered.open())) == made.read_bytes()
    # Counted otherwise than by LibreOffice: the words beside a picture are those of its page.
    version = read("b.pptx", slides(two, "slide1"))
    assert (version.page_count, version.text) == (2, "Slayd\fSlayd")


def test_libreoffice_fetches_nothing_and_leaves_nothing_running(homes, settings, tmp_path, monkeypatch):
    """What it is told not to do stands in its profile; its own processes end with the script that starts them."""
    told, pipe = tmp_path / "told", tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    find = 'for one in "$@"; do case "$one" in -env:*) profile="${one#*file://}";; esac; done'
    kept = f'cat "$profile/user/registrymodifications.xcu" > {told}'
    stand_in(settings, tmp_path, f"{find}\n{kept}\n(echo started; sleep 600) > {pipe} &\nwait")
    monkeypatch.setattr(rendering, "SECONDS", 2)
    assert rendering.as_pdf(tmp_path / "a.docx", tmp_path) is None
    assert 'BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in told.read_text()
    assert (_next(reading), _next(reading)) == (b"started\n", b"")  # at its end: nobody writes any more
    os.close(reading)


def _next(pipe) -> bytes:
    """Who was killed takes a moment to let go."""
    assert select([pipe], [], [], 10)[0], "somebody still holds it"
    return os.read(pipe, 100)


def test_where_it_is_not_installed_the_page_says_so(client, homes, settings):
    settings.OFFICE_PROGRAM = "no-such-program"
    material = make_material(file=make_file("a.pptx", slides({})))
    assert material.current.is_rendered is False
    assert "LibreOffice" in client.get(f"/obuchenia/biblioteka/{material.slug}/").content.decode()


def test_looking_into_300_pages_holds_up_no_request(homes, settings, monkeypatch):
    """The request that brings the file ends before anybody looks into it."""
    organization, looked = make_material("Първи").organization, []
    monkeypatch.setattr(pdf_reading, "look_into", lambda *args: looked.append(args))
    material = new_material(make_file("a.pdf", pdf(300, "Stranitsa")), None, title_bg="А", organization=organization)
    assert not looked and material.versions.get().reading == Reading.WAITING
    monkeypatch.undo()
    monkeypatch.setattr(pdf_reading, "MOST_PICTURES", 2)
    look_through.call(material.versions.get().pk)
    version = material.versions.get()
    assert (version.page_count, version.preview_count) == (300, 2)
    assert version.text.count("\f") == 299


@pytest.mark.parametrize("has_worker", [True, False])
def test_without_a_worker_the_tick_looks_into_files(homes, settings, django_capture_on_commit_callbacks, has_worker):
    """So that the request need not do it; with a worker it is the worker's."""
    settings.HAS_WORKER = False
    organization = make_material("Първи").organization
    with django_capture_on_commit_callbacks(execute=True):
        new_material(make_file("a.pdf", pdf(3, "Stranitsa")), None, title_bg="А", organization=organization)
    version = MaterialVersion.objects.latest("pk")
    assert version.reading == Reading.WAITING
    settings.HAS_WORKER = has_worker
    look_through_waiting()
    version.refresh_from_db()
    assert version.reading == (Reading.WAITING if has_worker else Reading.READ)


def test_looking_twice_changes_nothing(homes):
    version = make_material().current
    files = {path.name for path in Path(version.file.path).parent.iterdir()}
    look_through.call(version.pk)
    assert {path.name for path in Path(version.file.path).parent.iterdir()} == files


def test_what_was_broken_off_is_looked_into_again(homes, monkeypatch):
    """A worker was ended, or the disk was full; two days later it is given up."""
    version = make_material().current
    waiting = MaterialVersion.objects.filter(pk=version.pk)
    waiting.update(reading=Reading.WAITING, text="")
    with monkeypatch.context() as full:
        full.setattr(tasks, "_look_through", lambda *args: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        look_through.call(version.pk)
    look_through_waiting()
    assert waiting.get().reading == Reading.WAITING
    waiting.update(uploaded_at=timezone.now() - timedelta(hours=2))
    look_through_waiting()
    assert (waiting.get().reading, waiting.get().text) == (Reading.READ, version.text)
    waiting.update(reading=Reading.WAITING)
    look_through_waiting()
    assert waiting.get().reading == Reading.WAITING, "once an hour"
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        look_through_waiting()
    assert waiting.get().reading == Reading.UNREADABLE


def test_what_waited_while_the_portal_stood_still_is_read(homes):
    version = make_material().current
    waiting = MaterialVersion.objects.filter(pk=version.pk)
    waiting.update(reading=Reading.WAITING, uploaded_at=timezone.now() - timedelta(days=9))
    look_through_waiting()
    assert waiting.get().reading == Reading.READ
