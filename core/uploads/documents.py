"""Documents: the content decides, and each refusal says what to do instead."""

import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .archives import DAMAGE, check_archive, damaged, opened, protected, with_macros
from .files import check_not_empty, chunks, extension_of, head

# What [Content_Types].xml calls the main part.
OFFICE = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
    "pptx": b"presentationml.presentation.main+xml",
}
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
TEXTS = {"rtf", "txt", "csv"}
EXTENSIONS = ("pdf", *OFFICE, *OPEN_DOCUMENT, "rtf", "txt", "csv")

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script")
SMALL_ENTRY = 4 * 1024 * 1024
# Written by LibreOffice when there are no macros either.
EMPTY_BASIC = ("script-lc.xml", "script-lb.xml")


def check_document(file) -> None:
    """Refuse what is not the document its name says, or could do harm; the file is left at its beginning."""
    check_not_empty(file)
    extension = extension_of(file.name)
    try:
        if extension == "pdf":
            _check_pdf(file)
        elif extension in TEXTS:
            _check_text(file, extension)
        elif extension in OFFICE or extension in OPEN_DOCUMENT:
            _check_package(file, extension)
        else:
            raise ValidationError(
                _("Files of this kind are not accepted. These are: %(kinds)s."),
                code="document_kind",
                params={"kinds": ", ".join(EXTENSIONS)},
            )
    finally:
        file.seek(0)


def _check_pdf(file) -> None:
    beginning = head(file, 1024).lstrip(b"\xef\xbb\xbf\r\n\t \x00")
    if beginning.startswith(b"%PDF-"):
        return
    if beginning.lower().startswith(MARKUP):
        raise ValidationError(_("This is a web page, not a PDF. Open it and print it to PDF."), code="web_page")
    raise damaged()


def _check_text(file, extension: str) -> None:
    if extension == "rtf" and not head(file, 5).startswith(b"{\\rtf"):
        raise damaged()
    if any(b"\x00" in piece for piece in chunks(file)):
        raise ValidationError(
            _("This is not a plain text. Save it as text in the UTF-8 encoding and upload that."), code="no_text"
        )


def _check_package(file, extension: str) -> None:
    if head(file, len(OLD_OFFICE)) == OLD_OFFICE:
        raise _old_or_protected(file)
    try:
        archive = opened(file)
    except DAMAGE as error:
        raise damaged() from error
    with archive:
        file.seek(0, 2)
        check_archive(archive, file.tell())
        if extension in OFFICE:
            _check_office(archive, extension)
        else:
            _check_open_document(archive, extension)


def _old_or_protected(file) -> ValidationError:
    end = b""
    for piece in chunks(file):
        if ENCRYPTED_PACKAGE in end + piece:
            return protected()
        end = piece[-len(ENCRYPTED_PACKAGE) :]
    return ValidationError(
        _("This is a document of Office 97–2003 under a new name. Save it as docx, xlsx or pptx and upload that."),
        code="old_office",
    )


def _check_office(archive: zipfile.ZipFile, extension: str) -> None:
    types = _entry(archive, "[Content_Types].xml")
    if b"macroEnabled" in types:
        raise with_macros()
    if OFFICE[extension] not in types:
        raise damaged()


def _check_open_document(archive: zipfile.ZipFile, extension: str) -> None:
    if _entry(archive, "mimetype").strip() != OPEN_DOCUMENT[extension]:
        raise damaged()
    if b"encryption-data" in _entry(archive, "META-INF/manifest.xml"):
        raise protected()
    for name in archive.namelist():
        if name.startswith(("Basic/", "Scripts/")) and not name.endswith(("/", *EMPTY_BASIC)):
            raise with_macros()


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as entry:
            return entry.read(SMALL_ENTRY)
    except DAMAGE as error:
        raise damaged() from error
