"""One material for one reader: the same question for its page, its file, its pictures, its text."""

from typing import NamedTuple

from django.http import Http404
from django.shortcuts import get_object_or_404

from core.former_words import find as find_former
from core.readers import reader
from members.owned import OwnedPolicy
from resources.models import Material, MaterialVersion


class Found(NamedTuple):
    material: Material
    for_everybody: bool
    user: object | None


def find(request, slug: str, beside: tuple[str, ...] = ()) -> Found:
    """Raises Http404 for what this reader may not have. Who asks is looked at only when it is not for everybody."""
    materials = Material.objects.select_related("current", *beside)
    material = materials.visible_to().filter(slug=slug).first()
    if material:
        return Found(material, True, reader(request))
    user = reader(request)
    if user is None:
        raise Http404
    material = materials.visible_to(user).filter(slug=slug).first()
    if material is None:
        material = get_object_or_404(materials, slug=slug)
        if not OwnedPolicy(Material).user_has_permission_for_instance(user, "change", material):
            raise Http404
    return Found(material, False, user)


def moved_to(request, slug: str) -> Material:
    """The material whose address once ended with this word; raises Http404 where this reader may have none such."""
    user = reader(request)
    former = find_former(Material.objects.visible_to(user), slug)
    if former is None:
        raise Http404
    return former


def works_on(user, material: Material) -> bool:
    return user is not None and OwnedPolicy(Material).user_has_permission_for_instance(user, "change", material)


def version_of(found: Found, number: int | None) -> MaterialVersion:
    """The current one, or an older one; what is not published yet only for those who work on it."""
    material = found.material
    if number is None:
        version = material.current or material.versions.first()
    else:
        version = material.versions.filter(number=number).first()
    if version is None or (version.published_at is None and not works_on(found.user, material)):
        raise Http404
    return version
