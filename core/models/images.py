import re
from secrets import token_hex

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Image, SourceImageIOError

from core import language
from core.enums import FileLanguage, Licence, People
from core.pictures import PictureQuerySet
from core.renditions import renditions
from core.transliteration import ascii_file_name

RANDOM_PART = re.compile("^[0-9a-f]{16}-")
LICENCES = dict(Licence.choices)


class PortalImage(AbstractImage):
    """A picture with what the law and a screen reader need to know about it."""

    alt_bg = models.CharField(
        _("description for the blind, in Bulgarian"),
        max_length=255,
        blank=True,
        help_text=_("What is to be seen, in one sentence. Leave empty for a mere decoration."),
    )
    alt_en = models.CharField(_("description for the blind, in English"), max_length=255, blank=True)
    language = models.CharField(
        _("language of the words in it"),
        max_length=3,
        choices=FileLanguage.choices,
        default=FileLanguage.NONE,
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.ALL_RIGHTS)
    credit = models.CharField(
        _("author or source"), max_length=160, blank=True, help_text=_("Shown under the picture.")
    )
    people = models.CharField(
        _("people who can be recognised"), max_length=10, choices=People.choices, default=People.NONE
    )
    consent = models.CharField(
        _("consent"),
        max_length=255,
        blank=True,
        help_text=_("Where the signed consents are kept, or why none is needed. For children: of a parent."),
    )
    checksum = models.CharField(max_length=64, blank=True, editable=False)

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "alt_bg",
        "alt_en",
        "credit",
        "licence",
        "people",
        "consent",
        "language",
        *(name for name in Image.admin_form_fields if name not in ("title", "file", "description")),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def alt(self) -> str:
        """The description in the language that is read, else in the other one."""
        first, second = (self.alt_bg, self.alt_en) if language.active() == "bg" else (self.alt_en, self.alt_bg)
        return first or second

    @property
    def default_alt_text(self) -> str:
        return self.alt

    def get_upload_to(self, filename):
        """With a random part that nobody guesses: sizes of the picture have an address while only a draft shows it."""
        name = RANDOM_PART.sub("", ascii_file_name(filename))
        return super().get_upload_to(f"{token_hex(8)}-{name}")

    def get_rendition(self, filter):
        """Where the file is gone or damaged: a rendition without size, so that no list, window or page breaks."""
        try:
            return super().get_rendition(filter)
        except SourceImageIOError:
            missing = PortalRendition(image=self, width=0, height=0)
            missing.file.name = "not-found"
            return missing

    def generate_rendition_file(self, filter, *, source=None):
        try:
            return super().generate_rendition_file(filter, source=source)
        except (SourceImageIOError, InvalidFilterSpecError):
            raise
        except Exception as error:
            raise SourceImageIOError(str(error)) from error

    @property
    def share_url(self) -> str:
        """The picture in the size that other sites show beside a link; "" when the file cannot be read."""
        made = renditions(self, "lead")
        return made[-1].url if made else ""

    @property
    def credit_line(self) -> str:
        """Author and licence as they stand under the picture."""
        licence = "" if self.licence == Licence.ALL_RIGHTS else LICENCES.get(self.licence, "")
        return ", ".join(str(part) for part in (self.credit, licence) if part)


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]
