"""Whether an organisation, or an application for it, is here already."""

from dataclasses import dataclass

from django.urls import reverse

from members.models import Application, Organization

State = Application.State
OPEN = (State.NEW, State.TALKING)


@dataclass(frozen=True)
class Known:
    organization: Organization | None = None
    application: Application | None = None

    @property
    def address(self) -> str:
        """Where to ask for access; nowhere while readers do not see the organisation."""
        if self.organization is None or not self.organization.is_public:
            return ""
        return reverse("members:ask-access", args=[self.organization.slug])


def known(eik: str, besides: Application) -> Known | None:
    """By its ЕИК: a member, or who has sent an application that waits for its answer."""
    if not eik:
        return None
    organization = Organization.objects.filter(eik=eik).first()
    if organization and organization.pk != besides.organization_id:
        return Known(organization=organization)
    other = Application.objects.filter(eik=eik, state__in=OPEN).exclude(pk=besides.pk).first()
    return Known(application=other) if other else None
