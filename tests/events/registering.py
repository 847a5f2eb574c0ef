"""What a browser sends when somebody registers."""

import pytest
from django.core import signing
from django.utils import timezone

from core.forms.guarded import SALT

pytestmark = pytest.mark.django_db


def address(event, prefix=""):
    return f"{prefix}/zapisvane/{event.slug}/"


def own(registration, *more):
    return f"/zapisvane/z/{registration.token}/" + "".join(f"{word}/" for word in more)


def filled(client, part, people=("Мария Петрова",), prefix="", **typed):
    """What a browser posts a minute after the form was opened."""
    writer = client.get(address(part.event, prefix)).context["sheet"].writer
    data = {
        "email": "maria@example.net",
        "phone": "",
        "organization_name": "",
        "note": "",
        "website": "",
        "consent": "on",
        "key": writer["key"].value(),
        "opened": signing.dumps(timezone.now().timestamp() - 60, salt=SALT),
        "people": str(len(people)),
        "do": "send",
    }
    for number, name in enumerate(people):
        data |= {f"p{number}-name": name, f"p{number}-position": "", f"p{number}-parts": [str(part.pk)]}
    return data | typed


def send(client, part, data, prefix=""):
    return client.post(address(part.event, prefix), data)


def ask(part, *blocks):
    """Questions of the host; returns their names in the form of the first person."""
    part.questions = [{"type": kind, "id": f"id-{kind}", "value": value} for kind, value in blocks]
    part.save()
    return {kind: f"p0-q{part.pk}_id-{kind}" for kind, _value in blocks}


def words(answer) -> str:
    return answer.content.decode()
