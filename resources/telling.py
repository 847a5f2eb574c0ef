"""Who downloaded an older version with an account is told that there is a newer one."""

from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from core import mail
from core.addresses import absolute
from members.models import User
from resources.addresses import material_address
from resources.models import Download, Material, MaterialVersion, NoVersionLetters
from resources.version_letters import stopping_path

AT_ONCE = 500


@task()
def tell_of(version_pk: int) -> None:
    """Safe to run twice: a letter has a key. Nobody is told of what she may not have any more."""
    version = MaterialVersion.objects.select_related("material").filter(pk=version_pk).first()
    if version is None or version.material.current_id != version.pk:
        return
    older = Download.objects.filter(version__material=version.material, version__number__lt=version.number)
    people = (
        User.objects.filter(pk__in=older.values("person"), is_active=True)
        .exclude(pk__in=Download.objects.filter(version=version).values("person"))
        .exclude(pk__in=NoVersionLetters.objects.values("person"))
    )
    for person in people.iterator(AT_ONCE):
        if Material.objects.visible_to(person).filter(pk=version.material_id).exists():
            _write(version, person)


def _write(version: MaterialVersion, person: User) -> None:
    material, code = version.material, person.language_of_letters
    with translation.override(code):
        title = material.title_in(code).text
        note = (version.note_en if code == "en" else "") or version.note_bg
        context = {
            "subject": _("A new version: %(title)s") % {"title": title},
            "lines": [
                _("You downloaded an older version of this material. The new one has the number %(number)d.")
                % {"number": version.number},
                *([_("What is new: %(note)s") % {"note": note}] if note else []),
            ],
            "button": _("See the material"),
            "link": absolute(material_address(material.slug, code)),
            "why": _("You get this letter because you downloaded the material while you were logged in."),
            "stop": _("Do not write to me about new versions"),
            "stop_link": absolute(stopping_path(person)),
        }
        key = f"material:{material.pk}:version:{version.number}:{person.pk}"
        mail.post(key, [person.email], "note", context, code)
