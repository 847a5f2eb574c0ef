"""Counts and the like that are found once and kept in the cache until something in them changes."""

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone


class Kept:
    """`kept.get("months:3", find)`; connect `kept.forget` to the signals of what is counted."""

    def __init__(self, name: str, seconds: int = 600):
        self.name, self.seconds = name, seconds

    def get(self, key: str, find):
        key = f"{self.name}:{cache.get(self._version_key, 0)}:{key}"
        found = cache.get(key)
        if found is None:
            found = find()
            cache.set(key, found, self.seconds)
        return found

    def forget(self, **_signal) -> None:
        """Now, and again after the commit: in between others may have kept what they still saw."""
        self._begin_anew()
        transaction.on_commit(self._begin_anew, robust=True)

    @property
    def _version_key(self) -> str:
        return f"{self.name}-version"

    def _begin_anew(self) -> None:
        cache.set(self._version_key, timezone.now().timestamp(), None)
