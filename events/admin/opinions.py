"""What those who came say, on the desk of the event and as a sheet."""

from django import forms
from django.http import Http404, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.sheets import workbook
from events.admin.desk import EventView
from events.feedback.asking import opinions

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OpinionsView(EventView):
    form_class = forms.Form
    http_method_names = ["get"]
    page_title = gettext_lazy("Opinions")
    template_name = "events/admin/opinions.html"
    header_icon = "comment"

    def get(self, request, *args, **kwargs):
        found = opinions(self.event)
        return self._sheet(found["answers"]) if "xlsx" in request.GET else super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**opinions(self.event), **kwargs)

    def _sheet(self, answers) -> HttpResponse:
        if not answers:
            raise Http404
        headings = [_("How useful"), _("What was good?"), _("What should change?")]
        made = workbook(_("Opinions"), headings, [[one.useful, one.good, one.change] for one in answers])
        answer = HttpResponse(made, content_type=EXCEL)
        answer.headers["Content-Disposition"] = f'attachment; filename="mneniya-{self.event.slug}.xlsx"'
        add_never_cache_headers(answer)
        return answer
