"""Wagtail's checker beside the preview, told a few more things to look for in the finished page."""

from django.forms import Media
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

from core.content_checks import EMPTY_WORDS

RULES = [
    # rule, where, check, pattern, flags of JavaScript
    ("link-says-nothing", "main a[href]", "check-says-nothing", f"^(?:{EMPTY_WORDS})$", "iu"),
    ("heading-capitals", "main h1, main h2", "check-capitals", r"^(?=(?:.*\p{Lu}){6})\P{Ll}*$", "u"),
    ("heading-spaced-out", "main h1, main h2", "check-spaced-out", r"(?:^|\s)(?:\p{L}\s+){3}\p{L}(?:\s|$)", "u"),
]


class PortalChecker(ContentCheckerItem):
    """It warns and never blocks; `core.content_checks` says the same after saving."""

    # Its functions cannot be sent as data.
    media = Media(js=["admin/content-checks.js"])

    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt", *(rule for rule, *_rest in RULES)]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": rule,
                "impact": "moderate",
                "selector": where,
                "tags": ["best-practice"],
                "all": [check],
                "enabled": True,
            }
            for rule, where, check, _pattern, _flags in RULES
        ),
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        *(
            {"id": check, "options": {"pattern": pattern, "flags": flags}}
            for _rule, _where, check, pattern, flags in RULES
        ),
    ]
    axe_messages = ContentCheckerItem.axe_messages | {
        "image-alt": {
            "error_name": _("A picture has no description"),
            "help_text": _("Say in one sentence what is to be seen: a blind reader hears it."),
        },
        "link-says-nothing": {
            "error_name": _("A link does not say where it leads"),
            "help_text": _("Put the link on the name of what it opens."),
        },
        "heading-capitals": {
            "error_name": _("A title or heading is in capitals"),
            "help_text": _("Write it as a sentence; some screen readers spell capitals out."),
        },
        "heading-spaced-out": {
            "error_name": _("A title or heading is spaced out letter by letter"),
            "help_text": _("Write the words whole: search and screen readers see only letters."),
        },
    }


def use_own_checker(request, items, page):
    """For the hook `construct_wagtail_userbar`."""
    for index, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[index] = PortalChecker(in_editor=item.in_editor)
