"""Turns the blocks of a text into a body, checked as an officer's input is."""

import json
import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamValue

from core.models.parts import Body
from home.demo.keys import key
from home.demo.made import Made
from home.demo.reading import Text, filled

LINK = re.compile(r'<a href="((?:news|rubric|newsroom|page|project):[a-z0-9-]+|contact)">')
SAMPLE = {
    "bg": ("Примерно съдържание", "<p>Текстът е съставен, за да покаже портала.</p>"),
    "en": ("Sample content", "<p>The text was written to show the portal.</p>"),
}


class Writer:
    """Writes the blocks of one text in one language as Wagtail stores them."""

    def __init__(self, text: Text, code: str, made: Made):
        self.text, self.code, self.made = text, code, made

    def body(self, blocks: list[Text]) -> StreamValue:
        raw = [
            {"type": block.need("type"), "value": self.block(block), "id": str(key(f"{block.where}:{self.code}"))}
            for block in blocks
        ]
        stream = Body._meta.get_field("body").stream_block
        value = StreamValue(stream, raw, is_lazy=True)
        try:
            return stream.clean(value)
        except ValidationError as error:
            why = json.dumps(error.as_json_data(), ensure_ascii=False, default=str)
            raise self.text.wrong(f"body_{self.code}", f"the editor would refuse it: {why}") from error

    def block(self, block: Text):
        write: Callable | None = getattr(self, f"_{block.need('type')}", None)
        if write is None:
            raise block.wrong("type", f"there is no block “{block['type']}”.")
        return write(block)

    def words(self, block: Text, name: str) -> str:
        return filled(block.need(name), self.code)

    def html(self, block: Text, name: str) -> str:
        """Rich text: its links name what they lead to."""

        def link(found: re.Match) -> str:
            return f'<a linktype="page" id="{self.made.find("pages", found[1], block, name).pk}">'

        return LINK.sub(link, self.words(block, name).strip())

    def _heading(self, block):
        return self.words(block, "text")

    def _text(self, block):
        return self.html(block, "html")

    def _quote(self, block):
        return {"quote": self.words(block, "quote"), "source": self.words(block, "source")}

    def _callout(self, block):
        return {
            "kind": block.need("kind"),
            "title": self.words(block, "title"),
            "text": self.html(block, "text"),
        }

    def _table(self, block):
        header = block.need("header", list)
        kinds = block.get("columns") or ["text"] * len(header)
        rows = [[filled(cell, self.code) for cell in row] for row in block.need("rows", list)]
        if len(kinds) != len(header) or any(len(row) != len(header) for row in rows):
            raise block.wrong("rows", "header, columns and each row need the same number of cells.")
        columns = [{"type": kind, "heading": heading} for kind, heading in zip(kinds, header, strict=True)]
        return {
            "caption": self.words(block, "caption"),
            "table": {"columns": columns, "rows": [{"values": row} for row in rows], "caption": ""},
        }

    def _picture(self, block):
        picture = self.made.find("pictures", block.need("picture"), block, "picture")
        return self._one_picture(picture, self.words(block, "caption"))

    def _gallery(self, block):
        pictures = [self.made.find("pictures", name, block, "pictures") for name in block.need("pictures", list)]
        return {
            "pictures": [
                {"type": "item", "value": self._one_picture(picture, picture.titles[self.code]),
                 "id": str(key(f"{block.where}:{self.code}:{number}"))}
                for number, picture in enumerate(pictures)
            ]
        }  # fmt: skip

    def _one_picture(self, picture, caption: str) -> dict:
        alt = getattr(picture, f"alt_{self.code}")
        return {"image": {"image": picture.pk, "alt_text": alt, "decorative": False}, "caption": caption}

    def _document(self, block):
        document = self.made.find("documents", block.need("document"), block, "document")
        return {"document": document.pk, "title": "" if self.code == "bg" else document.titles[self.code]}

    def _video(self, block):
        return {"url": block.need("url"), "title": self.words(block, "title"), "length": block.need("length")}

    def _button(self, block):
        page = self.made.find("pages", block.need("link"), block, "link")
        return {"text": self.words(block, "text"), "page": page.pk, "url": ""}

    def _contact(self, block):
        return {"role": self.made.find("roles", block.need("role"), block, "role").pk}

    def _funding(self, block):
        return {"record": self.made.find("funding", block.need("funding"), block, "funding").pk}


def sample_note(text: Text, code: str) -> list[Text]:
    """The line at the end that says that the text is a sample."""
    if not text.need("sample", bool):
        return []
    title, words = SAMPLE[code]
    return [Text({"type": "callout", "kind": "info", "title": title, "text": words}, f"{text.where}, sample")]
