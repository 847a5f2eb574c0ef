"""The desk of an event: its state with a note, more dates and places, a new one that starts from an earlier one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data

from core.models import OutgoingMail
from events.copying import begun_from
from events.models import Event
from events.registering.telling import tell_changes
from members.models import Organization
from tests.factories.events import at as moment
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_editor, make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return make_event("Форум в с. Веселиново", starts_at=moment("2027-03-22 10:00"), ends_at=moment("2027-03-22 16:30"))


@pytest.fixture
def editor(client, event):
    editor = make_editor(event.organization)
    client.force_login(editor)
    return editor


def address(name, *args):
    return reverse(f"wagtailsnippets_events_event:{name}", args=args)


def test_a_cancelled_event_says_why_and_everybody_is_told_once(client, event, editor):
    url = address("state", event.pk)
    refused = client.post(url, {"state": "cancelled", "note_bg": ""})
    assert "кажете защо" in refused.content.decode()
    make_registration(make_part(event))
    tell_changes(timezone.now())
    form = {"state": "cancelled", "note_bg": "Пътят е затворен от снега.", "note_en": ""}
    for words in ("Читателите го виждат", "вече е направено"):
        assert words in client.post(url, form, follow=True).content.decode()
    event.refresh_from_db()
    assert (event.state, event.state_note_bg, event.sequence) == ("cancelled", form["note_bg"], 1)
    for _tick in range(2):
        tell_changes(timezone.now())
    told = OutgoingMail.objects.filter(subject__contains="отменено")
    assert [letter.to for letter in told] == [["maria@example.net"]] and form["note_bg"] in told[0].text


def test_what_has_not_begun_is_not_held(client, event, editor):
    event.starts_at, event.ends_at = timezone.now() + timedelta(1), timezone.now() + timedelta(2)
    event.save()
    client.post(address("state", event.pk), {"state": "held", "note_bg": ""})
    event.refresh_from_db()
    assert event.state == "announced"


def test_a_revision_written_before_does_not_take_the_state_back(client, event, editor):
    draft = event.save_revision()
    client.post(address("state", event.pk), {"state": "moved", "note_bg": "Залата е заета."})
    Revision.objects.get(pk=draft.pk).publish()
    event.refresh_from_db()
    assert (event.state, event.state_note_bg) == ("moved", "Залата е заета.")


def test_the_same_meeting_in_many_villages_by_one_form(client, event, editor):
    Organization.objects.filter(pk=event.organization_id).update(may_publish=True)
    make_part(event, "Среща", capacity=80, reserved=10, starts_at=moment("2027-03-22 11:00"))
    rows = [
        {"starts_at": "2027-03-29 10:00", "place_bg": "читалището в с. Роза", "capacity": "30"},
        {"starts_at": "2027-04-02 18:00", "place_bg": "кметството в с. Ханово"},
    ]
    data = {f"form-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    data |= {"form-TOTAL_FORMS": "8", "form-INITIAL_FORMS": "0"}
    answer = client.post(address("dates", event.pk), data)
    assert answer.status_code == 302, answer.context["form"].errors
    client.post(address("dates", event.pk), data)  # a second press adds nothing
    first, roza, hanovo = Event.objects.order_by("starts_at")
    assert first.series == roza.series == hanovo.series is not None
    assert (roza.place, roza.parts.get().capacity, roza.parts.get().reserved) == ("читалището в с. Роза", 30, 10)
    # The clock was put forward on 28 March: by the clock on the wall it still begins at ten, the part at eleven.
    assert roza.starts_at == moment("2027-03-29 10:00") and roza.parts.get().starts_at == moment("2027-03-29 11:00")
    assert hanovo.ends_at == moment("2027-04-03 00:30") and hanovo.parts.get().capacity == 80
    assert roza.live and len({first.slug, roza.slug, hanovo.slug}) == 3 and roza.uid != first.uid


def test_a_place_without_a_date_is_asked_for_it_and_kept(client, event, editor):
    data = {"form-TOTAL_FORMS": "8", "form-INITIAL_FORMS": "0", "form-0-place_bg": "читалището в с. Роза"}
    answer = client.post(address("dates", event.pk), data)
    assert "читалището в с. Роза" in answer.content.decode() and Event.objects.count() == 1
    assert "starts_at" in answer.context["form"].forms[0].errors
    bad = data | {"form-0-starts_at": "2027-03-28 03:30"}
    assert "3:30" in str(client.post(address("dates", event.pk), bad).context["form"].forms[0].errors)


def test_a_new_one_starts_from_an_earlier_one(client, event, editor):
    part = make_part(event, "Форум", capacity=80)
    event.programme.create(title_bg="Откриване", starts_at=event.starts_at, sort_order=0)
    event.save_revision().publish()
    shown = client.get(address("copy", event.pk)).content.decode()
    assert "Откриване" in shown and "Форум в с. Веселиново" in shown
    begun = begun_from(event)
    assert begun.pk is None and begun.starts_at > timezone.now() and begun.parts.get().pk is None
    begun.save()
    assert begun.parts.get().pk != part.pk and event.parts.get().pk == part.pk


@pytest.mark.parametrize("name", ["inspect", "state", "dates", "copy", "edit"])
def test_editors_of_others_get_nowhere(client, event, name):
    Event.objects.filter(pk=event.pk).update(live=False, title_bg="okapi")
    client.force_login(make_editor(make_organization("Чужда", slug="chuzhda"), "foreign@example.org"))
    answer = client.get(address(name, event.pk), follow=True)
    assert "okapi" not in answer.content.decode()
    client.post(address("state", event.pk), {"state": "cancelled", "note_bg": "нарочно"})
    event.refresh_from_db()
    assert event.state == "announced"


def test_an_hour_that_does_not_exist_is_a_sentence(client, event, editor):
    edit = client.get(address("edit", event.pk))
    form = edit.context["form"]
    data = nested_form_data({"title_bg": "Форум", "starts_at": "2027-03-28 03:30", "ends_at": "2027-10-31 03:30"})
    form = type(form)(data, instance=event, for_user=editor)
    assert "часовникът се мести напред" in str(form.errors["starts_at"])
    assert "идва два пъти" in str(form.errors["ends_at"])


def test_the_desk_leads_to_those_registered_for_this_event_alone(client, event, editor):
    make_registration(make_part(event), "Ива")
    other = make_event("Друга среща", organization=event.organization)
    make_registration(make_part(other), "Чужда")
    links = client.get(address("inspect", event.pk)).context["people_links"]
    pages = [client.get(link) for _words, link in links]
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert "Ива" in pages[0].content.decode() and "Чужда" not in pages[0].content.decode()
    assert all(page.context["event"] == event for page in pages[1:])
