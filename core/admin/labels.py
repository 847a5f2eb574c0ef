"""Names for the fields that Wagtail's link windows leave without a label, so that no catalogue reaches them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers

LINK_TEXT = {"link_text": _("Link text")}
LABELS = {
    choosers.ExternalLinkChooserForm: LINK_TEXT,
    choosers.AnchorLinkChooserForm: {"url": _("Place in the page (anchor)")} | LINK_TEXT,
    choosers.EmailLinkChooserForm: LINK_TEXT
    | {"email_address": _("Email address"), "subject": _("Subject"), "body": _("Message")},
    choosers.PhoneLinkChooserForm: LINK_TEXT | {"phone_number": _("Phone number")},
}

for form, labels in LABELS.items():
    for name, label in labels.items():
        form.base_fields[name].label = label
