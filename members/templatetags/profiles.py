"""Profiles of organisations in templates."""

from urllib.parse import urlsplit

from django import template

from core.rendered import piece
from core.templatetags.pages import reading_language
from core.typography import NBSP
from members.offers.addresses import profile_address

register = template.Library()


@register.simple_tag(takes_context=True)
def profile_url(context, organization):
    """Where this reader reads about an organisation; nothing while it is not published."""
    if organization is None or not organization.is_public:
        return ""
    return profile_address(organization.slug, reading_language(context))


@register.simple_tag(takes_context=True)
def profile_link(context, organization):
    """A line that leads to the profile; nothing while it is not published."""
    if not organization.is_public:
        return ""
    return piece("components/profile_link.html", url=profile_address(organization.slug, reading_language(context)))


@register.filter
def unbroken(text):
    """On one line, such as a telephone number."""
    return text.replace(" ", NBSP)


@register.filter
def site_name(url):
    """“www.example.org/kontakti/” of an address on the internet, short enough for a narrow column."""
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www.") + parts.path.rstrip("/")) or url
