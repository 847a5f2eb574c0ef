"""What those who came say, on the desk of the event and as a sheet."""

from django import forms
from django.utils.translation import gettext_lazy

from core.feedback.summary import sheet
from events.admin.desk import EventView
from events.feedback.asking import opinions


class OpinionsView(EventView):
    form_class = forms.Form
    http_method_names = ["get"]
    page_title = gettext_lazy("Opinions")
    template_name = "events/admin/opinions.html"
    header_icon = "comment"

    def get(self, request, *args, **kwargs):
        if "xlsx" in request.GET:
            return sheet(opinions(self.event)["answers"], self.event.slug)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**opinions(self.event), **kwargs)
