"""How the pages of registering lead on: the way back, the steps, what stands on the form, what comes next."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Event, Reminder
from events.registering import seats
from events.registering.next_steps import next_steps
from events.registering.words import comers
from tests.events.registering import address, filled, own, send, words
from tests.factories.events import make_part, make_registration
from tests.factories.members import make_user
from tests.html import problems

pytestmark = pytest.mark.django_db


def steps_of(html: str) -> list[str]:
    """The words of the steps; the current one with a star."""
    shown = re.search(r'<ol class="steps">(.*?)</ol>', html, re.DOTALL)[1]
    return [
        f"{'*' if 'aria-current' in more else ''}{text}" for more, text in re.findall(r"<li(.*?)>(.*?)</li>", shown)
    ]


def test_the_way_back_and_the_steps(client, part):
    html = words(client.get(address(part.event)))
    assert problems(html) == []
    crumbs = html[html.index('class="crumbs"') : html.index("</nav>", html.index('class="crumbs"'))]
    assert 'href="/sabitia/"' in crumbs and f'href="/sabitia/{part.event.slug}/"' in crumbs
    assert steps_of(html) == ["*Части и хора", "Потвърждаване на е-пощата", "Готово"]
    client.force_login(make_user("chlen@example.org"))
    assert steps_of(words(client.get(address(part.event)))) == ["*Части и хора", "Готово"]


def test_what_stands_on_the_form_is_counted_and_nothing_typed_is_lost(client, part):
    data = filled(client, part, ("Ана", "Борис", "Вера"), note="Без лактоза", consent="")
    answer = send(client, part, data)
    html = words(answer)
    assert [(one["coming"], one["would_wait"]) for one in answer.context["parts"]] == [(2, 1)]
    short = html[html.index('id="so-far"') :]
    assert "2\xa0души" in short and "1\xa0човек" in short
    for typed in ("Ана", "Борис", "Вера", "Без лактоза", "maria@example.net"):
        assert typed in html
    assert problems(html) == []


def test_what_comes_next_after_each_step(client, part):
    Reminder.objects.create(event=part.event, hours=48, sort_order=0)
    registration = make_registration(part, confirmed_at=None)
    html = words(client.get(own(registration)))
    assert steps_of(html)[1].startswith("*") and problems(html) == []
    assert current(registration) == "потвърждавате е-пощата си"
    seats.confirm(registration)
    registration.refresh_from_db()
    html = words(client.get(own(registration)))
    assert steps_of(html)[2] == "*Готово" and "Какво следва" in html and "напомняне" in html
    assert current(registration) == "може да смените имена или да върнете място"
    with_seats = make_registration(part, "Друг", "drug@example.net")
    waiting = make_registration(part, "Чака", "chaka@example.net")
    assert "Щом се освободи място" in words(client.get(own(waiting)))
    assert "Щом се освободи място" not in words(client.get(own(with_seats)))
    Event.objects.filter(pk=part.event_id).update(state="cancelled")
    assert "Какво следва" not in words(client.get(own(registration)))


def current(registration) -> str:
    from django.utils import translation

    with translation.override("bg"):
        found = next_steps(registration, comers(registration, "bg"), timezone.now())
    return next(step.what for step in found if step.is_current)


def test_the_profile_shows_what_is_ahead_in_short(client, part):
    person = make_user("chlen@example.org")
    client.force_login(person)
    assert "/zapisvane/z/" not in words(client.get("/accounts/profile/"))
    mine = make_registration(part, "Аз", person.email, person=person)
    others = make_registration(part, "Чужд", "chuzhd@example.net")
    second = make_part(part.event, "Втора", capacity=1)
    for number in range(4):
        make_registration(second, f"Още {number}", person.email, person=person)
    html = words(client.get("/accounts/profile/"))
    assert own(mine) in html and own(others) not in html and html.count('href="/zapisvane/z/') == 3
    assert "имате място" in html and 'href="/accounts/kalendar/"' in html
    past = timezone.now() - timedelta(days=3)
    Event.objects.filter(pk=part.event_id).update(starts_at=past, ends_at=past)
    assert "/zapisvane/z/" not in words(client.get("/accounts/profile/"))
