"""In which languages a profile really is."""

from django.db.models import Q, QuerySet

from members.models import Organization

ESSENTIAL = ("summary", "description")  # what stands there in Bulgarian has to stand there in English


def written_in(organization: Organization) -> tuple[str, ...]:
    lacks = any(_has(organization, name, "bg") and not _has(organization, name, "en") for name in ESSENTIAL)
    return ("bg",) if lacks or not organization.name_en else ("bg", "en")


def in_english(organizations: QuerySet) -> QuerySet:
    """The same rule, for many."""
    found = organizations.exclude(_empty("name_en"))
    for name in ESSENTIAL:
        found = found.filter(_empty(f"{name}_bg") | ~_empty(f"{name}_en"))
    return found


def _has(organization: Organization, name: str, code: str) -> bool:
    return bool(getattr(organization, f"{name}_{code}"))


def _empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
