"""A course to learn in, and somebody who learns."""

import json

from resources.learning.actions import enrol
from tests.factories.members import make_user
from tests.factories.resources import make_course, make_lesson

RIGHT, WRONG = "Остава зачертана", "Изтрива се"


def question(text: str = "Какво става със старата дата?", key: str = "q-1", right=(1,)) -> dict:
    answers = [(WRONG, "Който я е записал, няма да разбере."), (RIGHT, "Вижда се промяната."), ("Нищо", "Пак нищо.")]
    return {
        "type": "question",
        "id": key,
        "value": {
            "question": text,
            "answers": [
                {
                    "type": "item",
                    "id": f"{key}-{place}",
                    "value": {"text": text, "is_right": place in right, "explanation": why},
                }
                for place, (text, why) in enumerate(answers)
            ],
        },
    }


def questions(*asked: dict) -> str:
    return json.dumps(asked or [question()])


def learnable(**fields):
    """Two lessons: one with a question, one without; nothing to be done in the portal."""
    course = make_course(**fields)
    first = make_lesson(course, "Първи урок", questions=questions())
    second = make_lesson(course, "Втори урок")
    return course, first, second


def learner(course, email: str = "uchenik@example.org", name: str = "Станислава Живкова"):
    person = make_user(email, display_name=name)
    return person, enrol(course, person)
