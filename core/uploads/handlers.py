"""Uploads on a disk that fills up: the form says it, instead of a broken page."""

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler


class UntilTheDiskIsFull(TemporaryFileUploadHandler):
    """A file for which there is no room is left out, and the request remembers it (`found_no_room`)."""

    def new_file(self, *args, **kwargs):
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            raise self._no_room() from error

    def receive_data_chunk(self, raw_data, start):
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError as error:
            raise self._no_room() from error

    def _no_room(self) -> SkipFile:
        if self.request is not None:
            self.request.found_no_room = True
        if file := getattr(self, "file", None):
            file.close()
        return SkipFile()


def found_no_room(request) -> bool:
    return getattr(request, "found_no_room", False)
