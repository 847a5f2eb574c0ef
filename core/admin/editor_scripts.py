"""Scripts and styles that the portal adds to Wagtail's editor."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _


def scripts() -> str:
    return format_html(
        '<script src="{}" defer data-one-picture="{}" data-many-pictures="{}" data-table="{}"></script>'
        '<script src="{}" defer></script>',
        static("admin/paste.js"),
        _("The picture in the pasted text was left out. Upload it under “Images” and add it with the block “Picture”."),
        _(
            "%s pictures in the pasted text were left out. Upload them under “Images” and add them with the block "
            "“Picture” or “Gallery”."
        ),
        _("The table became plain paragraphs. For a table use the block “Table”."),
        static("admin/content-checks.js"),
    )


def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("admin/portal.css"))
