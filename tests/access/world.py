"""A small network: МИГ – Тунджа with something unpublished of every kind, МИГ – Попово beside it, and people.

Whatever nobody but its editors and the office may see carries „zebra“; ASCII, because JSON escapes Cyrillic. One of
its editors is called „okapi“, a text for members tells of a marmot.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Comment, TaskState, Workflow

from core import bin
from core.models import BasePage, ContactMessage, OutgoingMail, TranslationRequest
from events.models import EventReport, Mailing
from members.affiliations import join, leave
from members.enums import Role
from members.models import Affiliation, Application, OfferMessage, Organization, SelfPublished, Theme
from search.models import AskedQuery, Promotion, SynonymGroup
from search.rebuilding import rebuild
from tests.access.learning_things import add_learning
from tests.factories.core import make_document, make_funding, make_picture, make_role
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_admin, make_editor, make_officer, make_organization, make_user
from tests.factories.news import make_news, make_newsroom, make_rubric, translate
from tests.factories.offers import make_partnership
from tests.factories.owned import make_offer, make_record
from tests.factories.resources import make_course, make_file, make_lesson, make_material
from tests.factories.tours import make_tour, make_tour_offer

SECRET = "zebra"


@dataclass
class World:
    own: Organization
    other: Organization
    people: dict = field(default_factory=dict)
    things: dict = field(default_factory=dict)

    def __getattr__(self, name):
        try:
            return self.things[name]
        except KeyError:
            raise AttributeError(name) from None


def make_world() -> World:
    own, other = make_newsroom(), make_newsroom(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"))
    world = World(own.organization, other.organization)
    _people(world)
    world.things |= {"newsroom": own, "other_newsroom": other, "rubric": make_rubric()}
    _pages(world)
    _files(world)
    _records(world)
    _event(world)
    _training(world)
    add_learning(world)
    rebuild()
    return world


def _people(world: World) -> None:
    world.people = {
        "anonymous": None,
        "member": make_user("chlen@example.org"),
        "moderator": make_user("moderator@example.org"),  # a role of its own comes with the forum,
        "trainer": make_editor(world.own, "obuchitel@example.org", Role.TRAINER),
        "editor": make_editor(world.own),
        "manager": make_editor(world.own, "upravitel@example.org", Role.MANAGER),
        "stranger": make_editor(world.other, "popovo@example.org"),
        "officer": make_officer(),
        "administrator": make_admin(),
        "unconfirmed": make_user("nepotvarden@example.org", confirmed=False),
        "suspended": make_editor(world.own, "spryan@example.org"),
        "ex-editor": make_editor(world.own, "bivsh@example.org"),
        "invited": make_user("pokanen@example.org"),
    }
    Affiliation.objects.create(person=world.people["invited"], organization=world.own, role=Role.EDITOR)
    world.people["editor"].display_name = "okapi"
    world.people["editor"].save()


def _pages(world: World) -> None:
    room, editor = world.newsroom, world.people["editor"]
    tomorrow = timezone.now() + timedelta(days=1)
    draft = make_news(f"{SECRET} draft", room, live=False, slug=f"{SECRET}-draft", owner=editor)
    draft.save_revision(user=editor, log_action=True)
    Comment.objects.create(page=draft, user=editor, text=f"{SECRET} comment", contentpath="title")
    live = make_news("Otkrita novina", room, slug="otkrita", owner=editor)
    live.title = f"{SECRET} version"
    live.save_revision(user=editor, log_action=True)
    live.refresh_from_db()
    scheduled = make_news(f"{SECRET} scheduled", room, live=False, slug=f"{SECRET}-scheduled", go_live_at=tomorrow)
    scheduled.get_latest_revision().publish()
    expired = make_news(f"{SECRET} expired", room, slug=f"{SECRET}-expired")
    expired.unpublish(set_expired=True)
    sent = make_news(f"{SECRET} sent", room, live=False, slug=f"{SECRET}-sent")
    sent.get_workflow().start(sent, editor)
    gone = make_news(f"{SECRET} gone", room, slug=f"{SECRET}-gone")
    bin.put(BasePage.objects.get(pk=gone.pk), editor)
    english = translate(make_news("Za prevod", room), live=False, title=f"{SECRET} english", slug=f"{SECRET}-english")
    members = make_news("Members marmot", room, slug="marmot", audience="members")
    TranslationRequest.objects.create(page=live.basepage_ptr, language="en", count=3)
    Redirect.objects.create(old_path="/staro", redirect_page=draft)
    world.things |= {
        "draft": draft, "live": live, "scheduled": scheduled, "expired": expired, "sent": sent, "gone": gone,
        "english": english, "for_members": members,
    }  # fmt: skip


def _files(world: World) -> None:
    collection = world.own.collection
    picture = make_picture(f"{SECRET} picture", size=(40, 30), collection=collection, alt_bg=f"{SECRET} alt")
    picture.tags.add(f"{SECRET}-tag")
    document = make_document(f"{SECRET} document", SECRET.encode(), "dokument.txt", collection=collection)
    published = make_document("Otkrit dokument", b"otkrito", "otkrit.txt", collection=collection)
    make_news("S dokument", world.newsroom, body=[("document", {"document": published, "title": ""})])
    draft = world.draft
    draft.picture, draft.body = picture, [("document", {"document": document, "title": ""})]
    draft.save()
    world.things |= {"picture": picture, "document": document, "published": published}


def _records(world: World) -> None:
    offer = make_offer(world.own, f"{SECRET} offer", live=False)
    OfferMessage.objects.create(
        offer=offer, name=f"{SECRET} answer", email="otgovor@example.org", text=f"{SECRET} answer", key="1"
    )
    reported = make_event(f"{SECRET} reported", world.own, publish=False, slug=f"{SECRET}-reported")
    make_event("Okapi za chlenove", world.own, audience="members", slug="subor", summary_bg="marmot summary")
    role, record = make_role(), make_funding()
    message = ContactMessage.objects.create(
        role=role, name=f"{SECRET} message", email="pismo@example.org", text=SECRET, language="bg", key="1"
    )
    letter = OutgoingMail.objects.create(
        key="1", sender="a@example.org", to=["b@example.org"], subject=f"{SECRET} letter", text=SECRET
    )
    application = Application.objects.create(name=f"{SECRET} application", state="new", email="iska@example.org")
    make_record(Organization, world.own, f"{SECRET} profile")
    world.things |= {
        "organization": world.own, "offer": offer,
        "report": EventReport.objects.create(event=reported, text_bg=f"<p>{SECRET} report</p>"),
        "message": message, "letter": letter,
        "application": application,
        "role": role, "record": record, "theme": Theme.objects.create(title_bg="Занаяти"),
        "partnership": make_partnership(world.own, title_bg="Otkrito partnyorstvo"),
        "self_published": SelfPublished.objects.create(
            thing=world.live, title="Otkrita", organization=world.own, published_at=timezone.now()
        ),
        "place": Affiliation.objects.get(person=world.people["editor"]),
        "asked": AskedQuery.objects.create(text=f"{SECRET} asked", times=5, last_on=timezone.localdate()),
        "promotion": Promotion.objects.create(words=f"{SECRET} promotion", address="/", kind="page", thing=1),
        "synonyms": SynonymGroup.objects.create(words=f"{SECRET} synonyms\nzebra"),
    }  # fmt: skip
    state = TaskState.objects.get(revision__object_id=str(world.sent.pk), revision__base_content_type__model="page")
    world.things |= {
        "task": state.task,
        "state": state,
        "workflow_state": state.workflow_state,
        "revision": world.draft.latest_revision,
        "scheduled_revision": world.scheduled.latest_revision,
        "person": world.people["editor"],
        "group": world.own.editors,
        "collection": world.own.collection,
        "root": Collection.get_first_root_node(),
        "redirect": Redirect.objects.get(),
        "workflow": Workflow.objects.first(),
        "index": world.newsroom.get_parent(),
        "home": world.newsroom.get_parent().get_parent(),
    }


def _event(world: World) -> None:
    """An open event with somebody registered for it, and one that is not published yet."""
    part = make_part(make_event("Otkrito sabitie", world.own, slug="otkrito-sabitie"))
    seat = make_registration(part, f"{SECRET} person", "zapisan@example.org").attendees.get().seats.get()
    world.things |= {
        "event": make_event(f"{SECRET} event", world.own, publish=False, slug=f"{SECRET}-event"),
        "seat": seat,
        "tour": make_tour(f"{SECRET} tour", is_public=False, slug=f"{SECRET}-tour"),
        "tour_offer": make_tour_offer(world.own, make_tour("Otkrita obikolka"), note=f"{SECRET} tour offer"),
        "mailing": Mailing.objects.create(event=part.event, key="1", subject=f"{SECRET} mailing"),
    }


def _training(world: World) -> None:
    """A course that is not published yet with its lesson and material, and a material for members."""
    course = make_course(f"{SECRET} course", world.own, live=False, slug=f"{SECRET}-course")
    file = make_file("material.txt", SECRET.encode())
    world.things |= {
        "course": course,
        "lesson": make_lesson(course, f"{SECRET} lesson", live=False, slug=f"{SECRET}-lesson"),
        "material": make_material(f"{SECRET} material", world.own, file, publish=False, slug=f"{SECRET}-material"),
        "material_for_participants": make_material(
            "Numbat material", world.own, audience="event", event=make_event("Za uchastnitsi"), slug="numbat-material"
        ),
        "material_for_members": make_material("Wombat material", world.own, audience="members", slug="wombat-material"),
    }


def come_as(client, world: World, name: str) -> None:
    """In the browser of one of the people; what befalls them happens while they are logged in."""
    client.logout()
    person = world.people[name]
    if person is None or name == "unconfirmed":  # without a confirmed address nobody gets in
        return
    client.force_login(person)
    if name == "suspended":
        type(person).objects.filter(pk=person.pk).update(is_active=False)
    if name == "ex-editor":
        leave(Affiliation.objects.get(person=person))
        join(person, world.other)
