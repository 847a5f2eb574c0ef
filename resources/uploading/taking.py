"""A list of files from a form: the good ones become materials, each of the others gets its own sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.transliteration import clean_title_from_file_name
from resources.enums import Kind
from resources.files import packed, subtitles
from resources.files.checks import check, format_of, is_archive
from resources.files.formats import KINDS, SUBTITLES, is_recording
from resources.keeping import new_material, no_room
from resources.models import Material, MaterialVersion, Subtitles


@dataclass
class Taken:
    """What became of one file."""

    name: str
    material: Material | None = None
    problem: str = ""


def take(files: Iterable, person, shared: dict) -> list[Taken]:
    """`shared` holds what the materials have in common: organisation, licence, who may have them. Subtitles come last:
    they belong to a recording that may be in the same list."""
    found: list[Taken] = []
    for file in sorted(files, key=lambda each: format_of(each.name) in SUBTITLES):
        found += _of_archive(file, person, shared) if is_archive(file) else [_one(file, person, shared)]
    return found


def _of_archive(file, person, shared: dict) -> list[Taken]:
    found = []
    try:
        with packed.opened(file) as archive:
            entries = packed.names(archive)
            for entry, name in sorted(entries, key=lambda each: format_of(each[1]) in SUBTITLES):
                try:
                    with packed.unpacked(archive, entry, name) as one:
                        found.append(_one(one, person, shared))
                except ValidationError as error:
                    found.append(Taken(name, problem=_sentence(error)))
    except ValidationError as error:
        return [Taken(file.name, problem=_sentence(error))]
    except OSError:
        found.append(Taken(file.name, problem=_sentence(no_room())))
    return found or [Taken(file.name, problem=str(_("There are no files in the ZIP.")))]


def _one(file, person, shared: dict) -> Taken:
    try:
        if format_of(file.name) in SUBTITLES:
            return Taken(file.name, _give_subtitles(file, shared["organization"]))
        title = clean_title_from_file_name(file.name) or file.name
        kind = KINDS.get(format_of(file.name), Kind.GUIDE)
        return Taken(file.name, new_material(file, person, title_bg=title[:200], kind=kind, **shared))
    except ValidationError as error:
        return Taken(file.name, problem=_sentence(error))


def _give_subtitles(file, organization) -> Material:
    """To the recording of the organisation that has the same name."""
    check(file)
    stem, code = subtitles.language_of(file.name)
    versions = MaterialVersion.objects.filter(material__organization=organization, name__startswith=f"{stem}.")
    version = next((each for each in versions.order_by("-pk") if _belongs(each, stem)), None)
    if version is None:
        raise ValidationError(
            _("There is no recording called “%(name)s”. Upload it first, with the same name."),
            code="no_recording",
            params={"name": stem},
        )
    file.seek(0)
    text = subtitles.as_vtt(file.read())
    Subtitles.objects.update_or_create(material=version.material, language=code, defaults={"text": text})
    return version.material


def _belongs(version: MaterialVersion, stem: str) -> bool:
    return is_recording(version.format) and Path(version.name).stem == stem


def _sentence(error: ValidationError) -> str:
    return " ".join(error.messages)
