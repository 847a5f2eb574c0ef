"""The outbox: a letter is saved with what caused it, sent after the commit, retried, and never sent twice.

Everything that sends mail (allauth, Wagtail's workflow, our own apps) ends in `OutboxBackend`; what must not be
doubled gives its letter a key with `post(...)`.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from core.models import OutgoingMail

log = logging.getLogger(__name__)

KEY_HEADER = "X-Outbox-Key"
MAX_ATTEMPTS = 12
CLAIM = timedelta(minutes=10)


def post(
    key: str,
    to: list[str],
    template: str,
    context: dict,
    language: str,
    reply_to: list[str] | None = None,
    attachments: Iterable[tuple[str, str, str]] = (),
):
    """Write a letter from `templates/mail/<template>.{subject.txt,txt,html}`; a second one with the key is dropped.

    `attachments` are small texts: name, type, text; such as a calendar.
    """
    context = {"base_url": settings.BASE_URL, "language": language} | context
    with translation.override(language):
        subject = render_to_string(f"mail/{template}.subject.txt", context)
        letter = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=render_to_string(f"mail/{template}.txt", context),
            to=to,
            reply_to=reply_to,
            headers={KEY_HEADER: key},
        )
        letter.attach_alternative(render_to_string(f"mail/{template}.html", context), "text/html")
    for name, kind, text in attachments:
        letter.attach(name, text, kind)
    letter.send()


class OutboxBackend(BaseEmailBackend):
    """Django's mail backend that writes letters down instead of sending them."""

    def send_messages(self, email_messages) -> int:
        for message in email_messages:
            headers = dict(message.extra_headers)
            key = headers.pop(KEY_HEADER, "") or f"once:{uuid4()}"
            html = next((a[0] for a in getattr(message, "alternatives", []) if a[1] == "text/html"), "")
            letter, is_new = OutgoingMail.objects.get_or_create(
                key=key,
                defaults={
                    "sender": message.from_email,
                    "to": message.recipients(),
                    "reply_to": list(message.reply_to),
                    "subject": " ".join(message.subject.split())[:255],
                    "text": message.body,
                    "html": html,
                    "headers": headers,
                    "attachments": list(_attached(message)),
                },
            )
            if is_new:
                send_after_commit(letter.pk)
        return len(email_messages)


def _attached(message):
    """Texts alone: what is no text is nothing for a row of the outbox."""
    for name, content, kind in message.attachments:
        yield [name, kind, content.decode() if isinstance(content, bytes) else content]


def send_after_commit(pk: int) -> None:
    transaction.on_commit(lambda: deliver.enqueue(pk), robust=True)


@task()
def deliver(pk: int) -> None:
    """Send one letter; whoever claims the row first sends it."""
    now = timezone.now()
    claimed = OutgoingMail.objects.filter(pk=pk, sent_at=None, next_attempt_at__lte=now).update(
        next_attempt_at=now + CLAIM
    )
    if not claimed:
        return
    letter = OutgoingMail.objects.get(pk=pk)
    try:
        _send(letter)
    except Exception as error:  # a mail server may fail in any way; the letter must stay
        letter.attempts += 1
        letter.last_error = str(error)[:255]
        wait = timedelta(minutes=min(2**letter.attempts, 720))
        letter.next_attempt_at = now + wait if letter.attempts < MAX_ATTEMPTS else None
        letter.save(update_fields=["attempts", "last_error", "next_attempt_at"])
        log.warning("Letter %s was not sent (attempt %s): %s", pk, letter.attempts, error)
    else:
        OutgoingMail.objects.filter(pk=pk).update(sent_at=timezone.now(), last_error="", attempts=letter.attempts + 1)


def deliver_waiting(limit: int = 200) -> int:
    """Send what is due; called by `manage.py tick`. Returns how many were tried."""
    due = OutgoingMail.objects.filter(sent_at=None, next_attempt_at__lte=timezone.now()).order_by("pk")[:limit]
    keys = list(due.values_list("pk", flat=True))
    for pk in keys:
        deliver.call(pk)
    return len(keys)


def _send(letter: OutgoingMail) -> None:
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=letter.sender,
        to=letter.to,
        reply_to=letter.reply_to,
        headers=letter.headers | {"Message-ID": f"<{letter.pk}.{letter.created_at:%Y%m%d%H%M%S}@portal>"},
        connection=get_connection(settings.OUTBOX_DELIVERY_BACKEND),
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    for name, kind, text in letter.attachments:
        message.attach(name, text, kind)
    message.send()
