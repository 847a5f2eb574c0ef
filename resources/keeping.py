"""Files of materials on the way into the portal: wholly, or not at all."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from core import stored
from core.transliteration import ascii_file_name, without_invisible
from core.uploads import checksum
from members.models import Organization
from resources.files.checks import check
from resources.files.formats import SUBTITLES
from resources.models import Material, MaterialVersion
from resources.models.version import place
from resources.reading.tasks import look_through

NO_ROOM = _("There is no room left for files on the server. Tell the office of the network and try again later.")
LONGEST_NAME = 160
KNOWN = _("The organisation has this file already: “%(title)s”.")


def no_room() -> ValidationError:
    return ValidationError(NO_ROOM, code="no_room")


def new_material(file, person, **fields) -> Material:
    """A draft with its first version; raises ValidationError, and then nothing is left of it.

    The same file again is said to be there: sending a form twice makes one material.
    """
    kind = check(file)
    sum_ = checksum(file)
    organization = fields["organization"]
    same = MaterialVersion.objects.filter(checksum=sum_, material__organization=organization)
    _refuse_known(same)
    themes = fields.pop("themes", ())
    material = Material(live=False, **fields)
    version = MaterialVersion(number=1, **_facts(file, kind, sum_, person))

    def write():
        Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
        _refuse_known(same)  # brought by the first of two presses
        material.save()
        material.themes.set(themes)
        material.save()
        version.material = material
        version.save()
        material.save_revision(user=person)

    _keep(version, file, write)
    return material


def new_version(material: Material, file, person, note_bg: str = "", note_en: str = "") -> MaterialVersion:
    """The next one; readers get it when it is published (see `resources.publishing`)."""
    kind = check(file)
    if kind in SUBTITLES:
        raise ValidationError(_("Subtitles are brought on the page “Picture and subtitles”."), code="subtitles")
    sum_ = checksum(file)
    same = material.versions.filter(checksum=sum_)
    _refuse_known(same)
    version = MaterialVersion(material=material, **_facts(file, kind, sum_, person))
    version.note_bg, version.note_en = note_bg, note_en

    def write():
        Material.objects.select_for_update(of=("self",)).get(pk=material.pk)
        _refuse_known(same)
        version.number = (material.versions.aggregate(last=Max("number"))["last"] or 0) + 1
        version.save()

    _keep(version, file, write)
    return version


def _refuse_known(same) -> None:
    if known := same.select_related("material").first():
        raise ValidationError(KNOWN, code="known", params={"title": known.material.title})


def files_of(version: MaterialVersion) -> list[str]:
    """What is stored of a version: the file, what was made of it, pictures of its pages."""
    pictures = [preview_name(version, number) for number in range(1, version.preview_count + 1)]
    return [name for name in (version.file.name, version.rendered.name, *pictures) if name]


def preview_name(version: MaterialVersion, number: int) -> str:
    return place(version, f"{number}.webp")


def name_to_keep(name: str) -> str:
    """Without folders and what nobody sees; a long one keeps its beginning and its extension."""
    stem, _dot, extension = without_invisible(name).replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f"{stem[: max(0, LONGEST_NAME - len(extension) - 1)]}.{extension}"


def _facts(file, kind: str, sum_: str, person) -> dict:
    return {"name": name_to_keep(file.name), "format": kind, "size": file.size, "checksum": sum_, "uploaded_by": person}


def _keep(version: MaterialVersion, file, write) -> None:
    """The file and the rows together. A disk that fills up half way leaves neither."""
    wanted = place(version, ascii_file_name(version.name))
    try:
        version.file.save(ascii_file_name(version.name), file, save=False)
        with transaction.atomic():
            write()
            key = version.pk
            if settings.HAS_WORKER:
                transaction.on_commit(lambda: look_through.enqueue(key), robust=True)
    except OSError as error:
        stored.remove(version.file.name or wanted)
        raise no_room() from error
    except BaseException:
        stored.remove(version.file.name or wanted)
        raise
