"""What the office should look at beside an application: the same ЕИК, the same name however typed, the same e-mail."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.admin.verbs import Row
from core.skeleton import keys
from members.models import Application, Organization

LOOKED_AT = 2000


def alike(application: Application) -> list[Row]:
    return [*_organizations(application), *_applications(application)]


def _organizations(application: Application):
    names = set(filter(None, keys(application.name)))
    same = Q(pk=None)
    for name in names:
        same |= Q(search_text__contains=name)
    for field in ("eik", "email"):
        if value := getattr(application, field):
            same |= Q(**{field: value})
    for organization in Organization.objects.filter(same).exclude(pk=application.organization_id)[:LOOKED_AT]:
        why = _why(application, organization, names, organization.name_bg)
        if why:
            url = reverse("wagtailsnippets_members_organization:edit", args=[organization.pk])
            yield Row(_("Organisation"), f"{organization.name} ({why})", url)


def _applications(application: Application):
    names = set(filter(None, keys(application.name)))
    others = Application.objects.exclude(pk=application.pk).exclude(
        state=Application.State.DRAFT, source=Application.Source.WEB
    )
    for other in others.only("name", "eik", "email", "state")[:LOOKED_AT]:
        why = _why(application, other, names, other.name)
        if why:
            url = reverse("members_application_modeladmin_inspect", args=[other.pk])
            yield Row(_("Application"), f"{other.name}, {other.get_state_display()} ({why})", url)


def _why(application: Application, other, names: set, name: str) -> str:
    return ", ".join(
        words
        for words, same in (
            (_("same ЕИК"), application.eik and application.eik == other.eik),
            (_("same name"), names & set(keys(name or ""))),
            (_("same e-mail"), application.email and application.email == other.email),
        )
        if same
    )
