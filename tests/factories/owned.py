"""A record of each kind that belongs to an organisation, with an unpublished text and a review going on."""

from datetime import date

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, RevisionMixin, Workflow, WorkflowTask

from events.models import Event, EventReport, TourOffer
from members.models import Organization, PartnerOffer, Partnership
from resources.models import Material, Practice
from tests.factories.events import make_event
from tests.factories.offers import make_partnership
from tests.factories.resources import make_material
from tests.factories.tours import make_tour_offer


def make_offer(organization, title="Търсим партньор", *, live=True, **fields) -> PartnerOffer:
    offer = PartnerOffer.objects.create(
        organization=organization, title_bg=title, live=False, **{"deadline": date(2100, 1, 1)} | fields
    )
    if live:
        offer.save_revision().publish()
        offer.refresh_from_db()
    return offer


def make_practice(organization, title="Чиста река", *, live=True, **fields) -> Practice:
    texts = {"problem_bg": "<p>Мръсна.</p>", "done_bg": "<p>Чистихме.</p>", "result_bg": "<p>Чиста.</p>"}
    practice = Practice.objects.create(organization=organization, title_bg=title, live=False, **(texts | fields))
    if live:
        practice.save_revision().publish()
        practice.refresh_from_db()
    return practice


def _organization(organization):
    return organization


def _event(organization):
    return make_event("Среща", organization)


def _material(organization):
    return make_material("Материал", organization)


def _report(organization):
    return EventReport.objects.create(event=_event(organization))


MAKE = {
    Organization: _organization,
    PartnerOffer: make_offer,
    Partnership: make_partnership,
    Event: _event,
    EventReport: _report,
    TourOffer: make_tour_offer,
    Material: _material,
    Practice: make_practice,
}
TEXT = dict.fromkeys(MAKE, "title_bg") | {Organization: "name_bg", EventReport: "text_bg", TourOffer: "note"}


def make_record(model, organization, secret: str):
    """Published, and then changed in a draft that waits for a review: the secret stands in the draft alone.

    What has no drafts is nobody else's business as a whole.
    """
    record = MAKE[model](organization)
    setattr(record, TEXT[model], secret)
    if not issubclass(model, RevisionMixin):
        record.save()
        return record
    record.save_revision()
    _review().start(record, None)
    return record


def _review() -> Workflow:
    workflow, is_new = Workflow.objects.get_or_create(name="Преглед")
    if is_new:
        task = GroupApprovalTask.objects.create(name="Преглед")
        task.groups.add(Group.objects.get_or_create(name="Никой")[0])
        WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
