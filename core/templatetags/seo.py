from django import template

from core.json_ld import as_script, breadcrumb
from core.templatetags.pages import trail

register = template.Library()


@register.simple_tag(takes_context=True)
def json_ld(context, page):
    """What the page says about itself (`page.json_ld()`), and where it stands."""
    steps = [(step["title"], step["url"]) for step in trail(context, page)]
    things = [page.json_ld()]
    if steps:
        things.append(breadcrumb([*steps, (page.title, page.get_url())]))
    return as_script(*things)
