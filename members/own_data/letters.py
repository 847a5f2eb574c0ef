from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core import mail
from members.models import OwnDataCopy


def tell_ready(copy: OwnDataCopy) -> None:
    """The link leads behind the log-in: the letter alone opens nothing."""
    code = copy.person.language_of_letters
    with translation.override(code):
        context = {
            "subject": _("The copy of your data is ready"),
            "lines": [_("Log in and download it from your profile within a week. After that it is deleted.")],
            "button": _("My data"),
            "link": settings.BASE_URL + reverse("members:profile") + "#data",
            "why": _("You get this letter because a copy was asked for from your profile."),
        }
        mail.post(f"own-data:{copy.pk}", [copy.person.email], "note", context, code)
