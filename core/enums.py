from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Who may read a thing."""

    PUBLIC = "public", _("everyone")
    MEMBERS = "members", _("members of the network")


class Licence(TextChoices):
    """What others may do with a file."""

    ALL_RIGHTS = "all-rights", _("all rights reserved")
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC_BY_ND = "cc-by-nd-4.0", "CC BY-ND 4.0"
    CC_BY_NC = "cc-by-nc-4.0", "CC BY-NC 4.0"
    CC_BY_NC_SA = "cc-by-nc-sa-4.0", "CC BY-NC-SA 4.0"
    CC_BY_NC_ND = "cc-by-nc-nd-4.0", "CC BY-NC-ND 4.0"


class People(TextChoices):
    """Who can be recognised in a picture."""

    NONE = "none", _("no recognisable people")
    ADULTS = "adults", _("adults")
    CHILDREN = "children", _("children")


class FileLanguage(TextChoices):
    """The language of the words in a file."""

    BULGARIAN = "bg", _("Bulgarian")
    ENGLISH = "en", _("English")
    NONE = "zxx", _("no words")
