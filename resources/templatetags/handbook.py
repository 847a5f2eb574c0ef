"""The lesson about a screen of the admin, in its header."""

from django import template

from resources.handbook.helping import help_on

register = template.Library()


@register.inclusion_tag("resources/admin/help_link.html", takes_context=True)
def help_link(context):
    """Nothing in a window to choose from, nor where no lesson is about the screen: the menu leads to the course."""
    request = context.request  # headers are included without the context around them
    match = getattr(request, "resolver_match", None)
    if match is None or "choose" in match.view_name:
        return {}
    found = help_on(request)
    return {"help": found} if found.url and found.is_about_this_screen else {}
