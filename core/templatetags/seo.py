from django import template
from django.conf import settings

from core.json_ld import as_script, breadcrumb
from core.templatetags.pages import trail

register = template.Library()


@register.simple_tag(takes_context=True)
def json_ld(context, page, record=None):
    """What the page says about itself (`page.json_ld()`), and where it stands; or a record shown below the page."""
    steps = [(step["title"], step["url"]) for step in trail(context, page)]
    if steps:
        steps.append((page.title, page.get_url()))
    if record:
        steps.append((record["name"], record["url"].removeprefix(settings.BASE_URL)))
    return as_script(record or page.json_ld(), *([breadcrumb(steps)] if steps else []))
