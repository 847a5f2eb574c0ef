"""Letters that went out about an event: their keys say so."""

import re
from collections.abc import Callable
from html import escape

from django.db.models import Q
from django.utils.translation import gettext as _

from core.models import OutgoingMail
from events.models import Event, Registration

AT_ONCE = 200
SECRET = re.compile(r"\S*?/(?:zapisvane/z|mnenie|udostoverenie/pdf|moite-sabitia)/[^\s<>\"“”]*")
"""Addresses of ours that work for whoever has them."""


def letters_about(event: Event):
    """Those of its registrations („registration:12:…“) and its own („event:7:…“, to who came; not to the editors)."""
    about = Q(key__startswith=f"event:{event.pk}:certificate:") | Q(key__startswith=f"event:{event.pk}:opinion:")
    about |= Q(key__startswith=f"event:{event.pk}:letter:")
    keys = Registration.objects.filter(event=event).values_list("pk", flat=True)
    found = list(OutgoingMail.objects.filter(about).values_list("pk", flat=True))
    keys = list(keys)
    for start in range(0, len(keys), AT_ONCE):  # a query of thousands of conditions is refused by SQLite
        any_of = Q()
        for key in keys[start : start + AT_ONCE]:
            any_of |= Q(key__startswith=f"registration:{key}:")
        found += OutgoingMail.objects.filter(any_of).values_list("pk", flat=True)
    return OutgoingMail.objects.filter(pk__in=found).order_by("created_at", "pk")


def without_secrets(event: Event) -> Callable[[str], str]:
    """Takes out of the text of a letter what would let a stranger cancel somebody's seat, read a certificate or walk
    into the meeting online. Also the online links that the event had before."""
    links = {event.online_link, *event.revisions.values_list("content__online_link", flat=True)} - {"", None}
    links |= {escape(link) for link in links}
    any_link = "|".join(re.escape(link) for link in sorted(links, key=len, reverse=True))
    secret = re.compile(f'(?:{any_link})[^\\s<>"“”]*|{SECRET.pattern}') if links else SECRET
    return lambda text: secret.sub(_("(link)"), text)
