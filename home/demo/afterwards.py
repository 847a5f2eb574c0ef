"""What is left of a forum of the demo that was held: certificates, opinions, a signed sheet and the dossier for the
funder. Letters of it stand in the outbox as sent; none goes anywhere."""

from datetime import timedelta
from hashlib import sha256

from django.core.files.base import ContentFile
from django.utils import translation

from events.certificates.giving import give
from events.dossier.letters import letters_about
from events.dossier.tasks import make_dossier
from events.feedback import asking
from events.models import Certificate, Dossier, Event, OpinionAsked, SignedSheet
from events.papers.sheet import USUAL, sheet
from home.demo.reading import Text

SCAN = "podpisan-spisak-primer.pdf"
AFTER = timedelta(days=2)


def leave_behind(event: Event, text: Text) -> None:
    """Inside the transaction that makes the event: letters are marked as sent before anything could send them."""
    with translation.override("bg"):
        give(event)
        asking.ask_about(event)
        Certificate.objects.filter(event=event).update(made_at=event.ends_at + AFTER)
        sent = {"created_at": event.ends_at + AFTER, "sent_at": event.ends_at + AFTER, "next_attempt_at": None}
        letters_about(event).update(**sent)
        asked = OpinionAsked.objects.filter(attendee__registration__event=event).order_by("pk")
        for question, said in zip(asked, text.parts("opinions"), strict=False):
            answer = {"useful": said.need("useful", int)} | {name: said.get(name, "") for name in ("good", "change")}
            asking.take(question.token, answer)
        scan = sheet(event, None, list(USUAL), 0)
        SignedSheet.objects.create(
            event=event, file=ContentFile(scan, name=SCAN), name=SCAN, checksum=sha256(scan).hexdigest()
        )
    make_dossier.func(Dossier.objects.create(event=event).pk)


def take_back(events) -> None:
    """What would keep an event from being deleted, with its files. Numbers that were given stay given."""
    for model in (SignedSheet, Dossier):
        model.objects.filter(event__in=events).delete()
    for event in events:
        letters_about(event).delete()
    Certificate.objects.filter(event__in=events).delete()
