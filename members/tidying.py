"""What is kept about people no longer than it is needed."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from core.models import OutgoingMail
from members.affiliations import State, leave
from members.models import Affiliation, OwnDataCopy
from members.models.affiliation import INVITATION_LASTS
from members.own_data.views import KEPT_FOR

LAST_LETTER_KEPT = timedelta(days=30)
INVITATION_KEPT = INVITATION_LASTS + timedelta(days=90)


def tidy() -> None:
    """Safe to run twice."""
    now = timezone.now()
    OwnDataCopy.objects.filter(asked_at__lte=now - KEPT_FOR).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    OutgoingMail.objects.filter(key__startswith="erased:", sent_at__lte=now - LAST_LETTER_KEPT).delete()
    forgotten = {"state": State.ENDED, "until": timezone.localdate(), "email": "", "name": ""}
    Affiliation.objects.filter(state=State.INVITED, sent_at__lte=now - INVITATION_KEPT).update(**forgotten)
    for place in Affiliation.objects.filter(state=State.ACTIVE, until__lte=timezone.localdate()):
        leave(place)
