"""What of its organisation an editor is told to begin with."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from core.admin.doors import may_enter
from core.admin.first_steps import HOOK, Step

PROFILES = "wagtailsnippets_members_organization:list"
OFFERS = "wagtailsnippets_members_partneroffer:list"


@hooks.register(HOOK)
def first_steps(request) -> list[Step]:
    steps = []
    if may_enter(request.user, PROFILES):
        words = _("Contacts, strategy and territory stand in the profile of your organisation; keep them right.")
        steps.append(Step(20, words, _("Open the profile"), reverse("my_organization")))
    if may_enter(request.user, OFFERS):
        words = _("You seek a partner? Write an offer: answers come by letter and are kept beside it.")
        steps.append(Step(30, words, _("See the offers"), reverse(OFFERS)))
    return steps
