"""A person asks for a copy of everything that is kept, and downloads it."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core import language
from core.views.sent import sent_to
from members.models import OwnDataCopy, User
from members.own_data import tasks

ONCE_IN = timedelta(hours=24)
KEPT_FOR = timedelta(days=7)


@sent_to("members:profile")
@login_required
@transaction.atomic
def ask(request):
    """Once a day is enough; the second of two clicks finds the first."""
    User.objects.select_for_update().get(pk=request.user.pk)
    if request.user.data_copies.filter(asked_at__gt=timezone.now() - ONCE_IN).exists():
        messages.info(request, _("You asked for a copy today. A new one can be made tomorrow."))
    else:
        copy = OwnDataCopy.objects.create(person=request.user, language=language.active())
        transaction.on_commit(lambda: tasks.make_copy.enqueue(copy.pk), robust=True)
        messages.success(request, _("The copy is being made. You will get a letter when it is ready."))
    return redirect("members:profile")


@never_cache
@login_required
def download(request, key):
    """For its owner alone, as long as it is kept."""
    copy = get_object_or_404(ready(request.user), key=key)
    name = _("my-data")
    name = f"{name}-{timezone.localtime(copy.ready_at):%Y-%m-%d}.zip"
    return FileResponse(copy.file.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


def ready(person):
    return OwnDataCopy.objects.filter(person=person, ready_at__gt=timezone.now() - KEPT_FOR)
