"""Papers of an event to print: the sign-in sheet and the badges."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.papers.answers import pdf
from events.admin.desk import EventView
from events.papers.badges import badges
from events.papers.people import participants
from events.papers.sheet import COLUMNS, USUAL, sheet

MOST_EMPTY = 200


class PartForm(forms.Form):
    part = forms.ModelChoiceField(label=_("Part"), queryset=None, required=False, empty_label=_("the whole event"))
    code = forms.ChoiceField(
        label=_("Language of the paper"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE, required=False,
        help_text=_("Funders in Bulgaria ask for Bulgarian; English is for guests from abroad."),
    )  # fmt: skip

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["part"].queryset = parts

    def clean_code(self):
        return self.cleaned_data["code"] or settings.LANGUAGE_CODE


class SheetForm(PartForm):
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        choices=list(COLUMNS.items()),
        initial=list(USUAL),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A phone number on a sheet is read by everybody who signs after."),
    )
    empty_rows = forms.IntegerField(
        label=_("Empty rows"), min_value=0, max_value=MOST_EMPTY, initial=15,
        help_text=_("For those who come without having registered."),
    )  # fmt: skip

    def clean_columns(self):
        columns = self.cleaned_data["columns"]
        if "name" not in columns and "signature" not in columns:
            raise forms.ValidationError(_("A sheet to sign needs names or room for signatures."), code="pointless")
        return columns


class PaperView(EventView):
    template_name = "events/admin/one_form.html"
    header_icon = "print"
    button = _("Make the PDF")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"parts": self.event.parts.model.objects.filter(event=self.event)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(button=self.button, intro=self.intro, **kwargs)

    def form_valid(self, form):
        return pdf(self.paper(**form.cleaned_data), f"{self.name}-{self.event.slug}")


class SheetView(PaperView):
    form_class = SheetForm
    page_title = _("Sign-in sheet")
    intro = _("Everybody who is registered, in alphabetical order, on A4.")
    name = "prisastven-spisak"

    def paper(self, part, columns, empty_rows, code):
        return sheet(self.event, part, columns, empty_rows, code)


class BadgesView(PaperView):
    form_class = PartForm
    page_title = _("Badges")
    intro = _("Eight on a sheet of A4, 105 × 74 mm each. The code on a badge is what the entrance reads.")
    name = "badzhove"

    def paper(self, part, code):
        return badges(self.event, part, code)

    def form_valid(self, form):
        if not participants(self.event, form.cleaned_data["part"]):
            form.add_error(None, _("Nobody is registered yet, so there are no badges to print."))
            return self.form_invalid(form)
        return super().form_valid(form)
