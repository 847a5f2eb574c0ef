"""What is taken in and what is not: the content of a file decides, and each refusal is a sentence."""

import io
import struct
import zipfile

import pytest
from django.core.exceptions import ValidationError

from resources.files import packed, recordings, subtitles
from resources.files.checks import check
from tests.core.files import archive, office, open_document, pdf, picture, refusal, upload
from tests.resources.recordings import box, mp4, wav

GOOD = {
    "a.pdf": pdf(1),
    "a.pptx": office("pptx"),
    "a.odp": open_document("odp"),
    "a.JPEG": picture("JPEG"),
    "a.mp4": mp4(),
    "a.wav": wav(),
    "a.webm": b"\x1a\x45\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1f\x42\x82\x84webm",
    "a.ogg": b"OggS" + b"\x00" * 60,
    "a.mp3": b"ID3\x03\x00" + b"\x00" * 60,
    "a.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nA\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nA\n",
}
BAD = {
    "html as pdf": ("a.pdf", b"<html><script>alert(1)</script></html>", "web_page"),
    "junk as docx": ("a.docx", b"PK\x03\x04junk", "damaged_document"),
    "docx as pptx": ("a.pptx", office("docx"), "damaged_document"),
    "macros": ("a.pptx", office("pptx", **{"ppt/vbaProject.bin": "x"}), "macros"),
    "bomb": ("a.docx", office("docx", bomb=b"\x00" * 40_000_000), "bomb"),
    "empty": ("a.pdf", b"", "empty"),
    "program": ("a.exe", b"MZ", "kind"),
    "web page": ("a.html", b"<html>", "kind"),
    "drawing": ("a.svg", b"<svg/>", "kind"),
    "program behind pdf": ("a.pdf.exe", pdf(1), "kind"),
    "pdf as mp4": ("a.mp4", pdf(1), "damaged_recording"),
    "mp4 cut short": ("a.mp4", mp4()[:60], "damaged_recording"),
    "mp4 as wav": ("a.wav", mp4(), "damaged_recording"),
    "text as subtitles": ("a.vtt", "Добър ден".encode(), "no_subtitles"),
    "truncated picture": ("a.png", picture()[:60], "damaged_picture"),
}


@pytest.mark.parametrize("name", GOOD)
def test_good_files_are_known_by_their_content(name):
    expected = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    assert check(upload(name, GOOD[name])) == expected


@pytest.mark.parametrize("what", BAD)
def test_each_bad_file_gets_its_own_reason(what):
    name, content, code = BAD[what]
    assert refusal(check, name, content) == code


def test_a_large_file_is_refused_before_it_is_read():
    file = upload("a.pdf", pdf(1))
    file.size = 3 * 1024**3
    with pytest.raises(ValidationError, match="3072"):
        check(file)


def test_how_long_recordings_last():
    assert recordings.seconds(io.BytesIO(mp4(65)), "mp4") == 65
    assert recordings.seconds(io.BytesIO(wav(2)), "wav") == 2
    opus = b"OggS" + b"\x00" * 100 + b"OggS\x00\x04" + struct.pack("<q", 48_000 * 7) + b"\x00" * 20
    assert recordings.seconds(io.BytesIO(opus), "opus") == 7
    assert recordings.seconds(io.BytesIO(b"\xff\xfb" + b"\x00" * 60), "mp3") is None
    endless = box(b"ftyp", b"isom") + struct.pack(">I4s", 1, b"moov") + struct.pack(">Q", 2**62)
    assert recordings.boxes(io.BytesIO(endless)) == [("ftyp", (8, 12))]


def test_subtitles_become_what_browsers_show():
    text = subtitles.as_vtt("1\n00:00:01,500 --> 00:00:02,000\nЗдравейте, хора\n".encode("cp1251"))
    assert text.startswith("WEBVTT\n\n") and "00:00:01.500 --> 00:00:02.000\nЗдравейте, хора" in text
    loose = subtitles.as_vtt("1\n0:00:01.500  -->  0:00:02,000\nА\n".encode())
    assert "\n00:00:01.500 --> 00:00:02.000\n" in loose
    assert subtitles.language_of("Урок.en.vtt") == ("Урок", "en")
    assert subtitles.language_of("Урок 1.2.vtt") == ("Урок 1.2", "bg")


def names_in(content: bytes) -> list[str]:
    with packed.opened(io.BytesIO(content)) as opened:
        return [name for _entry, name in packed.names(opened)]


def test_a_zip_is_unpacked_without_folders_and_rubbish():
    content = archive({"Урок 1/../../етап.pdf": b"x", "__MACOSX/._a.pdf": b"x", "Thumbs.db": b"x", "a/~$b.docx": b"x"})
    assert names_in(content) == ["етап.pdf"]


def test_cyrillic_names_of_old_windows_are_read():
    old = archive({"Xxxx.pdf": b"x"}).replace(b"Xxxx.pdf", "Урок.pdf".encode("cp866"))
    assert names_in(old) == ["Урок.pdf"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04junk", "damaged_zip"),
        (b"<html>", "damaged_zip"),
        (b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, 900_000_000, 0, 0), "bomb"),
        (archive({f"{n}.txt": b"a" for n in range(301)}), "many"),
        (archive({"a.txt": b"\x00" * 40_000_000}), "bomb"),
    ],
)
def test_a_dangerous_zip_is_refused_as_a_whole(content, code):
    with pytest.raises(ValidationError) as refused, packed.opened(io.BytesIO(content)):
        pass
    assert refused.value.code == code


def test_a_zip_in_a_zip_and_a_protected_one():
    inner = archive({"a.pdf": pdf(1)})
    with packed.opened(io.BytesIO(archive({"b.zip": inner}))) as opened:
        ((entry, name),) = packed.names(opened)
        with pytest.raises(ValidationError) as refused, packed.unpacked(opened, entry, name):
            pass
        assert refused.value.code == "nested"
    protected = bytearray(archive({"a.txt": b"a"}, zipfile.ZIP_STORED))
    protected[protected.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ValidationError) as refused, packed.opened(io.BytesIO(bytes(protected))):
        pass
    assert refused.value.code == "protected"
