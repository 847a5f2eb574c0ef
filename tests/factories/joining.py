"""Applications to join, in any state."""

from itertools import count

from django.utils import timezone

from members.consents import WORDINGS
from members.joining import keys
from members.joining.agreements import REQUIRED
from members.models import Application

ANSWERS = {
    "name_en": "Iskra",
    "settlement": "с. Крушаре",
    "street": "ул. „Първа“ 1",
    "phone": "+359 46 123 456",
    "public_email": "iskra@example.org",
    "site": "https://iskra.example.org",
    "summary_bg": "Пеем, шием и помним.",
    "summary_en": "",
    "seen": ["hora", "organizatsia", "profil", "saglasia"],
}
EIKS = ["000970464", "175074752", "831641791", "000261630"]
_number = count(1)


STEPS = ["organizatsia", "profil", "hora", "saglasia", "pregled"]


def joining(prefix: str) -> list[tuple[str, dict | None, str]]:
    """Every page of joining in a language: its path, what is sent there, and the link that is opened before."""
    start = f"{prefix}/join/" if prefix else "/prisaedinyavane/"
    draft, new, declined = (
        make_application(state, name=f"{state} {prefix}", eik="", reason="Причина", language=prefix[1:] or "bg")
        for state in ("draft", "new", "declined")
    )
    links = {each: f"{start}prodalzhi/{each.key}/" for each in (draft, new, declined)}
    return [
        *((start + path, None, "") for path in ("", "chovek/", "kod/", "organizatsia/", "profil/")),
        *((f"{start}{path}/", {}, "") for path in ("kod", "organizatsia")),
        *((f"{start}{step}/", None, links[draft]) for step in STEPS),
        *((f"{start}{step}/", {"more": "1"} if step == "hora" else {}, links[draft]) for step in STEPS[1:4]),
        *((f"{start}sastoyanie/", None, links[each]) for each in (new, declined)),
        (f"{start}potvardi/{new.key}/{keys.proof(new)}/", None, ""),
    ]


def answers_of(name, eik, email, kind="chitalishte", **more) -> dict:
    consents = {str(one): WORDINGS[one].version for one in REQUIRED}
    return ANSWERS | {"kind": kind, "name_bg": name, "eik": eik, "email": email, "consents": consents} | more


def people(*emails) -> list[dict]:
    roles = ["manager", *["editor"] * len(emails)]
    return [{"name": f"Човек {email}".partition("@")[0], "email": email, "role": roles.pop(0)} for email in emails]


def make_application(
    state="new", name="НЧ „Искра – 1929“", eik="000970464", email="iskra@example.net", emails=(), **fields
) -> Application:
    """With every answer; people get addresses of their own."""
    number = next(_number)
    emails = emails or (f"upravitel{number}@example.org", f"redaktor{number}@example.org")
    defaults = {
        "state": state,
        "name": name,
        "eik": eik,
        "email": email,
        "kind": "chitalishte",
        "answers": answers_of(name, eik, email),
        "people": people(*emails),
        "sent_at": None if state == "draft" else timezone.now(),
        "email_confirmed_at": None if state == "draft" else timezone.now(),
    }
    return Application.objects.create(**defaults | fields)
