"""What other records hang on is not deleted, whichever way somebody asked for it."""

from collections import Counter

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class RefuseToOrphan:
    """For the whole admin, deleting several together included: a sentence in place of an error. It tells kinds and
    numbers, no names: not everybody who may delete a thing may see what hangs on it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ProtectedError | RestrictedError) or request.method != "POST":
            return None
        home = reverse("wagtailadmin_home")
        if not request.path.startswith(home):
            return None
        messages.error(request, _("Nothing was deleted. It is still needed by: %(what)s.") % {"what": _told(exception)})
        return redirect(request.get_full_path())


def _told(exception) -> str:
    """„записвания (12), отчет на събитие“"""
    holding = getattr(exception, "protected_objects", None) or getattr(exception, "restricted_objects", ())
    found = []
    for model, number in Counter(type(one) for one in holding).items():
        names = model._meta
        found.append(f"{names.verbose_name_plural} ({number})" if number > 1 else str(names.verbose_name))
    return ", ".join(found)
