"""Applications to join, in each state that the office meets."""

from django.utils import timezone

from home.demo.keys import key
from home.demo.reading import Text, entries
from members.consents import WORDINGS
from members.joining.agreements import REQUIRED
from members.joining.steps import STEPS
from members.models import Application, Consent, User

EMAIL = "zayavitel@example.org"
State = Application.State


def make_application(text: Text, officer: User) -> Application:
    """One that is there stays as it is."""
    defaults = {
        "state": text.need("state"),
        "source": text.get("source", Application.Source.WEB),
        "kind": text.need("kind"),
        "name": text.need("name"),
        "eik": text.get("eik", ""),
        "answers": _answers(text),
        "people": [{"name": "Председател", "email": EMAIL, "role": "manager"}],
        "note": text.get("note", ""),
        "reason": text.get("reason", ""),
    }
    now = timezone.now()
    if text.need("state") != State.DRAFT:
        defaults |= {"email": EMAIL, "sent_at": now, "email_confirmed_at": now if text.get("confirmed") else None}
    else:
        defaults |= {"entered_by": officer, "people": []}
    if text.need("state") == State.DECLINED:
        defaults |= {"decided_at": now, "decided_by": officer}
    return Application.objects.get_or_create(key=_key(text), defaults=defaults)[0]


def remove_applications() -> None:
    keys = [_key(text) for text in entries("applications.toml", "application").values()]
    mine = Application.objects.filter(key__in=keys)
    Consent.objects.filter(application__in=mine).delete()
    mine.delete()


def _answers(text: Text) -> dict:
    found = {"name_bg": text.need("name"), "kind": text.need("kind"), "eik": text.get("eik", "")}
    found |= {name: text.need(name) for name in ("settlement", "phone")}
    if text.need("state") == State.DRAFT:
        return found
    agreed = {str(kind): WORDINGS[kind].version for kind in REQUIRED}
    more = {"email": EMAIL, "summary_bg": text.need("summary"), "consents": agreed}
    return found | more | {"seen": [step.slug for step in STEPS]}


def _key(text: Text):
    return key(f"application:{text.need('key')}")
