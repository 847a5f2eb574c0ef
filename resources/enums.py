from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """What one must know before."""

    FIRST_STEPS = "first", _("first steps")
    FURTHER = "further", _("for those with some experience")
    EXPERT = "expert", _("for specialists")


class Kind(TextChoices):
    """What a material is for."""

    GUIDE = "guide", _("guide")
    PRESENTATION = "slides", _("presentation")
    TEMPLATE = "template", _("form to fill in")
    SHEET = "sheet", _("table")
    VIDEO = "video", _("video")
    AUDIO = "audio", _("sound recording")
    PICTURE = "picture", _("picture or poster")
    OTHER = "other", _("other")


class Access(TextChoices):
    """Who may have a material."""

    PUBLIC = "public", _("everyone")
    MEMBERS = "members", _("members of the network")
    PARTICIPANTS = "event", _("participants of one event")


class Reading(TextChoices):
    """How far the portal has come with looking into a file."""

    WAITING = "waiting", _("waits its turn")
    READ = "read", _("looked through")
    UNREADABLE = "unreadable", _("could not be read")
