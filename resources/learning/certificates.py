"""Certificates for who finished a course: numbered with all others of the network, checked by everybody."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core import language, mail
from core.addresses import absolute
from core.certificates.addresses import paper_address
from core.certificates.kinds import Fact, Kind, tell
from core.certificates.numbering import initials, number_each
from core.papers.about import funding, host
from core.papers.certificate import certificate_paper
from core.papers.typeset import one_line
from core.stitch import stitch
from core.typography import NBSP
from core.written import written
from resources.models import CourseCertificate, CoursePage, Enrolment, LessonPage
from resources.words import course_facts

NETWORK = {"bg": "Българска национална Лидер мрежа", "en": "Bulgarian National LEADER Network"}


@transaction.atomic
def give(enrolment: Enrolment) -> CourseCertificate | None:
    """The one there is, or a new one; none for who has no name that could be printed."""
    person, course = enrolment.person, enrolment.course
    there = CourseCertificate.objects.filter(course=course, person=person)
    if not person.display_name.strip():
        return there.first()
    made = number_each(lambda: [] if there.exists() else [enrolment], _make)
    for one in made:
        _send(one, person)
    return there.first()


def _make(enrolment: Enrolment, year: int, running: int) -> CourseCertificate:
    person, course = enrolment.person, enrolment.course
    return CourseCertificate.objects.create(
        course=course,
        person=person,
        organization=course.organization,
        said=_said(course),
        year=year,
        running=running,
        name=person.display_name.strip()[:120],
        initials=initials(person.display_name),
        language=person.language_of_letters,
    )


def _said(course: CoursePage) -> dict:
    """In both languages, as it was on the day."""
    twins = CoursePage.objects.filter(translation_key=course.translation_key).select_related("locale")
    titles = {twin.locale.language_code: twin.title for twin in twins}
    lessons = LessonPage.objects.live().filter(course=course, locale=course.locale)
    said = {"title_bg": titles.get("bg", ""), "title_en": titles.get("en", ""), "lessons": len(lessons)}
    for code in language.NAMES:
        with translation.override(code):
            said[f"length_{code}"] = course_facts(course, lessons)["length"]
    return said


def _title(given: CourseCertificate, code: str):
    bulgarian, english = given.said.get("title_bg", ""), given.said.get("title_en", "")
    return written(bulgarian or english, english, code)


def _send(given: CourseCertificate, person) -> None:
    with translation.override(given.language):
        context = {
            "subject": _("Certificate: %(title)s") % {"title": _title(given, given.language).text},
            "lines": [_("You have finished the course. Your certificate has the number %(number)s.") % {
                "number": given.number
            }],
            "button": _("Open the certificate (PDF)"),
            "link": absolute(paper_address(given.token)),
            "why": _("You get this letter because you learn in the portal with this address."),
        }  # fmt: skip
        mail.post(f"course:{given.course_id}:certificate:{given.pk}", [person.email], "note", context, given.language)


def rows():
    return CourseCertificate.objects.select_related("course__funding", "organization__logo")


def shown(given: CourseCertificate) -> list[Fact]:
    """The course has a link for those who may read it without a log-in."""
    here = language.active()
    title, course = _title(given, here), given.course
    is_open = course is not None and CoursePage.objects.visible_to().filter(pk=course.pk).exists()
    return [Fact(_("Course"), title.text, lang=title.lang, url=course.address_in(here) or "" if is_open else "")]


def paper(given: CourseCertificate) -> bytes:
    code = given.language
    with translation.override(code):
        record = given.course.effective_funding if given.course else None
        said = {
            "event": _("“%(title)s”") % {"title": one_line(_title(given, code).text)},
            "host": host(given.organization, code) if given.organization else _network(code),
            "funding": funding(record, code) if record else None,
            "when": given.said.get(f"length_{code}", "").replace(" ", NBSP),
            "place": "",
            "parts": "",
            "words": {
                "for-taking-part": _("for finishing the course"),
                "for-the-host": _("for the trainer (name, signature)"),
            },
        }
        return certificate_paper(given, said)


def _network(code: str) -> dict:
    path, ground = stitch("network")
    return {"name": NETWORK[code], "stitch": path, "ground": ground}


tell(CourseCertificate, Kind(rows, shown, paper))
