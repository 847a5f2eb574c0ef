"""Shows a profile: to readers what is published, to editors their draft, with the same template."""

from collections import defaultdict

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone, translation

from core import former_words, language, pictures
from core.templatetags.pictures import picture_url
from core.typography import excerpt
from core.written import Written, written
from members import maps
from members.enums import Membership, spoken
from members.models import DirectoryPage, Organization, Settlement
from members.profile import rows, sections, territory
from members.profile.about import json_ld
from members.profile.languages import ESSENTIAL, written_in

BESIDE = "settlement__municipality__province"


def show(page, request, slug: str):
    """Raises Http404 for what is not published."""
    organizations = Organization.objects.visible_to()
    organization = organizations.filter(slug=slug).select_related(BESIDE).first()
    if organization is None:
        return _lead_on(page, organizations, slug)
    return render(page, request, organization, rows.of_live(organization))


def preview(organization: Organization, request, code: str):
    """The draft as readers of a language would see it."""
    with translation.override(code):
        page = DirectoryPage.objects.get(locale__language_code=code, depth=3)
        return render(page, request, organization, rows.of_draft(organization)).render()


def render(page, request, organization: Organization, found: list[rows.Row]):
    code = language.active()
    request.page, request.written_in = page, written_in(organization)
    below = sections.filled(organization, code) if organization.pk else []
    _give_pictures(organization, [item for section in below for item in section.get("pictured", ())])
    context = shown(organization, found, code, page.address_in(code) or "") | {"sections": below}
    return page.render(request, context_overrides=context, template="members/profile.html")


def _give_pictures(organization: Organization, items: list) -> None:
    """All pictures of the page with their sizes, by one query."""
    keys = {organization.logo_id, organization.cover_id, *(item.picture_id for item in items)}
    fetched = pictures.fetch(keys - {None})
    organization.logo, organization.cover = fetched.get(organization.logo_id), fetched.get(organization.cover_id)
    for item in items:
        item.picture = fetched.get(item.picture_id)


def shown(organization: Organization, found: list[rows.Row], code: str, directory: str) -> dict:
    """Everything the template shows, in one language."""
    by_kind = defaultdict(list)
    for kind, row in found:
        by_kind[kind].append(row)
    texts = {name: _in(organization, name, code) for name in ("summary", "description", "legal_form", "address")}
    name = written(organization.name_bg, organization.name_en, code, in_latin=True)
    url = f"{directory}{organization.slug}/"
    links = [row["url"] for row in sorted(by_kind["link"], key=lambda row: row["sort_order"] or 0)]
    summary = excerpt(texts["summary"].text or texts["description"].text, 300)
    contacts = [_contact(row, code) for row in sorted(by_kind["contact"], key=lambda row: row["sort_order"] or 0)]
    themes = [
        (row["slug"], written(row["title_bg"], row["title_en"], code))
        for row in sorted(by_kind["theme"], key=lambda row: row["position"])
    ]
    strategies = territory.strategies(by_kind, code)
    return {
        "organization": organization,
        "name": name,
        **texts,
        "is_only_bulgarian": any(texts[name].lang for name in ESSENTIAL),
        "short": summary,
        "contacts": contacts,
        "is_silent": not (contacts or organization.phone or organization.email or organization.website),
        "links": links,
        "themes": themes,
        "map_url": _map_url(organization.settlement),
        "ask_url": _ask_url(organization),
        "languages": ", ".join(spoken(organization.languages)),
        "provinces": sorted(row[code] or row["bg"] for row in by_kind["province"]),
        "map": _small_map(organization, name.text, by_kind["province"]) if strategies else None,
        "strategy": strategies[0] if strategies else None,
        "older_strategies": strategies[1:],
        "has_strategy": bool(strategies and (strategies[0].says_more or strategies[1:] or themes)),
        "places": territory.places(by_kind, code),
        "is_former": organization.status == Membership.FORMER or _is_over(organization),
        "about": json_ld(organization, name.text, summary, url, links, _picture(organization)),
    }


def _lead_on(page, organizations, slug: str):
    renamed = former_words.find(organizations, slug)
    if renamed is None:
        raise Http404
    return HttpResponsePermanentRedirect(f"{page.address_in(language.active())}{renamed.slug}/")


def _in(organization: Organization, name: str, code: str) -> Written:
    return written(getattr(organization, f"{name}_bg"), getattr(organization, f"{name}_en"), code)


def _contact(row: dict, code: str) -> dict:
    return row | {"title": written(row["title_bg"], row["title_en"], code)}


def _small_map(organization: Organization, name: str, provinces: list[dict]) -> maps.Map:
    """The provinces it works in, and its seat."""
    seat = organization.settlement
    points = [(seat.latitude, seat.longitude)] if seat and seat.latitude and seat.longitude else []
    return maps.outline(name, [province["nuts"] for province in provinces], points)


def _ask_url(organization: Organization) -> str:
    """Where somebody who works there asks for access."""
    known = organization.pk and organization.is_public
    return reverse("members:ask-access", args=[organization.slug]) if known else ""


def _map_url(place: Settlement | None) -> str:
    """A link, so that no map of others is loaded with the page."""
    if place is None or place.latitude is None or place.longitude is None:
        return ""
    here = f"{place.latitude:.4f}", f"{place.longitude:.4f}"
    return f"https://www.openstreetmap.org/?mlat={here[0]}&mlon={here[1]}#map=13/{here[0]}/{here[1]}"


def _is_over(organization: Organization) -> bool:
    return bool(organization.member_until and organization.member_until < timezone.localdate())


def _picture(organization: Organization) -> str:
    """For other sites, beside a link to the profile."""
    return picture_url(organization.cover or organization.logo, "lead", absolute=True)
