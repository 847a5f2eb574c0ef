"""Materials as one ZIP, written as it is sent: nothing waits in memory or on the disk."""

import zipfile
from collections.abc import Iterator

from django.core.files.storage import default_storage

from resources.models import Material

PIECE = 256 * 1024


class _Pipe:
    """Takes what the archive writes, to be handed on at once."""

    def __init__(self):
        self.pieces: list[bytes] = []
        self.place = 0

    def write(self, content) -> int:
        self.pieces.append(bytes(content))
        self.place += len(content)
        return len(content)

    def tell(self) -> int:
        return self.place

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        content, self.pieces = b"".join(self.pieces), []
        return content


def packed(materials: list[Material]) -> Iterator[bytes]:
    """Files are packed as they are: most are packed already."""
    pipe, used = _Pipe(), set()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:
        for number, material in enumerate(materials, 1):
            version = material.current
            name = f"{number:02} {version.name}"
            if name in used:
                continue
            used.add(name)
            try:
                file = default_storage.open(version.file.name)
            except OSError:  # lost; the others are still worth having
                continue
            with file, archive.open(zipfile.ZipInfo(name, _day(version)), "w", force_zip64=True) as entry:
                while piece := file.read(PIECE):
                    entry.write(piece)
                    yield pipe.taken()
            yield pipe.taken()
    yield pipe.taken()


def _day(version) -> tuple:
    return version.uploaded_at.timetuple()[:6]
