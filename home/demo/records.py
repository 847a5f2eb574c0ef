"""Contact roles and funding records: one row each, both languages in it."""

import datetime as dt

from django.utils import timezone

from core.models import ContactRole, FundingRecord
from home.demo.made import Made
from home.demo.reading import Text
from members.models import AgreedTexts


def make_role(text: Text, position: int) -> ContactRole:
    role = ContactRole.objects.filter(slug=text.need("key")).first()
    return role or _saved(
        ContactRole(
            slug=text.need("key"),
            phone=text.need("phone"),
            email=text.need("email"),
            position=position,
            **_both(text, "title", "purpose"),
        )
    )


def make_funding(text: Text) -> FundingRecord:
    record = FundingRecord.objects.filter(name=text.need("name")).first()
    return record or _saved(
        FundingRecord(
            name=text.need("name"),
            contract_number=text.need("contract_number"),
            starts_on=day(text, "starts_days_ago", -1),
            ends_on=day(text, "ends_in_days"),
            **_both(text, "programme", "sentence", "disclaimer"),
        )
    )


def name_agreed_texts(made: Made) -> None:
    """What people agree to when they get a profile; a choice made since stays."""
    texts = AgreedTexts.load()
    texts.rules = texts.rules or made.pages["page:rules"]
    texts.privacy = texts.privacy or made.pages["page:privacy"]
    texts.save()


def day(text: Text, name: str, direction: int = 1) -> dt.date | None:
    """A day told by its distance from today."""
    if name not in text:
        return None
    return timezone.localdate() + dt.timedelta(direction * text.need(name, int))


def _both(text: Text, *names: str) -> dict[str, str]:
    return {f"{name}_{code}": text.need(f"{name}_{code}") for name in names for code in ("bg", "en")}


def _saved(record):
    record.full_clean()
    record.save()
    return record
