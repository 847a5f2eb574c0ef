"""Events in the search."""

from django.utils.translation import gettext_lazy as _

from core import language
from core.enums import Audience
from core.findable import EDITORS, MEMBERS, PUBLIC, Findable, Text, Thing, register
from core.typography import plain
from events.addresses import event_address, tour_address
from events.models import Event, Tour
from members.found import is_hidden, provinces_of, slugs


@register
class FoundEvents(Findable):
    kind, model, order, section = "event", Event, 20, "EventIndexPage"
    label, label_many = _("event"), _("Events")
    of_organizations = True
    stamped = (
        *("live", "audience", "last_published_at", "starts_at", "ends_at", "slug", "state", "title_bg", "title_en"),
        *("organization__live", "organization__status", "organization__name_bg", "organization__name_en"),
        *("settlement__name_bg", "settlement__name_en"),
    )

    def audience_of(self, instance):
        if not instance.live or is_hidden(instance.organization):
            return EDITORS
        return PUBLIC if instance.audience == Audience.PUBLIC else MEMBERS

    def things(self, pks):
        beside = ("organization", "settlement__municipality__province")
        events = Event.objects.filter(pk__in=list(pks)).select_related(*beside)
        for event in events.prefetch_related("themes"):
            texts = [self._text(event, "bg")]
            if event.title_en:
                texts.append(self._text(event, "en"))
            yield Thing(
                event.pk,
                texts,
                self.audience_of(event),
                path=event.slug,
                moment=event.starts_at,
                until=event.ends_at,
                organization=event.organization_id,
                provinces=provinces_of(event.settlement),
                themes=slugs(event.themes),
            )

    def _text(self, event, code) -> Text:
        place = event.settlement.written(code) if event.settlement else ""
        body = plain(getattr(event, f"text_{code}") or "")
        host = event.organization.name_in(code).text
        summary = getattr(event, f"summary_{code}") or ""
        more = (getattr(event, f"{name}_{code}") or "" for name in ("place", "hall", "for_whom", "state_note"))
        beside = " ".join((*more, place, host))
        return Text(code, getattr(event, f"title_{code}"), summary, body, beside=beside, note=place)

    def address(self, path, written_in, code):
        return event_address(path, code)


@register
class FoundTours(Findable):
    kind, model, order, section = "tour", Tour, 25, "EventIndexPage"
    label, label_many = _("forum tour"), _("Forum tours")
    stamped = ("is_public", "last_published_at", "slug", "title_bg", "title_en")

    def audience_of(self, instance):
        return PUBLIC if instance.is_public else EDITORS

    def things(self, pks):
        for tour in Tour.objects.filter(pk__in=list(pks)):
            codes = [code for code in language.NAMES if code == language.ORIGINAL or tour.title_en]
            texts = [self._text(tour, code) for code in codes]
            yield Thing(tour.pk, texts, self.audience_of(tour), path=tour.slug, moment=tour.last_published_at)

    def _text(self, tour, code) -> Text:
        own = {name: getattr(tour, f"{name}_{code}") or "" for name in ("title", "summary", "text")}
        return Text(code, own["title"], own["summary"], plain(own["text"]))

    def address(self, path, written_in, code):
        return tour_address(path, code)
