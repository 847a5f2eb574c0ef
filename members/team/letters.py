"""Letters about people in organisations: each in the language of who gets it, each sent once."""

from contextlib import contextmanager
from uuid import uuid4

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core import language, mail
from core.models import ContactRole
from members.models import Affiliation, User

LINKS = signing.Signer(salt="invitation", sep=".")  # a colon would end the link in some mail programs


def token_of(invitation: Affiliation) -> str:
    """What stands in the link of an invitation: good for this invitation and this address alone."""
    return LINKS.sign_object([invitation.pk, invitation.email])


def send_invitation(invitation: Affiliation) -> None:
    """The link works until the day the letter names; sent again, the letter is a new one with the same link."""
    organization = invitation.organization
    with translation.override(invitation.language):
        day = date_format(localtime(invitation.expires_at), "DATE_FORMAT")
        role = invitation.get_role_display()
        _note(
            f"team-invitation:{invitation.pk}:{invitation.sent_at.isoformat()}",
            invitation.email,
            _("Invitation: %(organization)s") % {"organization": organization.name},
            [
                _("%(organization)s invites you into its team on the portal, as %(role)s.")
                % {"organization": organization.name, "role": role},
                _("Open the link to accept or to decline. It is meant for you alone and works until %(day)s.")
                % {"day": day},
            ],
            (_("See the invitation"), reverse("members:invitation", args=[token_of(invitation)])),
            _("You get this letter because the organisation gave this address. If you do not know it, do nothing."),
        )


def ask_for_new_invitation(invitation: Affiliation, managers) -> None:
    """Somebody opened an invitation that had run out; one letter, however often the button is pressed."""
    for code, address, who in _deciders(managers):
        with translation.override(code):
            words = {"name": invitation.name or invitation.email, "organization": invitation.organization.name}
            _note(
                f"team-invitation-wanted:{invitation.pk}:{invitation.sent_at.isoformat()}:{who}",
                address,
                _("A new invitation is wanted"),
                [_("The invitation of %(name)s into the team of %(organization)s ran out. Send it again?") % words],
                (_("People of the organisation"), team_path(invitation.organization)),
                _("You get this letter because you decide who is in the team."),
            )


def tell_of_request(place: Affiliation, managers) -> None:
    for code, address, who in _deciders(managers):
        with translation.override(code):
            words = {"name": place.person.get_full_name(), "organization": place.organization.name}
            _note(
                f"team-request:{place.pk}:{who}",
                address,
                _("%(name)s asks for access to %(organization)s") % words,
                [
                    _("%(name)s asks to be let into the team of %(organization)s.") % words,
                    *([place.message] if place.message else []),
                    _("Decide only if you know who it is."),
                ],
                (_("Decide"), team_path(place.organization)),
                _("You get this letter because you decide who is in the team."),
            )


def tell_of_decision(place: Affiliation) -> None:
    with _in_language_of(place.person):
        words = {"organization": place.organization.name, "role": place.get_role_display()}
        if place.state == Affiliation.State.ACTIVE:
            subject = _("You are in the team of %(organization)s") % words
            lines = [_("Your request was accepted: you are in the team of %(organization)s as %(role)s.") % words]
        else:
            subject = _("Your request to %(organization)s was declined") % words
            lines = [subject + ".", *([_("Reason: %(reason)s") % {"reason": place.reason}] if place.reason else [])]
        _tell(place, subject, lines, _("You get this letter because you asked for access to the organisation."))


def tell_of_role(place: Affiliation) -> None:
    with _in_language_of(place.person):
        words = {"organization": place.organization.name, "role": place.get_role_display()}
        subject = _("Your role in %(organization)s has changed") % words
        lines = [_("From now on you are in %(organization)s as %(role)s.") % words]
        _tell(place, subject, lines, _("You get this letter because you are in the team of the organisation."))


def tell_of_leaving(place: Affiliation) -> None:
    with _in_language_of(place.person):
        words = {"organization": place.organization.name}
        subject = _("You are no longer in the team of %(organization)s") % words
        lines = [
            subject + ".",
            _("What you wrote stays with the organisation. Your profile stays as it is."),
        ]
        _tell(place, subject, lines, _("You get this letter because you were in the team of the organisation."))


def team_path(organization) -> str:
    return reverse("members:team", args=[organization.slug])


def _tell(place, subject, lines, why) -> None:
    button = (_("My profile"), reverse("members:profile"))
    _note(f"team-place:{place.pk}:{uuid4()}", place.person.email, subject, lines, button, why)


def _note(key, to, subject, lines, button, why) -> None:
    label, path = button
    context = {"subject": subject, "lines": lines, "button": label, "link": settings.BASE_URL + path, "why": why}
    mail.post(key, [to], "note", context, language.active())


def _deciders(managers) -> list[tuple[str, str, str]]:
    """Language, address and a short name of each manager, or of the network's office where there is none."""
    if people := [(one.language_of_letters, one.email, str(one.pk)) for one in managers]:
        return people
    return [(language.ORIGINAL, role.email, "office") for role in ContactRole.objects.order_by("position", "pk")[:1]]


@contextmanager
def _in_language_of(person: User):
    with translation.override(person.language_of_letters):
        yield
