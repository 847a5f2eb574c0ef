"""To what people agree who register, in which words. A changed sentence gets a new version."""

from django.utils.translation import gettext_lazy as _

VERSION = "2026-11"
WORDING = _(
    "I agree that the host uses these data to hold the event, and whoever else I register knows of it and agrees."
)
