"""The call for hosts on the first page of the admin: for groups what is open, for the office what waits."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component

from events.models import Tour, TourOffer
from events.tours.page import offers_space
from events.tours.policy import TourOfferPolicy

State = TourOffer.State


class HostsWanted(Component):
    """The open tours, each with how the offer of this person's group stands; nothing for who has no such group."""

    template_name = "events/admin/hosts_wanted.html"
    order = 92

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        policy = TourOfferPolicy(TourOffer)
        groups = policy.owners(user, "add")
        tours = list(Tour.objects.open_on(timezone.localdate()).defer("text")) if groups.exists() else []
        own = TourOffer.objects.filter(tour__in=tours, organization__in=groups.values("pk"))
        latest = {offer.tour_id: offer for offer in own.exclude(state=State.WITHDRAWN).order_by("sent_at", "pk")}
        add = reverse(offers_space("add"))
        return {
            "calls": [
                {
                    "tour": tour,
                    "offer": latest.get(tour.pk),
                    "offer_url": reverse(offers_space("inspect"), args=[latest[tour.pk].pk])
                    if tour.pk in latest
                    else "",
                    "add_url": f"{add}?tour={tour.pk}",
                }
                for tour in tours
            ]
        }


@hooks.register("construct_homepage_panels", order=205)
def call_for_hosts(request, panels):
    panels.append(HostsWanted())


@hooks.register("register_office_news")
def tell_the_office(user) -> list[tuple]:
    if not user.has_perm("events.change_touroffer"):
        return []
    count = TourOffer.objects.filter(state=State.OFFERED).count()
    words = ngettext("%(n)d offer to host waits for an answer", "%(n)d offers to host wait for an answer", count)
    return [(count, words % {"n": count}, offers_space("list"), f"?state={State.OFFERED}")]
