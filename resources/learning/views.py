"""Where what a learner does is sent; each leads back to the page with the button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core import language
from core.feedback.forms import OpinionForm
from core.views.sent import sent_to
from resources.addresses import library_address
from resources.learning import actions, opinions
from resources.learning.mine import courses_of
from resources.learning.questions import asked
from resources.learning.requirements import original_of
from resources.learning.shown import ABOUT_STEPS
from resources.models import CoursePage, Enrolment, LessonPage


@never_cache
@login_required
def mine(request):
    """One's courses and certificates."""
    code = language.active()
    given = request.user.course_certificates.exclude(name="").order_by("-made_at")
    shown = {
        "courses": courses_of(request.user, code),
        "certificates": [(one, one.said.get(f"title_{code}") or one.said.get("title_bg", "")) for one in given],
        "library": library_address(code),
    }
    return render(request, "resources/learning/mine.html", shown)


def enrol(request, pk: int):
    """Who comes by the address alone, for instance after logging in, is led to the course."""
    course = _course(request, pk)
    if request.method == "POST" and request.user.is_authenticated:
        actions.enrol(course, request.user)
        messages.success(request, _("You are enrolled. The portal remembers how far you have come."))
        return redirect(_progress_on(course))
    return redirect(course.address_in(language.active()))


@login_required
@sent_to("learning:mine")
def leave(request, pk: int):
    """With everything that was remembered; a certificate stays."""
    enrolment = Enrolment.objects.of(request.user).filter(course=pk).select_related("course").first()
    if enrolment is None:  # the second of two presses
        return redirect("learning:mine")
    course = enrolment.course
    actions.leave(enrolment)
    messages.success(request, _("You are not enrolled any more. What the portal remembered is deleted."))
    is_readable = CoursePage.objects.visible_to(request.user).filter(pk=pk).exists()
    return redirect(_progress_on(course) if is_readable else "learning:mine")


@login_required
def send_answers(request, pk: int):
    lesson, enrolment = _lesson(request, pk)
    back = lesson.address_in(language.active())
    if request.method != "POST":
        return redirect(back)
    answered = asked(lesson, request.POST)
    actions.answer(enrolment, lesson, answered)
    _finish(request, enrolment)
    number = request.POST.get("asked", "")
    return redirect(f"{back}#v{number}" if number.isascii() and number.isdigit() and len(number) < 4 else back)


@login_required
def send_steps(request, pk: int):
    lesson, enrolment = _lesson(request, pk)
    if request.method == "POST":
        ticked = [int(one) for one in request.POST.getlist("step") if one.isascii() and one.isdigit() and len(one) < 4]
        actions.tick_steps(enrolment, lesson, ticked)
        messages.success(request, _("Saved."), extra_tags=ABOUT_STEPS)
    return redirect(lesson.address_in(language.active()) + "#task-h")


@login_required
def mark_read(request, pk: int):
    lesson, enrolment = _lesson(request, pk)
    if request.method == "POST":
        actions.mark_read(enrolment, lesson)
        _finish(request, enrolment)
    return redirect(_progress_on(lesson))


@login_required
def finish(request, pk: int):
    """For who changed the name or did the last task elsewhere; else the last press makes the certificate."""
    course = _course(request, pk)
    enrolment = get_object_or_404(Enrolment.objects.of(request.user), course=course)
    if request.method == "POST":
        actions.finish(enrolment)
    return redirect(_progress_on(course))


@never_cache
@login_required
def opinion(request, pk: int):
    """Kept without the person, once, when the course is finished."""
    course = _course(request, pk)
    enrolment = get_object_or_404(Enrolment.objects.of(request.user).exclude(finished_at=None), course=course)
    form = OpinionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        opinions.take(enrolment, form.cleaned_data)
        return redirect("learning:opinion", pk)
    shown = {
        "title": {"text": course.title, "lang": course.language if course.language != language.active() else ""},
        "form": form,
        "back": _progress_on(course),
        "answered": enrolment.opinion_given,
    }
    answer = render(request, "core/feedback/say.html", shown)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _course(request, pk: int) -> CoursePage:
    """The original of a course that this person may read."""
    user = request.user if request.user.is_authenticated else None
    return original_of(get_object_or_404(CoursePage.objects.visible_to(user), pk=pk))


def _progress_on(page) -> str:
    """Back to the box with the button."""
    return page.address_in(language.active()) + "#learn"


def _lesson(request, pk: int) -> tuple[LessonPage, Enrolment]:
    lesson = get_object_or_404(LessonPage.objects.visible_to(request.user), pk=pk)
    enrolment = Enrolment.objects.of(request.user).filter(course=lesson.course_id).first()
    if enrolment is None:
        raise Http404
    return lesson, enrolment


def _finish(request, enrolment: Enrolment) -> None:
    if enrolment.finished_at is None and actions.finish(enrolment):
        words = _("You have finished the course. The certificate is made and goes out by e-mail.")
        messages.success(request, words if request.user.display_name.strip() else _("You have finished the course."))
