"""Three questions to somebody who came, behind a link that only her letter has."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from core import language
from core.feedback.forms import OpinionForm
from events.feedback.addresses import opinion_address
from events.feedback.asking import take
from events.models import OpinionAsked


@never_cache
def say(request, token):
    """Nothing is asked about who reads: the link is enough, and what is sent is kept without it."""
    beside = "attendee__registration__event__organization"
    asked = get_object_or_404(OpinionAsked.objects.select_related(beside), token=token)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and not asked.answered and form.is_valid():
        take(token, form.cleaned_data)
        return redirect(opinion_address(token))
    event = asked.attendee.registration.event
    shown = {"event": event, "title": event.title_in(language.active()), "form": form, "answered": asked.answered}
    answer = render(request, "core/feedback/say.html", shown)
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
