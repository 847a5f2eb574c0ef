import struct
import zipfile

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.uploads import check_document, checksum, document_facts

from .files import KINDS, OPEN_KINDS, TYPES, archive, office, open_document, pdf, refusal, upload


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("a.PDF", b"\xef\xbb\xbf\r\n" + pdf()),
        *((f"a.{extension}", office(extension)) for extension in KINDS),
        *((f"a.{extension}", open_document(extension)) for extension in OPEN_KINDS),
        ("a.odt", open_document(**{"Basic/script-lc.xml": "<a/>"})),
        ("a.docx", office(**{"word/embeddings/a.xlsx": office("xlsx")})),
        ("a.docx", office(**{"word/media/empty.bmp": b"\0" * 10_000_000})),
        ("a.rtf", b"{\\rtf1 a}"),
        ("a.txt", "Здравейте".encode("cp1251")),
        ("a.csv", "\ufeffМИГ;№\n".encode()),
    ],
)
def test_documents_of_the_usual_kinds_are_taken(name, content):
    file = upload(name, content)
    check_document(file)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<!DOCTYPE html><script>1</script>", "web_page"),
        ("a.pdf", b"\n <html>", "web_page"),
        ("a.pdf", b"MZ\x90", "damaged_document"),
        ("a.pdf", b"<!-- %PDF-1.4 --><script>1</script>", "damaged_document"),
        ("a.docx", b"PK\x03\x04junk", "damaged_document"),
        ("a.docx", b"junk", "damaged_document"),
        ("a.docx", archive({"a.txt": "a"}), "damaged_document"),
        ("a.docx", office("xlsx"), "damaged_document"),
        ("a.docx", open_document(), "damaged_document"),
        ("a.docx", office()[:-40], "damaged_document"),
        ("a.odt", open_document("ods"), "damaged_document"),
        ("a.odt", archive({"a": "a"}), "damaged_document"),
        ("a.docx", office(**{"word/vbaProject.bin": "x"}), "macros"),
        ("a.xlsx", office("xlsx", **{"xl/VBAPROJECT.BIN": "x"}), "macros"),
        ("a.docx", archive({"[Content_Types].xml": "ms-word.document.macroEnabled.main+xml"}), "macros"),
        ("a.docx", office(**{"word/embeddings/a.xlsm": archive({"xl/vbaProject.bin": "x"})}), "macros"),
        ("a.odt", open_document(**{"Basic/Standard/Module1.xml": "x"}), "macros"),
        ("a.odt", open_document(**{"Scripts/python/a.py": "x"}), "macros"),
        ("a.odt", open_document(manifest="<m><manifest:encryption-data/></m>"), "protected"),
        ("a.rtf", b"<html>", "damaged_document"),
        ("a.rtf", b"{\\rtf1 \x00}", "no_text"),
        ("a.txt", b"MZ\x90\x00", "no_text"),
        ("a.csv", "МИГ;1".encode("utf-16"), "no_text"),
        ("a.zip", archive({"a.txt": "a"}), "document_kind"),
        ("a.pdf.exe", b"MZ", "document_kind"),
        ("a.html", b"<html>", "document_kind"),
        ("a.svg", b"<svg/>", "document_kind"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document_kind"),
        ("a.ics", b"BEGIN:VCALENDAR", "document_kind"),
        ("pdf", b"%PDF-1.4", "document_kind"),
    ],
)
def test_what_is_no_document_of_its_name_is_refused(name, content, code):
    assert refusal(check_document, name, content) == code


def test_password_and_old_office_are_told_apart():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000_000
    assert refusal(check_document, "a.docx", old) == "old_office"
    assert refusal(check_document, "a.docx", old + "EncryptedPackage".encode("utf-16-le")) == "protected"


def test_archive_with_a_password_is_refused():
    content = bytearray(office())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    assert refusal(check_document, "a.docx", bytes(content)) == "protected"


def test_damage_inside_an_archive_is_found():
    content = bytearray(archive({"[Content_Types].xml": TYPES.format(KINDS["docx"])}, zipfile.ZIP_STORED))
    place = content.find(b"<Override")
    content[place] ^= 0x20
    assert refusal(check_document, "a.docx", bytes(content)) == "damaged_document"


class TestBombs:
    def test_a_little_that_unfolds_into_a_lot(self):
        content = office(**{"word/media/a.bin": b"\0" * 40_000_000})
        assert len(content) < 100_000
        assert refusal(check_document, "a.docx", content) == "bomb"

    def test_in_an_archive_inside(self):
        inner = archive({"a": b"\0" * 40_000_000})
        assert refusal(check_document, "a.docx", office(**{"word/embeddings/a.xlsx": inner})) == "bomb"

    def test_archives_in_archives(self):
        inner = archive({"a": "a"})
        for _ in range(4):
            inner = archive({"a.zip": inner})
        assert refusal(check_document, "a.docx", office(**{"a.zip": inner})) == "bomb"

    def test_too_many_entries(self):
        content = office(**{f"a/{number}": "" for number in range(10_001)})
        assert refusal(check_document, "a.docx", content) == "bomb"

    def test_a_size_that_lies(self):
        content = bytearray(office(a=b"\0" * 1_000_000))
        for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            at = content.rfind(mark)
            content[at + place : at + place + 4] = struct.pack("<I", 10)
        assert refusal(check_document, "a.docx", bytes(content)) == "damaged_document"


@given(st.binary(max_size=300), st.sampled_from(["pdf", "docx", "xlsx", "odt", "rtf", "csv", "zip"]))
def test_any_bytes_are_a_sentence_and_no_crash(junk, extension):
    for content in (junk, office()[:60] + junk, b"%PDF-" + junk):
        try:
            check_document(upload(f"a.{extension}", content))
        except ValidationError as refused:
            assert str(refused.messages[0])


# Facts


def test_facts_about_a_document_with_words():
    file = upload("a.pdf", pdf(3, "Partnership of small settlements"))
    assert document_facts(file) == {"checksum": checksum(file), "page_count": 3, "has_text": True}
    assert file.tell() == 0


def test_a_scan_is_known_by_having_no_words():
    assert document_facts(upload("a.pdf", pdf(2)))["has_text"] is False
    assert document_facts(upload("a.pdf", pdf(2, "No 7")))["has_text"] is False


def test_protected_and_damaged_documents_have_no_facts():
    for content in (pdf(user_password="x", algorithm="AES-256"), b"%PDF-1.7 junk", pdf(2)[:200]):
        facts = document_facts(upload("a.pdf", content))
        assert (facts["page_count"], facts["has_text"]) == (None, None)


def test_open_with_an_owner_password_only_a_document_is_counted():
    content = pdf(2, user_password="", owner_password="x", algorithm="AES-256")
    assert document_facts(upload("a.pdf", content))["page_count"] == 2


def test_checksum_tells_the_same_file_by_another_name():
    assert checksum(upload("a.txt", b"abc")) == checksum(upload("b.txt", b"abc"))
    assert checksum(upload("a.txt", b"abc")) != checksum(upload("a.txt", b"abd"))
