"""Pages in the search; an app that declares pages of its own takes them out of here."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import get_page_models

from core import language
from core.enums import Audience
from core.findable import EDITORS, MEMBERS, PUBLIC, Findable, Text, Thing, findables, register
from core.models import BasePage
from core.site_map import site_map
from core.typography import plain

STAMPED = ("live", "deleted_at", "audience", "has_translation", "url_path", "title", "last_published_at")


class FoundPages(Findable):
    """Base for pages of any class."""

    model = BasePage
    stamped = STAMPED

    def rows(self):
        return self.model.objects.not_deleted().filter(depth__gte=2)

    def audience_of(self, instance):
        if not instance.live or instance.deleted_at:
            return EDITORS
        return PUBLIC if instance.audience == Audience.PUBLIC else MEMBERS

    def things(self, pks):
        for page in self.specific(pks):
            yield self.thing(page)

    def specific(self, pks):
        return self.rows().filter(pk__in=list(pks)).specific().iterator(chunk_size=200)

    def thing(self, page) -> Thing:
        body = " ".join(_texts(page))
        return Thing(
            page.pk,
            [Text(page.language, page.title, page.summary, body)],
            self.audience_of(page),
            path=page.url_path,
            moment=self.moment(page),
            is_translated=page.has_translation or page.language != language.ORIGINAL,
        )

    def moment(self, page):
        return page.first_published_at

    def address(self, path, written_in, code):
        found = site_map().path_below_home(path)
        if written_in == code:
            return language.prefix(found[0]) + found[1] if found else ""
        return site_map().address_in(path, code, stands_in=written_in == language.ORIGINAL) or ""

    def along_with(self, instance):
        """Its translation is for the same readers."""
        twins = BasePage.objects.filter(translation_key=instance.translation_key)
        return [instance.pk, *twins.exclude(pk=instance.pk).order_by().values_list("pk", flat=True)]


@register
class FoundOtherPages(FoundPages):
    kind, order = "page", 90
    label, label_many = _("page"), _("Pages")

    def rows(self):
        declared = [one.model for one in findables() if issubclass(one.model, BasePage) and one is not self]
        stand_ins = [model for model in get_page_models() if not getattr(model, "is_found", True)]
        return super().rows().not_exact_type(*declared, *stand_ins)


def _texts(page):
    for each in page._meta.get_fields():
        if isinstance(each, StreamField):
            value = getattr(page, each.name)
            yield from (plain(str(part)) for child in value for part in _in_block(child.block, child.value))
        elif isinstance(each, RichTextField):
            yield plain(getattr(page, each.name) or "")


def _in_block(block, value):
    """The words of a block; what an editor chose from a list is none of them."""
    if isinstance(block, blocks.StreamBlock):
        yield from (part for child in value for part in _in_block(child.block, child.value))
    elif isinstance(block, blocks.StructBlock) and isinstance(value, blocks.StructValue):
        for name, inner in block.child_blocks.items():
            yield from _in_block(inner, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        yield from (part for item in value or () for part in _in_block(block.child_block, item))
    elif not isinstance(block, BaseChoiceBlock) and value is not None:
        yield from block.get_searchable_content(value)
