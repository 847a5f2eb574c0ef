"""What members keeps about a person, for the copy of own data."""

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from core.models import ContactMessage, OutgoingMail
from members.models import Application, OfferMessage
from members.own_data import Part, register


@register("profile")
def profile(person) -> Part:
    columns = {
        "email": _("E-mail"),
        "display_name": _("Name shown to others"),
        "language": _("Language"),
        "letter_language": _("Language of letters"),
        "date_joined": _("Joined"),
        "last_login": _("Last log-in"),
    }
    avatar = UserProfile.get_for_user(person).avatar
    row = {name: getattr(person, name) for name in columns}
    return Part(_("My profile"), columns, [row], [avatar] if avatar else [])


@register("log-in")
def log_in(person) -> Part:
    """Which ways lead in; the secrets themselves are in no copy."""
    columns = {"kind": _("Kind"), "added": _("Added"), "used": _("Last used")}
    ways = [
        {"kind": way.get_type_display(), "added": way.created_at, "used": way.last_used_at}
        for way in person.authenticator_set.order_by("pk")
    ]
    addresses = [{"kind": address.email, "added": None, "used": None} for address in person.emailaddress_set.all()]
    return Part(_("Ways to log in"), columns, addresses + ways)


@register("open-log-ins")
def sessions(person) -> Part:
    columns = {"created_at": _("Since"), "last_seen_at": _("Last seen"), "ip": _("Address"), "user_agent": _("Browser")}
    return Part(_("Open log-ins"), columns, list(UserSession.objects.filter(user=person).values(*columns)))


@register("organizations")
def organizations(person) -> Part:
    columns = {
        "organization": _("Organisation"),
        "role": _("Role"),
        "state": _("State"),
        "since": _("Since"),
        "until": _("Until"),
        "message": _("Message"),
    }
    rows = [
        {
            "organization": place.organization.name,
            "role": place.get_role_display(),
            "state": place.get_state_display(),
            "since": place.since,
            "until": place.until,
            "message": place.message,
        }
        for place in person.affiliations.select_related("organization").order_by("pk")
    ]
    return Part(_("My organisations"), columns, rows)


@register("consents")
def consents(person) -> Part:
    columns = {
        "wording": _("To what"),
        "version": _("Version"),
        "given_at": _("Given"),
        "withdrawn_at": _("Taken back"),
    }
    return Part(_("Consents"), columns, list(person.consents.values(*columns)))


@register("messages")
def messages(person) -> Part:
    columns = {"name": _("Name"), "text": _("Message"), "received_at": _("Sent")}
    rows = [*_from(person, ContactMessage, columns), *_from(person, OfferMessage, columns)]
    return Part(_("Messages sent through the portal"), columns, rows)


@register("applications")
def applications(person) -> Part:
    columns = {"name": _("Organisation"), "eik": _("ЕИК"), "begun_at": _("Begun"), "sent_at": _("Sent")}
    return Part(_("Applications"), columns, _from(person, Application, columns))


@register("letters")
def letters(person) -> Part:
    """Their subjects; what stood in them went to the person."""
    columns = {"subject": _("Subject"), "created_at": _("Written"), "sent_at": _("Sent")}
    rows = [row for email in _addresses(person) for row in OutgoingMail.objects.filter(to=[email]).values(*columns)]
    return Part(_("Letters from the portal"), columns, rows)


@register("log")
def log(person) -> Part:
    """What the editor's log says this person did."""
    columns = {"timestamp": _("When"), "action": _("What"), "label": _("With what")}
    entries = [row for model in (PageLogEntry, ModelLogEntry) for row in _done(person, model, columns)]
    return Part(_("Changes in the editor"), columns, sorted(entries, key=lambda row: row["timestamp"]))


@register("files")
def files(person) -> Part:
    columns = {"title": _("Title"), "file": _("File"), "created_at": _("Uploaded")}
    found = [
        item
        for model in (get_image_model(), get_document_model())
        for item in model.objects.filter(uploaded_by_user=person).order_by("pk")
    ]
    rows = [{"title": item.title, "file": item.file.name, "created_at": item.created_at} for item in found]
    return Part(_("Uploaded files"), columns, rows, [item.file for item in found])


def _done(person, model, columns):
    return model.objects.filter(user=person).values(*columns)


def _from(person, model, columns) -> list[dict]:
    return list(model.objects.filter(email__in=_addresses(person)).values(*columns))


def _addresses(person) -> list[str]:
    """Only those shown to be the person's own."""
    return list(person.emailaddress_set.filter(verified=True).values_list("email", flat=True))
