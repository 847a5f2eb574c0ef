from datetime import timedelta
from tempfile import TemporaryFile
from uuid import uuid4

from django.conf import settings
from django.core.files import File
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from core import mail
from core.regularly import tick
from events.dossier import archive
from events.models import Dossier

KEPT_FOR = timedelta(days=7)
BESIDE = ("event__organization__logo", "event__settlement", "event__funding", "asked_by")


@task()
def make_dossier(pk: int) -> None:
    """Safe to run twice: one that is ready stays as it is."""
    dossier = Dossier.objects.select_related(*BESIDE).filter(pk=pk, ready_at=None).first()
    if dossier is None:
        return
    with translation.override("bg"), TemporaryFile() as made:
        archive.write(dossier.event, made)
        made.seek(0)
        dossier.file.save(f"{uuid4()}.zip", File(made), save=False)
    dossier.ready_at = timezone.now()
    dossier.save(update_fields=["file", "ready_at"])
    if dossier.asked_by:
        _tell(dossier)


@receiver(tick)
def forget(**_signal) -> None:
    Dossier.objects.filter(asked_at__lte=timezone.now() - KEPT_FOR).delete()


def ready(event):
    """The last one that can be downloaded, or None."""
    return event.dossiers.filter(ready_at__gt=timezone.now() - KEPT_FOR).order_by("-ready_at").first()


def _tell(dossier: Dossier) -> None:
    """The link leads behind the log-in: the letter alone opens nothing."""
    person, event = dossier.asked_by, dossier.event
    code = person.language_of_letters
    with translation.override(code):
        title = event.title_in(code).text
        context = {
            "subject": _("The dossier is ready: %(title)s") % {"title": title},
            "lines": [_("Download it from the desk of the event within a week. After that make it anew.")],
            "button": _("Dossier"),
            "link": settings.BASE_URL + reverse(event.snippet_viewset.get_url_name("dossier"), args=[event.pk]),
            "why": _("You get this letter because you asked for the dossier."),
        }
        mail.post(f"event:{event.pk}:dossier:{dossier.pk}", [person.email], "note", context, code)
