"""What happens to an application. Each can be pressed twice or by two at once and happens once."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core.dates import day_time
from members import consents
from members.admission import admit, one_at_a_time
from members.invitations import invite
from members.joining import keys, letters
from members.joining.agreements import still_given
from members.joining.known import OPEN, known
from members.joining.making import make_organization
from members.joining.steps import undone
from members.models import Application, Organization, User

State = Application.State
KEPT, KEPT_FOR_THE_OFFICE = timedelta(days=14), timedelta(days=60)
TAKEN = _("An organisation or an application with this ЕИК is here already.")
UNCONFIRMED = _(
    "The e-mail address is not confirmed yet: anybody may have typed it. Wait until the letter is answered, or speak "
    "with the organisation and say here that the address is right."
)
DECIDED = _("This was decided already.")


class NotReady(ValidationError):
    """Something must be put right first; says what."""


@transaction.atomic
def send(application: Application) -> None:
    """From who applies to the office."""
    application = _locked(application)
    if application.state != State.DRAFT:
        return
    if undone(application):
        raise NotReady(_("Some answers are missing or not right."))
    if known(application.eik, besides=application):
        raise NotReady(TAKEN)
    application.state, application.sent_at = State.NEW, timezone.now()
    _save(application, "state", "sent_at")
    for kind in still_given(application):
        consents.record(kind, application=application, email=application.email, source=application.source)
    if application.email_confirmed_at:
        letters.tell_the_office(application)
    else:
        letters.received(application)


@transaction.atomic
def confirm_email(application: Application, shown: str) -> bool:
    """Whether the proof from the letter holds; again and again."""
    application = _locked(application)
    if not keys.proves(application, shown):
        return False
    if not application.email_confirmed_at:
        application.email_confirmed_at = timezone.now()
        _save(application, "email_confirmed_at")
        if application.state == State.NEW:
            letters.tell_the_office(application)
    return True


@transaction.atomic
def vouch(application: Application, by: User) -> None:
    """The office has spoken with the organisation: the address is theirs though nobody opened the letter."""
    application = _locked(application)
    if application.email_confirmed_at:
        raise NotReady(DECIDED)
    application.email_confirmed_at = timezone.now()
    _save(application, "email_confirmed_at")
    write_down(application, by, _("The e-mail address was checked with the organisation."))


@transaction.atomic
def talk(application: Application, by: User, words: str = "") -> None:
    """The office begins to talk with the organisation; its words, if any, go there by letter."""
    application = _locked(application)
    if application.state != State.NEW:
        raise NotReady(DECIDED)
    application.state = State.TALKING
    _save(application, "state")
    write_down(application, by, words or _("Talks have begun."))
    if words:
        letters.talking(application, words)


@transaction.atomic
def approve(application: Application, by: User) -> Organization:
    """The organisation is a member, with its newsroom and its group, and its people are invited."""
    application = _locked(application)
    if application.state == State.APPROVED:
        return application.organization
    if application.state not in OPEN:
        raise NotReady(DECIDED)
    if not application.email_confirmed_at:
        raise NotReady(UNCONFIRMED)
    one_at_a_time()
    if known(application.eik, besides=application):
        raise NotReady(TAKEN)
    application.organization = admit(make_organization(application))
    _decide(application, State.APPROVED, by)
    with translation.override(application.language):
        for person in application.people:
            invite(application.organization, person["email"], person["role"], name=person["name"], by=by)
    letters.approved(application)
    return application.organization


@transaction.atomic
def decline(application: Application, by: User, reason: str) -> None:
    """Also what the office began on the phone and the organisation never finished."""
    application = _locked(application)
    if application.state not in (State.DRAFT, *OPEN):
        raise NotReady(DECIDED)
    _decide(application, State.DECLINED, by, reason)
    letters.declined(application)


@transaction.atomic
def take_up_again(application: Application, by: User) -> None:
    """Not declined after all: on to talks, or, what was never sent, on to be filled in."""
    application = _locked(application)
    if application.state != State.DECLINED:
        raise NotReady(DECIDED)
    if known(application.eik, besides=application):
        raise NotReady(TAKEN)
    day = day_time(application.decided_at) if application.decided_at else "–"
    was = {"day": day, "who": application.decided_by, "reason": application.reason}
    write_down(application, by, _("Taken up again. It was declined on %(day)s by %(who)s: %(reason)s") % was)
    application.state = State.TALKING if application.sent_at else State.DRAFT
    application.reason = ""
    application.decided_at = application.decided_by = None
    _save(application, "state", "reason", "decided_at", "decided_by")


@transaction.atomic
def write_down(application: Application, by: User, words: str) -> None:
    """Into the note of the office, with who and when."""
    application.note = Application.objects.select_for_update().values_list("note", flat=True).get(pk=application.pk)
    entry = f"{timezone.localtime():%d.%m.%Y %H:%M}, {by}: {words}"
    application.note = "\n\n".join(filter(None, [application.note, entry]))
    _save(application, "note")


def clean_up() -> int:
    """Drafts that nobody went on with; those that the office entered wait longer for a letter to arrive."""
    now = timezone.now()
    drafts = Application.objects.filter(state=State.DRAFT)
    old = drafts.filter(source=Application.Source.WEB, changed_at__lt=now - KEPT) | drafts.filter(
        changed_at__lt=now - KEPT_FOR_THE_OFFICE
    )
    return old.delete()[0]


def _locked(application: Application) -> Application:
    return Application.objects.select_for_update().get(pk=application.pk)


def _decide(application: Application, state: str, by: User, reason: str = "") -> None:
    application.state, application.reason = state, reason
    application.decided_at, application.decided_by = timezone.now(), by
    _save(application, "state", "reason", "decided_at", "decided_by", "organization")


def _save(application: Application, *fields: str) -> None:
    """Only what changed; the database allows one open application of an ЕИК, however many come at once."""
    try:
        with transaction.atomic():
            application.save(update_fields=[*fields, "changed_at"])
    except IntegrityError as error:
        raise NotReady(TAKEN) from error
