"""A course with somebody who learns in it, and a good practice in a draft."""

from resources.learning.actions import enrol
from tests.factories.members import make_user
from tests.factories.owned import make_practice
from tests.factories.resources import make_course, make_lesson

SECRET = "zebra"


def add_learning(world) -> None:
    course = make_course("Otkrit kurs", world.own)
    make_lesson(course, "Otkrit urok")
    world.things |= {
        "enrolment": enrol(course, make_user("uchenik@example.org", display_name=f"{SECRET} learner")),
        "practice": make_practice(world.own, f"{SECRET} practice", live=False, slug=f"{SECRET}-practice"),
    }
