"""„Откъде да започнете“ on the first page of the admin: what this person can do, and only that. Apps add theirs with
the hook `register_first_steps`: a function that gives steps for a request."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

HOOK = "register_first_steps"


@dataclass(frozen=True)
class Step:
    order: int
    words: str
    label: str = ""
    url: str = ""


class FirstSteps(Component):
    template_name = "core/admin/first_steps.html"
    order = 900

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        steps = [step for more in hooks.get_hooks(HOOK) for step in more(request)]
        return {"steps": sorted(steps, key=lambda step: step.order)}


@hooks.register(HOOK)
def for_everybody(request) -> list[Step]:
    pictures = _("Several pictures go in at once: fill in author, licence and consent for all of them together.")
    return [
        Step(60, pictures, _("Add pictures"), reverse("several_pictures:upload")),
        Step(70, _("Deleted by mistake?"), _("Look into the bin"), reverse("bin:index")),
    ]
