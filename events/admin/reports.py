"""Reports of events in the admin: begun from the desk of the event, written by the editors of its host."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import log
from wagtail.snippets.models import register_snippet

from core.dates import day
from core.panels import both_languages
from events.admin.desk import EventView
from events.models import Event, EventReport
from events.report import may_be_shown
from events.without_report import without_report
from members.admin.owned import OwnedIndexView, OwnedViewSet
from members.owned import OwnedPolicy

NO_CONSENT = _(
    "People can be recognised in “%(title)s” and the picture does not say where their consents are kept. Write that "
    "into the picture, or take another one."
)


class ReportPolicy(OwnedPolicy):
    """A report begins on the desk of its event and stays as long as that does; the office is that of the events."""

    def is_office(self, user, action="change"):
        return OwnedPolicy(Event).is_office(user, action)

    def user_has_permission(self, user, action):
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, record):
        return action not in ("add", "delete") and super().user_has_permission_for_instance(user, action, record)


class ReportForm(WagtailAdminModelForm):
    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_published") and not cleaned.get("text_bg"):
            self.add_error("text_bg", ValidationError(_("Readers need a few sentences at least."), code="required"))
        self._look_at_materials()
        self._look_at_photos()
        return cleaned

    def _look_at_materials(self):
        for form in self._rows("materials"):
            document, link = form.cleaned_data.get("document"), form.cleaned_data.get("link")
            if bool(document) == bool(link) and "link" not in form.errors:
                form.add_error("link", ValidationError(_("Choose a file or give an address, one of the two.")))

    def _look_at_photos(self):
        for form in self._rows("photos"):
            image = form.cleaned_data.get("image")
            if image and not may_be_shown(image):
                form.add_error("image", ValidationError(NO_CONSENT, params={"title": image.title}, code="consent"))

    def _rows(self, name: str) -> list[forms.ModelForm]:
        formset = self.formsets[name]
        formset.is_valid()
        return [
            form
            for form in formset.forms
            if hasattr(form, "cleaned_data") and form.has_changed() and not form.cleaned_data.get("DELETE")
        ]

    def save(self, commit=True):
        if self.instance.is_published and self.instance.published_at is None:
            self.instance.published_at = timezone.now()
        return super().save(commit)


class ReportViewSet(OwnedViewSet):
    model = EventReport
    icon = "doc-full"
    menu_order = 8
    index_view_class = OwnedIndexView
    list_display = [
        "event",
        Column("organization", label=_("Host"), accessor="event.organization"),
        Column("starts_at", label=_("When"), accessor=lambda report: day(report.event.starts_at)),
        Column(
            "is_published",
            label=_("Published"),
            accessor=lambda report: day(report.published_at) if report.is_published and report.published_at else "–",
        ),
    ]
    edit_handler = ObjectList(
        [
            both_languages("text", _("Text")),
            both_languages("decisions", _("What was decided")),
            FieldRowPanel(
                [FieldPanel("participants"), FieldPanel("organizations")],
                heading=_("Numbers by hand"),
                help_text=_("Only where nobody was marked at the entrance; else the portal counts."),
            ),
            FieldPanel("minutes"),
            InlinePanel(
                "materials",
                [FieldPanel("kind"), FieldPanel("title"), FieldPanel("document"), FieldPanel("link")],
                heading=_("Materials and clippings"),
                label=_("material or clipping"),
            ),
            InlinePanel("photos", [FieldPanel("image")], heading=_("Photos"), label=_("photo")),
            FieldPanel("is_published", help_text=_("Whoever may read the event reads the report then.")),
        ],
        base_form_class=ReportForm,
    )

    @property
    def permission_policy(self):
        return ReportPolicy(self.model)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("event__organization")


register_snippet(ReportViewSet)


class BeginReportView(EventView):
    """From the desk: to the report of the event, made with the first press."""

    form_class = forms.Form

    def get(self, request, *args, **kwargs):
        return HttpResponseNotAllowed(["POST"])

    @transaction.atomic
    def form_valid(self, form):
        event = Event.objects.select_for_update(of=("self",)).get(pk=self.event.pk)
        report, is_new = EventReport.objects.get_or_create(event=event)
        if is_new:
            log(event, "portal.event.report", user=self.request.user)
        return redirect(EventReport.snippet_viewset.get_url_name("edit"), report.pk)


class WithoutReport(Component):
    """„Събития без отчет“: the events of this person's organisations that ended and have none."""

    template_name = "events/admin/without_report.html"
    order = 95

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        own = OwnedPolicy(Event).owners(user, "change")
        events = without_report(timezone.now()).filter(organization__in=own.values("pk"))[:10]
        space = Event.snippet_viewset.get_url_name
        return {"due": [(event, reverse(space("inspect"), args=[event.pk])) for event in events]}


@hooks.register("construct_homepage_panels", order=210)
def ask_for_reports(request, panels):
    panels.append(WithoutReport())
