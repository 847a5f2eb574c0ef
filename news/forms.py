from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug

from core import language
from core.forms.pages import PageForm
from core.site_map import site_map

OF_THE_LIST = {"rss", "atom"}  # beside the years, what a list has under its own address


class NewsForm(PageForm):
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

    def clean_slug(self):
        """Titles come back every year: what is not published yet takes the next free word instead of an error.

        No item takes the place of a feed or of a year.
        """
        slug = super().clean_slug()
        if slug in OF_THE_LIST or slug.isdecimal():
            slug = f"{slug}-1"
        is_published = self.instance.pk and self.instance.live
        if slug and self.parent_page and not is_published:
            slug = find_available_slug(self.parent_page, slug, ignore_page_id=self.instance.pk)
        return slug

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("featured_from"), cleaned.get("featured_until")
        if start and end and end <= start:
            self.add_error("featured_until", _("The end must be after the beginning."))
        return cleaned
