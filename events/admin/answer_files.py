"""Files that came with registrations: for those who keep the event's registrations, for nobody else."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from core.views.private import private
from events.models import AnswerFile, Registration
from members.owned import OwnedPolicy


@private
def download(request, key):
    own = OwnedPolicy(Registration).instances_user_has_any_permission_for(request.user, {"view", "change"})
    answer = get_object_or_404(AnswerFile.objects.filter(registration__in=own.order_by().values("pk")), key=key)
    try:
        content = answer.file.open("rb")
    except OSError:
        raise Http404 from None
    return FileResponse(content, as_attachment=True, filename=answer.name, content_type="application/octet-stream")
