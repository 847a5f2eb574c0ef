"""One good practice: the problem, what was done and with whom, what came of it, what it cost, how to repeat it."""

from django.http import Http404
from django.shortcuts import redirect

from core import former_words, language
from core.money import money
from core.readers import for_one, reader
from core.typography import excerpt
from core.written import written
from members.offers.addresses import profile_address
from resources.models import Material, Practice
from resources.practices.addresses import practice_address

TEXTS = ("title", "summary", "problem", "done", "result", "repeating", "cost_note", "asked")
BESIDE = ("organization", "organization__logo", "picture")


def show(page, request, slug: str):
    """Leads on from an address that the practice had before; raises Http404 for what is not published."""
    practices = Practice.objects.visible_to()
    practice = practices.filter(slug=slug).select_related(*BESIDE).first()
    if practice is not None:
        return render(page, request, practice)
    renamed = former_words.find(practices, slug)
    if renamed is None:
        raise Http404
    return redirect(practice_address(renamed.slug, language.active()), permanent=True)


def render(page, request, practice: Practice):
    """For readers, and for the editor's preview of a draft."""
    code, user = language.active(), reader(request)
    request.page = page
    request.written_in = ("bg", "en") if practice.title_en else ("bg",)
    texts = {name: written(getattr(practice, f"{name}_bg"), getattr(practice, f"{name}_en"), code) for name in TEXTS}
    organization = practice.organization
    keys = [row.material_id for row in practice.materials.all()]
    materials = Material.objects.visible_to(user).for_listing().in_bulk(keys) if keys else {}
    shown = texts | {
        "practice": practice,
        "is_only_bulgarian": bool(texts["title"].lang),
        "organization": organization,
        "organization_name": written(organization.name_bg, organization.name_en, code, in_latin=True),
        "profile_url": profile_address(organization.slug, code),
        "partners": [_partner(row, code) for row in practice.partners.all()],
        "figures": [(row.number, written(row.what_bg, row.what_en, code)) for row in practice.figures.all()],
        "themes": [written(theme.title_bg, theme.title_en, code).text for theme in practice.themes.all()],
        "materials": [materials[key] for key in keys if key in materials],
        "cost": money(practice.cost) if practice.cost is not None else "",
        "description": excerpt(texts["summary"].text or texts["problem"].text or texts["title"].text, 160),
    }
    return for_one(page.render(request, context_overrides=shown, template="resources/practices/practice.html"), user)


def _partner(row, code: str) -> dict:
    """An organisation of the portal has a profile to go to, as long as readers see it."""
    organization = row.organization
    is_seen = organization is not None and organization.live
    if is_seen:
        name = written(organization.name_bg, organization.name_en, code, in_latin=True)
    else:
        name = written(row.name_bg, row.name_en, code, in_latin=True)
    url = profile_address(organization.slug, code) if is_seen else ""
    return {"name": name, "sector": row.get_sector_display(), "url": url}
