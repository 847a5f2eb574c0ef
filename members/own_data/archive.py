"""The copy itself: a ZIP with a page to read, a JSON file for each part, and the files."""

import json
import shutil
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename

from core import language
from members.own_data import Part, collectors


def write(person, target: BinaryIO) -> None:
    """Everything that is kept about a person, in the active language."""
    parts = {name: collect(person) for name, collect in collectors.items()}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        names = {}
        for name, part in parts.items():
            archive.writestr(f"{name}.json", json.dumps(part.rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
            names[name] = _write_files(archive, name, part)
        archive.writestr("index.html", _page(person, parts, names))


def _write_files(archive: ZipFile, folder: str, part: Part) -> list[str]:
    """Names in the ZIP are ours: a number and the plain end of the old name. What storage lost is left out."""
    written = []
    for number, file in enumerate(part.files, start=1):
        name = f"{folder}/{number:04}-{get_valid_filename(PurePosixPath(file.name).name)}"
        try:
            with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
        except OSError:
            continue
        written.append(name)
    return written


def _page(person, parts: dict[str, Part], files: dict[str, list[str]]) -> str:
    sections = [
        {
            "name": name,
            "title": part.title,
            "columns": list(part.columns.values()),
            "rows": [[_readable(row.get(column)) for column in part.columns] for row in part.rows],
            "files": files[name],
        }
        for name, part in parts.items()
    ]
    context = {"person": person, "sections": sections, "made_at": timezone.now(), "language": language.active()}
    return render_to_string("members/own_data/index.html", context)


def _readable(value):
    return timezone.localtime(value) if hasattr(value, "tzinfo") and value.tzinfo else value
