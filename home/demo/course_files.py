"""Files of the sample courses, made from a few lines: a handout as PDF, slides, a table, a sound."""

import io
import wave
from math import pi, sin
from xml.sax.saxutils import escape

import typst
from openpyxl import Workbook

from core.papers.typeset import font_book
from home.demo.office_files import HEAD, OFFICE, PACKAGE, _zipped, docx

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
PART = "application/vnd.openxmlformats-officedocument.presentationml"
WIDE, HIGH = 12192000, 6858000  # English Metric Units: a slide of 16:9
LINES_ON_A_PAGE = 12
TYPST = """#set page(paper: "a4", margin: 22mm)
#set text(font: ("Sofia Sans", "Noto Sans", "DejaVu Sans"), size: 12pt, lang: "bg")
#set document(title: sys.inputs.title)
#heading(level: 1, sys.inputs.title)
#v(4mm)
#for line in sys.inputs.lines.split("\\n") [- #line
]
#v(1fr)
#text(size: 9pt)[Примерно съдържание на портала.]
"""
RATE = 8000


def pdf(title: str, lines: list[str]) -> bytes:
    inputs = {"title": title, "lines": "\n".join(lines)}
    return typst.compile(TYPST.encode(), font_paths=font_book(), sys_inputs=inputs, format="pdf")


def xlsx(title: str, lines: list[str]) -> bytes:
    """Each line is a row: „Ремонт на салона; 4200“."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Лист 1"
    sheet.append([title])
    for line in lines:
        cells = [cell.strip() for cell in line.split(";")]
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in cells])
    sheet.column_dimensions["A"].width = 48
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def wav(title: str, lines: list[str]) -> bytes:
    """A second of a calm tone for each line: a place for a recording, since nobody speaks in the demo."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        for number, _line in enumerate(lines):
            pitch = 220 * (1 + number % 3 / 4)
            sound.writeframes(bytes(int(128 + 40 * sin(2 * pi * pitch * n / RATE)) for n in range(RATE)))
    return stream.getvalue()


def pptx(title: str, lines: list[str]) -> bytes:
    """A slide with the title, then one for each line: „Заглавие: какво пише на него“."""
    slides = [(title, "Примерно съдържание")] + [tuple(map(str.strip, f"{line}:".split(":")[:2])) for line in lines]
    numbers = range(1, len(slides) + 1)
    overrides = "".join(
        f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{PART}.slide+xml"/>' for n in numbers
    )
    kinds = {"presentation": "presentation.main", "slideMasters/slideMaster1": "slideMaster"}
    kinds |= {"slideLayouts/slideLayout1": "slideLayout"}
    overrides += "".join(
        f'<Override PartName="/ppt/{name}.xml" ContentType="{PART}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides += f'<Override PartName="/ppt/theme/theme1.xml" ContentType="{theme}"/>'
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    last = len(slides) + 1
    spaces = f'xmlns:a="{DRAWING}" xmlns:p="{SLIDES}" xmlns:r="{OFFICE}"'
    master = f"<p:cSld><p:spTree>{GROUP}</p:spTree></p:cSld>"
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": _relations({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f'{HEAD}<p:presentation {spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="rId{last}"/></p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{WIDE}" cy="{HIGH}"/>'
        f'<p:notesSz cx="{HIGH}" cy="{WIDE}"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": _relations(
            {f"rId{n}": ("slide", f"slides/slide{n}.xml") for n in numbers}
            | {f"rId{last}": ("slideMaster", "slideMasters/slideMaster1.xml")}
        ),
        "ppt/slideMasters/slideMaster1.xml": f"{HEAD}<p:sldMaster {spaces}>{master}{COLOURS}<p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            {"rId1": ("slideLayout", "../slideLayouts/slideLayout1.xml"), "rId2": ("theme", "../theme/theme1.xml")}
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'{HEAD}<p:sldLayout {spaces} type="blank">{master}</p:sldLayout>',
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _relations(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        ),
        "ppt/theme/theme1.xml": HEAD + THEME,
    }
    for number, (heading, words) in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = f"{HEAD}<p:sld {spaces}><p:cSld><p:spTree>{GROUP}" + (
            f"{_box(2, heading, 800000, 4400)}{_box(3, words, 3000000, 2800)}</p:spTree></p:cSld></p:sld>"
        )
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(
            {"rId1": ("slideLayout", "../slideLayouts/slideLayout1.xml")}
        )
    return _zipped(parts)


GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
COLOURS = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ' + " ".join(
    f'accent{n}="accent{n}"' for n in range(1, 7)
) + ' hlink="hlink" folHlink="folHlink"/>'  # fmt: skip
_SCHEME = "".join(
    f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
    for name, colour in (
        ("dk1", "16261E"), ("lt1", "FBF9F0"), ("dk2", "17543D"), ("lt2", "F6E3AC"),
        *((f"accent{n}", "2D7453") for n in range(1, 7)), ("hlink", "17543D"), ("folHlink", "6B3030"),
    )
)  # fmt: skip
_FONTS = "".join(
    f'<a:{name}><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}>'
    for name in ("majorFont", "minorFont")
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
_LINE = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
THEME = (
    f'<a:theme xmlns:a="{DRAWING}" name="Портал"><a:themeElements><a:clrScheme name="Портал">{_SCHEME}</a:clrScheme>'
    f'<a:fontScheme name="Портал">{_FONTS}</a:fontScheme><a:fmtScheme name="Портал"><a:fillStyleLst>{_FILL}'
    f"</a:fillStyleLst><a:lnStyleLst>{_LINE}</a:lnStyleLst><a:effectStyleLst>{_EFFECT}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)


def _box(number: int, text: str, top: int, size: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Текст {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="900000" y="{top}"/><a:ext cx="{WIDE - 1800000}" cy="1800000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="bg-BG" sz="{size}"/><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


KINDS = {"pdf": pdf, "pptx": pptx, "xlsx": xlsx, "docx": docx, "wav": wav}
