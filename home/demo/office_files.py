"""Small office files, written without a library: the same lines always give the same bytes."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT = "application/vnd.oasis.opendocument.text"


def docx(title: str, lines: list[str]) -> bytes:
    """For Word: the title as a heading, then a paragraph per line."""
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run(title)}</w:p>'
    paragraphs = heading + "".join(f"<w:p>{_run(line)}</w:p>" for line in lines)
    parts = f"{PACKAGE}/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return _zipped(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{parts}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{main}.styles+xml"/></Types>',
            "_rels/.rels": _relation(f"{OFFICE}/officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relation(f"{OFFICE}/styles", "styles.xml"),
            "word/document.xml": f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>',
            "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:lang w:val="bg-BG"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>',
        }
    )


def odt(title: str, lines: list[str]) -> bytes:
    """For LibreOffice: the same as OpenDocument text."""
    words = f'<text:h text:outline-level="1">{escape(title)}</text:h>'
    words += "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    spaces = f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" office:version="1.3"'
    return _zipped(
        {
            "mimetype": ODT,
            "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" '
            f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
            "content.xml": f"{HEAD}<office:document-content {spaces}><office:body><office:text>{words}"
            "</office:text></office:body></office:document-content>",
        }
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _relation(kind: str, target: str) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _zipped(files: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(ZipInfo(name), content.encode(), compress_type=kind)
    return buffer.getvalue()


KINDS = {"docx": docx, "odt": odt}
