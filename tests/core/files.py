"""Files as people upload them, made while the tests run: good, damaged and hostile."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

TYPES = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/></Types>'
KINDS = {
    "docx": "wordprocessingml.document",
    "xlsx": "spreadsheetml.sheet",
    "pptx": "presentationml.presentation",
}
OPEN_KINDS = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def upload(name, content):
    """Hand a file over as a form does."""
    return SimpleUploadedFile(name, content)


def picture(kind="PNG", size=(60, 40), mode="RGB", **options):
    """Make a picture of noise, so that no part of it can be left out."""
    stream = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(stream, kind, **options)
    return stream.getvalue()


def archive(entries, method=zipfile.ZIP_DEFLATED):
    """Pack entries given by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as written:
        for name, content in entries.items():
            written.writestr(name, content)
    return stream.getvalue()


def office(extension="docx", **more):
    """Make the least that is a document of Office."""
    return archive({"[Content_Types].xml": TYPES.format(KINDS[extension]), "word/document.xml": "<a/>"} | more)


def open_document(extension="odt", manifest="<m/>", **more):
    """Make the least that is a document of LibreOffice."""
    kind = f"application/vnd.oasis.opendocument.{OPEN_KINDS[extension]}"
    return archive({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": "<a/>"} | more)


def pdf(pages=2, text="", **encryption):
    """Make a PDF of empty pages, or with one line on each."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
        if text:
            drawing = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
            _write_on(writer, page, drawing)
    if encryption:
        writer.encrypt(**encryption)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write_on(writer, page, drawing):
    content = DecodedStreamObject()
    content.set_data(drawing)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): _names(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(content)


def _names(pairs):
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in pairs.items()})


def png_of(width, height):
    """Draw nothing, large: one bit a point, packed to a few kilobytes."""
    row = b"\x00" * (1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def refusal(check, name, content):
    """Give the code of the sentence that a file is refused with."""
    file = upload(name, content)
    with pytest.raises(ValidationError) as refused:
        check(file)
    assert file.tell() == 0
    return refused.value.code
