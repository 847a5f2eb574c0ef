"""After saving or sending for approval: what to look at again, once and in one message."""

from django.contrib import messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from core.content_checks import Finding, findings
from core.models import BasePage

SHOWN = 5


def warn(request, page):
    """For the hooks `after_create_page` and `after_edit_page`."""
    if isinstance(page, BasePage) and request.accepts("text/html"):
        show(request, findings(page.get_latest_revision_as_object()))


def show(request, found: list[Finding]) -> None:
    """Silent while the editor saves by itself."""
    if not found or not request.accepts("text/html"):
        return
    lines = [str(finding) for finding in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(_("And %(count)s more.") % {"count": len(found) - SHOWN})
    points = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    head = _("Saved. Please look at this before readers see it:")
    messages.warning(request, format_html("{}<ul>{}</ul>", head, points))
