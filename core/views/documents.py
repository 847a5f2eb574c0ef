from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from wagtail.documents.permissions import permission_policy
from wagtail.documents.views.serve import serve as send

from core.models import PortalDocument
from core.published import is_published

WORKS_WITH_IT = ["add", "change", "delete", "choose"]


def serve(request, document_id: int, document_filename: str):
    """To everybody when something published refers to the document; who asks is looked at only when nothing does."""
    document = get_object_or_404(PortalDocument.objects.select_related("collection"), pk=document_id)
    if is_published(document):
        return send(request, document_id, document_filename)
    answer = _to_some(request, document, document_filename)
    add_never_cache_headers(answer)
    return answer


def _to_some(request, document, document_filename: str):
    user = request.user
    may_work_with_it = user.is_authenticated and permission_policy.user_has_any_permission_for_instance(
        user, WORKS_WITH_IT, document
    )
    if may_work_with_it or (user.is_authenticated and is_published(document, user)):
        return send(request, document.pk, document_filename)
    if not user.is_authenticated and is_published(document, AnyMember()):
        return redirect(f"{reverse('account_login')}?next={request.path}")
    raise Http404


class AnyMember:
    """Somebody who logged in, whoever it is."""

    is_authenticated = True
