"""Good practices of the demo; what is there already stays as it is."""

from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from core.actions import publish_as_it_is
from home.demo.blocks import SAMPLE
from home.demo.made import Made
from home.demo.reading import Text, entries
from home.demo.references import as_one
from members.enums import Sector
from members.models import Organization, Theme
from resources.models import Practice, PracticeFigure, PracticePartner

FILE = "practices.toml"
TEXTS = ("title", "summary", "problem", "done", "result", "repeating", "cost_note", "asked")


def load_practices(made: Made) -> None:
    for slug, text in entries(FILE, "practice").items():
        if not Practice.objects.filter(slug=slug).exists():
            _practice(slug, text, made)


@transaction.atomic
def remove_practices() -> None:
    for slug, text in entries(FILE, "practice").items():
        Practice.objects.filter(slug=slug, organization__slug=text.need("organization")).delete()


@as_one()
def _practice(slug: str, text: Text, made: Made) -> None:
    practice = Practice(
        slug=slug,
        organization=Organization.objects.get(slug=text.need("organization")),
        picture=made.picture_of(text),
        cost=Decimal(text["cost"]) if "cost" in text else None,
        live=False,
        **{f"{name}_{code}": text.get(f"{name}_{code}", "") for name in TEXTS for code in ("bg", "en")},
    )
    for code in ("bg", "en"):
        if getattr(practice, f"result_{code}"):
            title, note = SAMPLE[code]
            marked = getattr(practice, f"result_{code}") + note.replace("<p>", f"<p><b>{title}.</b> ")
            setattr(practice, f"result_{code}", marked)
    practice.partners = [_partner(part) for part in _parts(text, "partner")]
    practice.figures = [
        PracticeFigure(number=part.need("number"), what_bg=part.need("what_bg"), what_en=part.get("what_en", ""))
        for part in _parts(text, "figure")
    ]
    practice.themes.set(Theme.objects.filter(slug__in=text.need("themes", list)))
    if text.get("state") == "draft":
        practice.save()
        practice.save_revision()
    else:
        publish_as_it_is(practice)
        moment = timezone.now() - timedelta(text.need("days_ago", int))
        Practice.objects.filter(pk=practice.pk).update(first_published_at=moment, last_published_at=moment)


def _parts(text: Text, name: str) -> list[Text]:
    return text.parts(name) if name in text else []


def _partner(part: Text) -> PracticePartner:
    sector = part.need("sector")
    if sector not in Sector.values:
        raise part.wrong("sector", f"must be one of {', '.join(Sector.values)}, not “{sector}”.")
    slug = part.get("organization")
    organization = Organization.objects.filter(slug=slug).first() if slug else None
    return PracticePartner(
        organization=organization,
        name_bg=part.get("name_bg", ""),
        name_en=part.get("name_en", ""),
        sector=sector,
    )
