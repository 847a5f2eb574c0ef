"""On the first page of the admin: partnerships that others recorded, waiting for one's own organisations to say yes."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component

from members.models import Organization, Partner


class PartnershipsToConfirm(Component):
    template_name = "members/admin/partnerships_to_confirm.html"
    order = 90

    def get_context_data(self, parent_context):
        own = Organization.objects.of_editor(parent_context["request"].user)
        sides = Partner.objects.waiting().filter(organization__in=own.values("pk"))
        waiting = [
            {
                "partnership": side.partnership,
                "own": side.organization,
                **{name: reverse(f"wagtailsnippets_members_partnership:{name}", args=[side.partnership_id])
                   for name in ("inspect", "confirm", "decline")},
            }
            for side in sides.select_related("organization", "partnership__organization").order_by("pk")
        ]  # fmt: skip
        return {"waiting": waiting, **{name: parent_context[name] for name in ("request", "csrf_token")}}


@hooks.register("construct_homepage_panels")
def panels(request, panels):
    panels.append(PartnershipsToConfirm())
