"""The 54 local action groups of home/demo/data/lags.csv, with their seats and territories."""

import re
import tomllib

from core.actions import publish_as_it_is
from core.transliteration import slugify_bg
from home.demo.places import DATA, find, find_municipalities, table
from home.demo.references import as_one
from home.demo.unused import unused
from members.enums import Kind, Period
from members.models import Organization, Strategy

BEFORE, NOW = Period.P2014, Period.P2023


def lags() -> dict[str, dict]:
    """The rows of the table by their words in the address, with what `lags.toml` adds."""
    more = tomllib.loads((DATA / "lags.toml").read_text(encoding="utf-8"))
    slugs = {slugify_bg(row["name_bg"]): row for row in table("lags.csv")}
    return {slug: row | more.get(slug, {}) for slug, row in slugs.items()}


@as_one()
def make_lag(slug: str, row: dict) -> Organization:
    """One that has a seat already stays as it is."""
    organization = Organization.objects.filter(slug=slug).first() or Organization(
        slug=slug, name_bg=row["name_bg"], name_en=row["name_en"]
    )
    if organization.settlement_id:
        return organization
    municipalities = [re.sub(r" \(.*\)", "", name.strip()) for name in row["municipalities_bg"].split(";")]
    organization.kind = Kind.LAG
    organization.settlement = _seat(row["seat_town_bg"])
    organization.save()
    if "before" in row:
        _strategy(organization, BEFORE, row["before"], {})
    _strategy(organization, NOW, municipalities, row)
    organization = Organization.objects.get(pk=organization.pk)
    publish_as_it_is(organization)
    return organization


def remove_lags() -> None:
    """Those without a newsroom; the newsrooms of the demo are removed with theirs."""
    unused(Organization.objects.filter(slug__in=lags()), "affiliations").delete()


def _seat(town: str):
    row = next(row for row in table("settlements.csv") if row["name"] == town and row["latitude"])
    return find(row["municipality"], town)


def _strategy(organization: Organization, period: str, municipalities: list[str], row: dict) -> None:
    strategy, _new = Strategy.objects.get_or_create(
        organization=organization,
        period=period,
        defaults={"population": row.get("population"), "settlement_count": row.get("settlement_count")},
    )
    strategy.municipalities.set(find_municipalities(municipalities))
    for name, field in (("plus", strategy.settlements), ("without", strategy.without)):
        field.set([find(*place.split("/")) for place in row.get(name, [])])
    strategy.save()
