"""Letters about offers to host: to the office what came, to the editors of the host what was decided. Each reader gets
them in the own language."""

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core import mail
from core.dates import day_time
from events.models import TourOffer
from members.addressees import editors_of
from members.models import User
from members.permissions import who_may


def office() -> QuerySet[User]:
    """Who decides about offers; where nobody was given that, the administrators."""
    who = who_may("events", "change_touroffer").filter(is_superuser=False)
    return who if who.exists() else User.objects.filter(is_superuser=True, is_active=True)


def offered(offer: TourOffer) -> None:
    for person in office():
        with translation.override(person.language_of_letters):
            lines = [
                _("%(name)s offers to be a host: %(place)s, %(settlement)s.") % _named(offer, person),
                _("You accept with a day, or decline with a few kind words; until then the host may change it."),
            ]
            subject = _("An offer to host: %(tour)s") % _named(offer, person)
            _post(offer, "offered", person, subject, lines, _("See the offer"), _desk(offer), _why_office())


def withdrawn(offer: TourOffer) -> None:
    for person in office():
        with translation.override(person.language_of_letters):
            lines = [_("%(name)s has taken back its offer to be a host in %(settlement)s.") % _named(offer, person)]
            subject = _("An offer is withdrawn: %(tour)s") % _named(offer, person)
            _post(offer, "withdrawn", person, subject, lines, _("See the offer"), _desk(offer), _why_office())


def accepted(offer: TourOffer) -> None:
    event = offer.event
    link = reverse(event.snippet_viewset.get_url_name("edit"), args=[event.pk])
    for person in editors_of(offer.organization):
        with translation.override(person.language_of_letters):
            lines = [
                _("You are a host of “%(tour)s”: %(settlement)s, %(moment)s.")
                % (_named(offer, person) | {"moment": day_time(event.starts_at)}),
                _("The event has begun as a draft of yours, with the place and the title. Look it through, add the "
                  "programme and the registration, and publish it or send it for review."),
            ]  # fmt: skip
            subject = _("Your offer is accepted: %(tour)s") % _named(offer, person)
            _post(offer, "accepted", person, subject, lines, _("Open the event"), link, _why_editor(offer, person))


def declined(offer: TourOffer) -> None:
    for person in editors_of(offer.organization):
        with translation.override(person.language_of_letters):
            lines = [
                _("Thank you for the offer to host “%(tour)s” in %(settlement)s. This time it does not come to it.")
                % _named(offer, person),
                offer.reason,
            ]
            subject = _("About your offer to host: %(tour)s") % _named(offer, person)
            _post(
                offer, "declined", person, subject, lines, _("See the offer"), _desk(offer), _why_editor(offer, person)
            )


def _named(offer: TourOffer, person) -> dict:
    code = person.language_of_letters
    return {
        "name": offer.organization.name_in(code).text,
        "tour": offer.tour.title_in(code).text,
        "place": offer.place,
        "settlement": offer.settlement.written(code),
    }


def _desk(offer: TourOffer) -> str:
    return reverse(offer.snippet_viewset.get_url_name("inspect"), args=[offer.pk])


def _why_office() -> str:
    return _("You get this letter because you decide about offers to host.")


def _why_editor(offer: TourOffer, person) -> str:
    return _("You get this letter because you are an editor of %(name)s.") % _named(offer, person)


def _post(offer: TourOffer, what: str, person, subject: str, lines: list, button: str, link: str, why: str) -> None:
    shown = {"subject": subject, "lines": lines, "button": button, "link": settings.BASE_URL + link, "why": why}
    mail.post(f"tour-offer:{offer.pk}:{what}:{person.pk}", [person.email], "note", shown, person.language_of_letters)
