"""What those who came say, on the desk of the event and as a sheet."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.feedback.summary import sheet
from events.admin.desk import EventView
from events.feedback.asking import opinions


class OpinionsView(EventView):
    form_class = forms.Form
    http_method_names = ["get"]
    page_title = gettext_lazy("Opinions")
    template_name = "core/admin/opinions.html"
    header_icon = "comment"

    def get(self, request, *args, **kwargs):
        if "xlsx" in request.GET:
            return sheet(opinions(self.event)["answers"], self.event.slug)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        who = _("Those who came are asked by e-mail half a day after the end.")
        return super().get_context_data(about=self.event, who_is_asked=who, **opinions(self.event), **kwargs)
