"""Something to learn and somebody who does, for the tests that look at every page."""

import json

from resources.learning import actions
from resources.models import CourseCertificate, CoursePage, LessonPage, Practice, PracticeFigure, PracticePartner
from tests.factories.core import make_picture
from tests.factories.members import make_organization, make_user
from tests.factories.owned import make_practice
from tests.factories.resources import make_course, make_lesson


def fill_learning(code: str, longest: str) -> list[tuple[str, bool]]:
    """Addresses in a language, and whether one is logged in there."""
    if not CoursePage.objects.filter(slug="uchi").exists():
        _fill(longest)
    prefix, training = ("/en", "/en/training") if code == "en" else ("", "/obuchenia")
    given = CourseCertificate.objects.get()
    return [
        (f"{training}/uchi/", False),
        (f"{training}/uchi/", True),
        (f"{training}/uchi/urok/?v1=0&v2=1#v1", False),
        (f"{training}/uchi/urok/", True),
        (f"{training}/praktiki/", False),
        (f"{training}/praktiki/?sector=business&theme=mladi-hora", False),
        (f"{training}/praktiki/reka/", False),
        (f"{prefix}/uchene/", True),
        (f"{prefix}/udostoverenie/{given.code}/", False),
    ]


def learn_everything(person) -> None:
    """Enrolled in every course, one lesson read."""
    for course in CoursePage.objects.live():
        enrolment = actions.enrol(course, person)
        for lesson in LessonPage.objects.live().filter(course=course)[:1]:
            actions.mark_read(enrolment, lesson)


def _fill(longest: str) -> None:
    course = make_course(longest, slug="uchi", for_whom=longest, summary=longest)
    screen = [("screenshot", {"picture": "bg/login", "alt": "Страница за вход", "caption": longest})]
    make_lesson(
        course, longest, slug="urok", body=screen, task=f"<p>{longest}</p>", task_steps=f"Първо\n{longest}",
        deed="second-factor", questions=json.dumps([_question(1, longest), _question(2, "Кое е вярно?")]),
    )  # fmt: skip
    short = make_course("Кратък курс", slug="kratak")
    only = make_lesson(short, "Единствен урок")
    enrolment = actions.enrol(short, make_user(display_name="Станислава Живкова"))
    actions.mark_read(enrolment, only)
    actions.finish(enrolment)
    practice = make_practice(
        make_organization(), longest, slug="reka", title_en="A clean river", summary_bg=longest, asked_bg=longest,
        repeating_bg=f"<ul><li>{longest}</li></ul>", cost="12345.50", picture=make_picture("Реката"),
    )  # fmt: skip
    practice.partners.add(PracticePartner(name_bg=longest, sector="business"))
    practice.figures.add(PracticeFigure(number="4,8 км", what_bg=longest, what_en="of bank"))
    practice.save()
    for number in range(13):
        make_practice(make_organization(), f"Практика № {number}")
    assert Practice.objects.visible_to().count() == 14


def _question(number: int, text: str) -> dict:
    answers = [
        {"type": "item", "id": f"a{number}{n}", "value": {"text": text, "is_right": n > 0, "explanation": text}}
        for n in range(3 - number + 1)
    ]
    return {"type": "question", "id": f"q-{number}", "value": {"question": text, "answers": answers}}
