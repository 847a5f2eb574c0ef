"""Downloads counted without cookies: how many, and for people with an account which version they have."""

from datetime import timedelta

from django.core.cache import cache
from django.db.models import F

from core.rate_limit import client_key
from resources.models import Download, Material, MaterialVersion

ONCE_IN = timedelta(hours=1)


def count(request, version: MaterialVersion, user) -> None:
    """Twice within an hour from one place is one download; the place itself is written down nowhere."""
    if user is not None:
        Download.objects.get_or_create(version=version, person=user)
    if cache.add(f"downloaded:{version.pk}:{client_key(request)}", True, ONCE_IN.total_seconds()):
        MaterialVersion.objects.filter(pk=version.pk).update(downloads=F("downloads") + 1)
        Material.objects.filter(pk=version.material_id).update(downloads=F("downloads") + 1)
