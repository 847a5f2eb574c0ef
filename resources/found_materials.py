"""Materials in the search, with what their files say page by page; who may not have a file finds nothing of it."""

from datetime import timedelta

from django.db.models import BooleanField, Case, Q, Value, When
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core import language
from core.enums import Audience
from core.findable import CHOSEN, EDITORS, MEMBERS, PUBLIC, Findable, Text, Thing, register
from members.found import is_hidden, slugs
from members.models import Theme
from resources.addresses import SECTION, material_address
from resources.enums import Access
from resources.models import CoursePage, Material, MaterialVersion

MOST_TEXT = 600_000  # characters of one file
LATELY = timedelta(hours=3)  # what was opened before is caught up with by the search itself
SCAN, SLIDES, SHEETS = "scan", ("pptx", "odp"), ("xlsx", "ods")


@register
class FoundMaterials(Findable):
    kind, model, order, section = "material", Material, 36, SECTION
    label, label_many = gettext_lazy("material"), gettext_lazy("Materials")
    hides_contacts = True
    of_organizations = True
    follows, beside = (CoursePage, MaterialVersion, Theme), ("organization", "course")
    stamped = (
        *("live", "audience", "is_open", "event", "slug", "title_bg", "title_en", "last_published_at", "renewed_at"),
        *("current", "current__reading", "current__is_scan", "course__live", "course__audience"),
        *("organization__live", "organization__status", "organization__name_bg", "organization__name_en"),
    )

    def rows(self):
        waits = When(public_from__gt=timezone.now(), then=Value(False))
        return Material.objects.annotate(is_open=Case(waits, default=Value(True), output_field=BooleanField()))

    def audience_of(self, instance):
        """As `Material.objects.visible_to` says it."""
        course = instance.course
        is_there = instance.live and instance.current_id and not is_hidden(instance.organization)
        if not is_there or course and not course.live:
            return EDITORS
        if instance.audience == Access.PARTICIPANTS:
            return CHOSEN
        waits = instance.public_from and instance.public_from > timezone.now()
        is_public = instance.audience == Access.PUBLIC and not waits
        return PUBLIC if is_public and (course is None or course.audience == Audience.PUBLIC) else MEMBERS

    def let(self, user):
        return Material.objects.visible_to(user).filter(audience=Access.PARTICIPANTS)

    def due(self, now):
        opened = Material.objects.filter(public_from__lte=now, public_from__gt=now - LATELY)
        return opened.order_by().values_list("pk", flat=True)

    def following(self, instance):
        if isinstance(instance, MaterialVersion):
            return [instance.material_id]
        of = Q(themes=instance.pk) if isinstance(instance, Theme) else Q(course=instance.pk)
        return list(Material.objects.filter(of).order_by().values_list("pk", flat=True))

    def says(self, instance, changed):
        """A file may be read anew and say more: its state is the same before and after."""
        if isinstance(instance, MaterialVersion):
            return changed is None or "text" in changed
        return isinstance(instance, Theme)

    def things(self, pks):
        materials = Material.objects.filter(pk__in=list(pks)).select_related("organization", "current", "course")
        for one in materials.prefetch_related("themes"):
            codes = [code for code in language.NAMES if code == language.ORIGINAL or one.title_en]
            yield Thing(
                one.pk,
                [self._text(one, code) for code in codes],
                self.audience_of(one),
                path=f"{one.slug}:{_kind_of(one.current)}",
                moment=one.renewed_at or one.first_published_at,
                organization=one.organization_id,
                themes=slugs(one.themes),
            )

    def _text(self, one, code) -> Text:
        own = {name: getattr(one, f"{name}_{code}") or "" for name in ("title", "description", "transcript")}
        whose, version = one.organization.name_in(code).text, one.current
        body = version.text[:MOST_TEXT] if version and version.text else own["transcript"]
        themes = [getattr(theme, f"title_{code}") or "" for theme in one.themes.all()]
        with translation.override(code):
            kind = [one.get_kind_display(), one.get_level_display(), str(one.year or "")]
        beside = " ".join([whose, *themes, *kind])
        return Text(code, own["title"], own["description"], body, beside=beside, note=whose)

    def address(self, path, written_in, code):
        return material_address(path.partition(":")[0], code)

    def page_address(self, address, number):
        return f"{address}?str={number}#dok"

    def page_label(self, path, number):
        words = {**dict.fromkeys(SLIDES, _("slide %(n)d")), **dict.fromkeys(SHEETS, _("sheet %(n)d"))}
        return words.get(path.partition(":")[2], _("page %(n)d")) % {"n": number}

    def remark(self, path):
        return pgettext("search", "scanned, without text") if path.endswith(f":{SCAN}") else ""


def _kind_of(version: MaterialVersion | None) -> str:
    """What the pages of a file are called, as it is kept in the path."""
    if version is None:
        return ""
    return SCAN if version.is_scan else version.format
