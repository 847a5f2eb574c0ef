from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.views.private import private
from members.joining import keys, letters
from members.joining.known import known
from members.joining.problems import problems
from members.joining.steps import BY_SLUG, STEPS, save, undone
from members.joining.views.mine import is_slowed_down, mine, remember, show, with_key
from members.joining.views.start import lost
from members.models import Application

DRAFT = Application.State.DRAFT


@private
def step(page, request, slug: str):
    """One step: shown, kept whatever was typed, and left when it is right."""
    step = BY_SLUG.get(slug)
    if step is None:
        raise Http404
    if step is STEPS[0]:
        return _begin(page, request) if request.method == "POST" else _first(page, request)
    application = mine(request)
    if application is None:
        return lost(page, request)
    if application.state != DRAFT:
        return redirect(keys.address("sastoyanie"))
    if request.method != "POST":
        return _show(page, request, step, step.opened(application), application)
    return _keep(page, request, step, step.sent(request.POST), application)


def _first(page, request):
    application = None if "novo" in request.GET else mine(request)
    if application and application.state == DRAFT:
        return _show(page, request, STEPS[0], STEPS[0].opened(application), application)
    blank = Application(key=uuid4())
    return _show(page, request, STEPS[0], STEPS[0].fresh(blank), blank)


def _begin(page, request):
    """The form carries the key of what it begins or changes."""
    application = with_key(request.POST.get("key", ""))
    is_new = application is None
    form = STEPS[0].begun(request.POST) if is_new else STEPS[0].sent(request.POST)
    is_right = form.is_valid()
    application = application or Application(key=form.cleaned_data.get("key") or uuid4())
    if is_new and is_right and is_slowed_down(request, "join", form):
        return _show(page, request, STEPS[0], form, application, status=429)
    found = known(form.cleaned_data["eik"], besides=application) if is_right else None
    if found:
        here = _("This organisation is here already.")
        waits = _("An application for this organisation is here already and waits for its answer.")
        form.add_error("eik", here if found.organization else waits)
    if is_new and form.errors:
        return _show(page, request, STEPS[0], form, application, found=found)
    return _keep(page, request, STEPS[0], form, application, found=found)


def _keep(page, request, step, form, application, found=None):
    later, more, back = (name in request.POST for name in ("later", "more", "back"))
    if step is STEPS[0] and _is_to_another_address(application, form) and is_slowed_down(request, "join-address", form):
        return _show(page, request, step, form, application, status=429)
    with transaction.atomic():
        application, _is_new = Application.objects.select_for_update().get_or_create(key=application.key)
        if application.state == DRAFT:
            address = application.email
            save(application, step, form, finished=not (later or more or back))
            if application.email != address:
                letters.begun(application)
    remember(request, application)
    if application.state != DRAFT:
        return redirect(keys.address("sastoyanie"))
    if back and _before(step):
        return redirect(keys.address(_before(step).slug))
    if later:
        messages.success(request, _("Saved. The link in the letter that we sent you leads back here."))
        return redirect(keys.address(step.slug))
    if more:
        return _show(page, request, step, step.fresh(application, more=1), application)
    if form.is_valid():
        return redirect(keys.address(next((one.slug for one in undone(application)), "pregled")))
    return _show(page, request, step, form, application, found=found)


def _is_to_another_address(application: Application, form) -> bool:
    """Each new address gets a letter, and nobody has a dozen."""
    address = getattr(form, "cleaned_data", {}).get("email", application.email)
    return bool(application.pk) and address != application.email


def _before(step):
    number = STEPS.index(step)
    return STEPS[number - 1] if number else None


def _show(page, request, step, form, application, status=200, found=None):
    return show(
        page,
        request,
        step.slug,
        status,
        step=step,
        steps=STEPS,
        number=STEPS.index(step) + 1,
        before=_before(step),
        form=form,
        problems=problems(form),
        application=application,
        done=[one for one in STEPS if one not in undone(application)] if application.pk else [],
        found=found,
    )
