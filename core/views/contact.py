from urllib.parse import urlsplit

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from core import language, mail
from core.forms.contact import MessageForm
from core.models import ContactMessage, ContactRole
from core.rate_limit import too_many

PER_HOUR = 6
TOO_MANY = _("Too many messages in one hour from here. What you wrote is still below; please send it later or phone.")


@never_cache
def write(request, role: str):
    """A message to one of the contact roles, whose address is never shown."""
    to = get_object_or_404(ContactRole, slug=role)
    form = (
        MessageForm(request.POST) if request.method == "POST" else MessageForm.opened_now({"page": _came_from(request)})
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        key = form.once("email", "text")
        is_new = not ContactMessage.objects.filter(key=key).exists()
        if is_new and too_many(request, "contact", PER_HOUR, 3600):
            form.add_error(None, TOO_MANY)
            status = 429
        else:
            _keep(to, form.cleaned_data, key)
            return redirect("core:message-sent", to.slug)
    return render(request, "core/contact_form.html", {"role": to, "form": form}, status=status)


@never_cache
def sent(request, role: str):
    """Thanks; reached by a redirect, so that loading it again sends nothing."""
    return render(request, "core/contact_sent.html", {"role": get_object_or_404(ContactRole, slug=role)})


@transaction.atomic
def _keep(role: ContactRole, data: dict, key: str) -> None:
    """Into the office register and, by the outbox, to the address of the role; the same press twice counts once."""
    message, is_new = ContactMessage.objects.get_or_create(
        key=key,
        defaults={"role": role, "language": language.active()}
        | {k: data[k] for k in ("name", "email", "text", "page")},
    )
    if is_new:
        mail.post(
            f"contact:{message.pk}", [role.email], "contact", {"message": message}, language.ORIGINAL, [message.email]
        )


def _came_from(request) -> str:
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}):
        return ""
    return urlsplit(referer).path[:500]
