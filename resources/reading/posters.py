"""The picture that a recording shows before it is played."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.core.files.storage import default_storage

from resources.keeping import preview_name
from resources.models import MaterialVersion
from resources.reading import pictures


def give_poster(version: MaterialVersion, file) -> None:
    """The picture was checked before; raises OSError when there is no room for it."""
    with TemporaryDirectory() as folder:
        came = Path(folder) / "came"
        with came.open("wb") as copy:
            file.seek(0)
            shutil.copyfileobj(file, copy)
        found = pictures.look_into(came, Path(folder))
        name = preview_name(version, 1)
        default_storage.delete(name)
        version.preview_width, version.preview_height = pictures.size_of(found.pictures[0])
        with found.pictures[0].open("rb") as made:
            default_storage.save(name, File(made))
    version.preview_count = 1
    version.save(update_fields=["preview_count", "preview_width", "preview_height"])
