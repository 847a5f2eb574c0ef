"""Deeds of people and organisations that practice tasks may ask for."""

from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from core.deeds import declare
from members.models import Organization, OwnDataCopy
from members.second_factor import REAL


@declare("second-factor", _("a second factor set up"))
def who_set_up(people):
    return Authenticator.objects.filter(user__in=people, type__in=REAL).values_list("user", flat=True)


@declare("profile-changed", _("the profile of the organisation changed"))
def who_changed(people):
    changes = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Organization), user__in=people, action="wagtail.edit"
    )
    return changes.values_list("user", flat=True)


@declare("own-data-asked", _("a copy of one's own data asked for"))
def who_asked(people):
    return OwnDataCopy.objects.filter(person__in=people).values_list("person", flat=True)
