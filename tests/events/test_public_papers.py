"""Papers that every reader may print: the poster for the notice board, the invitation with the programme."""

from io import BytesIO

import pytest
import time_machine
from pypdf import PdfReader

from events.enums import State
from events.models import Event
from events.publishing import count_change
from tests.factories.events import at, make_event, make_forum, make_part
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db
NOW = at("2026-11-24 09:00")
TIMES = {"starts_at": at("2026-12-10 10:00"), "ends_at": at("2026-12-10 16:30")}


@pytest.fixture(autouse=True)
def now(homes):
    with time_machine.travel(NOW, tick=False):
        yield


def html_of(client, event: Event, section: str = "/sabitia", **more) -> str:
    response = client.get(f"{section}/{event.slug}/", **more)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_poster_says_what_when_where_and_leads_to_the_event(client):
    event = make_forum(**TIMES)
    response = client.get(f"/sabitia/{event.slug}/plakat.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Robots-Tag"] == "noindex"
    (page,) = PdfReader(BytesIO(response.content)).pages
    words = " ".join(page.extract_text().split())
    for said in ("Национален форум", "10 декември 2026", "10:00–16:30", "комплекс „Екатерина“", "с. Веселиново"):
        assert said in words.replace("\xa0", " ")
    assert f"/sabitia/{event.slug}" in words.replace("\u200b", "").replace("- ", "-") and "taen-vhod" not in words
    assert f"/sabitia/{event.slug}/plakat.pdf" in html_of(client, event)


def test_the_poster_of_a_changed_event_is_another_one(client):
    event = make_event("Форум", **TIMES)
    first = client.get(f"/sabitia/{event.slug}/plakat.pdf").content
    event.state = State.CANCELLED
    event.save_revision().publish()
    event.save(update_fields=["state"])
    count_change(instance=event)
    cancelled = client.get(f"/sabitia/{event.slug}/plakat.pdf").content
    assert "ОТМЕНЕНО" in PdfReader(BytesIO(cancelled)).pages[0].extract_text()
    assert first != cancelled


@pytest.mark.parametrize("title", ["#panic()", "$x^2$ [да] *не* _и_ @ref <етикет>", "Ж" * 200, "Дума " * 39])
def test_whatever_a_title_says_the_poster_is_one_page(client, title):
    event = make_event("Форум", summary_bg=title[:300], **TIMES)
    Event.objects.filter(pk=event.pk).update(title_bg=title)
    response = client.get(f"/sabitia/{event.slug}/plakat.pdf")
    assert response.status_code == 200
    assert len(PdfReader(BytesIO(response.content)).pages) == 1


def test_the_poster_of_what_is_for_members_is_theirs(client):
    event = make_event("Само за членове", audience="members", **TIMES)
    assert client.get(f"/sabitia/{event.slug}/plakat.pdf").status_code == 404
    assert client.get("/sabitia/nyama/plakat.pdf").status_code == 404
    client.force_login(make_user())
    response = client.get(f"/sabitia/{event.slug}/plakat.pdf")
    assert response.status_code == 200 and "private" in response.headers["Cache-Control"]


@pytest.mark.parametrize(("section", "said"), [("/sabitia", "Национален форум"), ("/en/events", "National forum")])
def test_the_invitation_holds_the_programme(client, section, said):
    event = make_forum(**TIMES)
    response = client.get(f"{section}/{event.slug}/pokana.pdf")
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    assert said in " ".join(words.split()) and "Защо форумът е в село" in " ".join(words.split())
    assert f'href="{section}/{event.slug}/pokana.pdf"' in html_of(client, event, section)
    Event.objects.update(audience="members")
    assert client.get(f"{section}/{event.slug}/pokana.pdf").status_code == 404


@pytest.mark.parametrize("paper", ["plakat.pdf", "pokana.pdf"])
def test_papers_say_when_each_part_begins(client, paper):
    event = make_event("Среща", **TIMES)
    make_part(event, "Пресконференция")
    make_part(event, "За читалищата", starts_at=at("2026-12-10 11:00"))
    pages = PdfReader(BytesIO(client.get(f"/sabitia/{event.slug}/{paper}").content)).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())
    assert len(pages) == 1 and "10:00 Пресконференция" in words and "11:00 За читалищата" in words
