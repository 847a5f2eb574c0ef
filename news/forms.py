from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from core import language
from core.site_map import site_map


class NewsForm(WagtailAdminPageForm):
    """The editor's form: rubrics as tick boxes, in the language of the page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from news.models import NewsIndexPage

        if self.parent_page and self.parent_page.specific_class is not NewsIndexPage:
            self.fields.pop("organization", None)  # in a newsroom there is nothing to choose
        if "rubrics" in self.fields:
            from news.models import RubricPage

            originals = RubricPage.objects.live().filter(
                locale_id=site_map().locale_ids.get(language.ORIGINAL), deleted_at=None
            )
            self.fields["rubrics"] = forms.ModelMultipleChoiceField(
                queryset=originals.order_by("path"),
                widget=forms.CheckboxSelectMultiple,
                label=_("Rubrics"),
                required=self.fields["rubrics"].required,
                help_text=_("At least one. Readers follow rubrics."),
            )

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("featured_from"), cleaned.get("featured_until")
        if start and end and end <= start:
            self.add_error("featured_until", _("The end must be after the beginning."))
        return cleaned
