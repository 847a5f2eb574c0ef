"""Materials, courses and lessons in templates."""

from django import template
from django.utils import timezone
from django.utils.text import capfirst

from core.rendered import piece
from core.templatetags.pages import reading_language
from core.written import written
from resources import words
from resources.addresses import file_address, material_address
from resources.enums import Access, Reading
from resources.files.formats import is_recording

register = template.Library()
register.filter("duration", words.length)


def _opens_later(material) -> bool:
    """For members first."""
    return material.public_from is not None and material.public_from > timezone.now()


@register.simple_tag(takes_context=True)
def material_row(context, material, heading="h3", short=False):
    """Kind of file, title, what it is, size and pages; for whom it is, if not for everybody."""
    code = reading_language(context)
    title, text = material.title_in(code), written(material.description_bg, material.description_en, code)
    name, version = material.organization.name_in(code), material.current
    return piece(
        "resources/row.html",
        heading=heading,
        short=short,
        url=material_address(material.slug, code),
        file_url=file_address(material.slug),
        title=title.text,
        title_lang=title.lang,
        text=text.text,
        text_lang=text.lang,
        organization=name.text,
        organization_lang=name.lang,
        badge=words.badge(version),
        recording=is_recording(version.format),
        size=version.size,
        pages=words.pages(version),
        kind=capfirst(str(material.get_kind_display())),
        in_english=material.language == "en",
        day=material.renewed_at,
        downloads=material.downloads,
        is_accessible=material.is_accessible,
        is_scan=version.is_scan,
        is_unreadable=version.reading == Reading.UNREADABLE,
        for_members=material.audience == Access.MEMBERS or _opens_later(material),
        for_participants=material.audience == Access.PARTICIPANTS,
        themes=() if short else tuple(written(t.title_bg, t.title_en, code).text for t in material.themes.all()),
    )
