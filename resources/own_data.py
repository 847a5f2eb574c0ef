"""Downloaded materials, and letters about their versions, in the copy of own data."""

from django.utils.translation import gettext as _

from members.own_data import Part, register
from resources.models import Download, NoVersionLetters


@register("downloads")
def collect(person) -> Part:
    columns = {"material": _("Material"), "version": _("Version"), "at": _("Downloaded")}
    rows = [
        {"material": one.version.material.title, "version": one.version.number, "at": one.at}
        for one in Download.objects.filter(person=person).select_related("version__material")
    ]
    return Part(_("Downloaded materials"), columns, rows)


@register("no-version-letters")
def no_version_letters(person) -> Part:
    rows = list(NoVersionLetters.objects.filter(person=person).values("since"))
    return Part(_("You want no letters about new versions"), {"since": _("Since")}, rows)
