"""Certificates of an event: who has one, who may get one, and the button that makes and sends them."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.log_actions import log

from events.admin.desk import EventView
from events.certificates.giving import give, who_is_still_there, who_may_get_one


class CertificatesView(EventView):
    form_class = forms.Form
    page_title = gettext_lazy("Certificates of attendance")
    template_name = "events/admin/certificates.html"
    header_icon = "doc-full"

    def get_context_data(self, **kwargs):
        given = [
            (certificate, reverse("certificates:paper", args=[certificate.token]))
            for certificate in self.event.certificates.all()
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
