"""Certificates of an event: who has one, who may get one, and the button that makes and sends them."""

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.log_actions import log

from core.admin.verbs import DONE
from core.validators import plain_line, visible
from events.admin.desk import EventView
from events.certificates.giving import give, who_is_still_there, who_may_get_one
from events.certificates.replacing import replace


class CertificatesView(EventView):
    form_class = forms.Form
    page_title = gettext_lazy("Certificates of attendance")
    template_name = "events/admin/certificates.html"
    header_icon = "doc-full"

    def get_context_data(self, **kwargs):
        correct = self.model.snippet_viewset.get_url_name("certificate")
        given = [
            (
                certificate,
                reverse("certificates:paper", args=[certificate.token]),
                reverse(correct, args=[self.event.pk, certificate.token]),
            )
            for certificate in self.event.certificates.select_related("replaced_by")
        ]
        return super().get_context_data(
            given=given,
            waiting=list(who_may_get_one(self.event)),
            still_there=who_is_still_there(self.event).exists(),
            **kwargs,
        )

    def form_valid(self, form):
        if number := give(self.event):
            log(self.event, "portal.event.certificates", user=self.request.user, data={"number": number})
            words = ngettext(
                "%(n)d certificate is made and goes out by e-mail.",
                "%(n)d certificates are made and go out by e-mail.",
                number,
            )
            messages.success(self.request, words % {"n": number})
        elif who_is_still_there(self.event).exists():
            messages.error(self.request, _("Certificates are made when the part that people came to has ended."))
        else:
            messages.warning(self.request, _("Everybody who is marked as come has a certificate already."))
        return self.back()


class NameForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name and surname"),
        max_length=120,
        validators=[plain_line, visible],
        help_text=gettext_lazy("As it should stand on the certificate."),
    )


class CorrectView(EventView):
    """„Поправка“: a printed certificate stays as it is; another one with the right name takes its place."""

    form_class = NameForm
    page_title = gettext_lazy("Correct a certificate")
    template_name = "events/admin/one_form.html"
    header_icon = "edit"

    @cached_property
    def certificate(self):
        return get_object_or_404(self.event.certificates.exclude(name=""), token=self.kwargs["key"])

    def get_initial(self):
        return {"name": self.certificate.name}

    def get_context_data(self, **kwargs):
        intro = _(
            "Certificate No. %(number)s is no longer valid then: whoever checks it reads that it was replaced. The new "
            "one gets a number of its own and goes out by e-mail."
        ) % {"number": self.certificate.number}
        return super().get_context_data(intro=intro, button=_("Replace it"), **kwargs)

    @transaction.atomic
    def form_valid(self, form):
        given = self.certificate
        if given.name == form.cleaned_data["name"]:
            form.add_error("name", _("This name stands on it already."))
            return self.form_invalid(form)
        if made := replace(given, form.cleaned_data["name"]):
            numbers = {"old": given.number, "new": made.number}
            log(self.event, "portal.event.certificate_replaced", user=self.request.user, data=numbers)
            messages.success(self.request, _("Certificate No. %(new)s takes the place of No. %(old)s.") % numbers)
        else:
            messages.warning(self.request, DONE)
        return redirect(self.model.snippet_viewset.get_url_name("certificates"), self.event.pk)
