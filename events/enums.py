from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What an event is; the order in which filters offer them."""

    FORUM = "forum", _("forum")
    MEETING = "meeting", _("information meeting")
    TRAINING = "training", _("training")
    PRESS = "press", _("press conference")
    CONSULTATION = "consultation", _("public consultation")
    CONFERENCE = "conference", _("conference")
    ASSEMBLY = "assembly", _("general assembly")
    BOARD = "board", _("board meeting")
    WORKING = "working", _("working meeting")
    RECEPTION = "reception", _("open-air reception")
    FESTIVAL = "festival", _("festival")
    VISIT = "visit", _("study visit")
    OTHER = "other", _("other")


class PartOfNetwork(TextChoices):
    """Whose events: by what their hosts are, or how they stand to the network."""

    LAGS = "lag", _("local action groups")
    NGOS = "ngo", _("non-governmental organisations")
    CHITALISHTA = "chitalishte", _("chitalishta")
    MUNICIPALITIES = "municipality", _("municipalities and institutions")
    MEMBERS = "members", _("all members of the network")
    PARTNERS = "partners", _("partners of the network")


class State(TextChoices):
    """How an event stands, as its readers are told. What is not published is a draft."""

    ANNOUNCED = "announced", _("announced")
    MOVED = "moved", _("moved")
    CANCELLED = "cancelled", _("cancelled")
    HELD = "held", _("held")


class Service(TextChoices):
    """What makes it possible to come for people who could not otherwise."""

    RAMP = "ramp", _("step-free entrance")
    TOILET = "toilet", _("accessible toilet")
    SIGN = "sign", _("sign language")
    LOOP = "loop", _("hearing loop")
    LARGE_PRINT = "large-print", _("materials in large print")
    CHILDREN = "children", _("child care")
    TRANSPORT = "transport", _("transport")
    INTERPRETING = "interpreting", _("interpreting into English")


class SeatState(TextChoices):
    """How one person stands to one part of an event."""

    HELD = "held", _("e-mail not confirmed yet")
    ASKED = "asked", _("waits for the host's approval")
    CONFIRMED = "confirmed", _("registered")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("a seat is offered")
    CANCELLED = "cancelled", _("cancelled")
    DECLINED = "declined", _("declined by the host")
    EXPIRED = "expired", _("let the time pass")


TAKING = (SeatState.HELD, SeatState.ASKED, SeatState.CONFIRMED, SeatState.OFFERED)
"""Who takes a seat."""
OVER = (SeatState.CANCELLED, SeatState.DECLINED, SeatState.EXPIRED)
"""Who neither has a seat nor waits for one."""
