"""What a person wrote in the news, for the copy of own data."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from core.models import BasePage
from members.own_data import Part, register


@register("pages")
def pages(person) -> Part:
    columns = {"title": _("Title"), "address": _("Address"), "published": _("Published")}
    rows = [
        {"title": page.title, "address": page.full_url if page.live else "", "published": page.first_published_at}
        for page in BasePage.objects.filter(owner=person).order_by("pk").specific()
    ]
    return Part(_("Pages you began"), columns, rows)


@register("versions")
def versions(person) -> Part:
    """Every version you saved; of each page the last one with all its words."""
    columns = {"title": _("Title"), "saved": _("Saved")}
    saved = Revision.objects.filter(user=person, base_content_type=ContentType.objects.get_for_model(Page))
    last = saved.values("object_id").annotate(pk_of_last=Max("pk")).values("pk_of_last")
    words = dict(saved.filter(pk__in=last).values_list("pk", "content"))
    rows = [
        {"title": title, "saved": moment} | ({"content": words[pk]} if pk in words else {})
        for pk, title, moment in saved.order_by("pk").values_list("pk", "object_str", "created_at")
    ]
    return Part(_("Versions you saved"), columns, rows)
