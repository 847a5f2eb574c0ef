"""Where organisations are and what they cover: provinces, municipalities and settlements of the official register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.skeleton import keys
from core.transliteration import transliterate


class Place(models.Model):
    """What has a name in both alphabets and is looked up however it is typed."""

    name = models.CharField(_("name"), max_length=80)
    key = models.CharField(max_length=80, db_index=True, editable=False)
    other_key = models.CharField(max_length=80, db_index=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> None:
        """The English name by the official transliteration unless one is given, and the keys of the search."""
        self.name_en = self.name_en or transliterate(self.name_bg)
        self.key, self.other_key = keys(self.name_bg)


class Province(Place):
    """Област; NUTS 3."""

    nuts = models.CharField("NUTS 3", max_length=5, unique=True)
    code = models.CharField(_("code of the statistical institute"), max_length=3, unique=True)
    centre_ekatte = models.CharField(_("ЕКАТТЕ of the centre"), max_length=5)

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["name_bg"]


class Municipality(Place):
    """Община."""

    province = models.ForeignKey(
        Province, verbose_name=_("province"), on_delete=models.PROTECT, related_name="municipalities"
    )
    code = models.CharField(
        _("code"), max_length=5, unique=True, null=True, blank=True, help_text=_("As in the register: JAM22.")
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name_bg"]
        constraints = [models.UniqueConstraint(fields=["province", "name_bg"], name="one_municipality_of_a_name")]


class Settlement(Place):
    """A town, a village or a monastery. The code of the register is text: it may begin with a zero."""

    class Kind(models.TextChoices):
        TOWN = "town", _("town")
        VILLAGE = "village", _("village")
        MONASTERY = "monastery", _("monastery")

    SHORT = {Kind.TOWN: "гр.", Kind.VILLAGE: "с.", Kind.MONASTERY: "ман."}

    ekatte = models.CharField("ЕКАТТЕ", max_length=5, unique=True, null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="settlements"
    )
    postcode = models.CharField(_("postcode"), max_length=4, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        ordering = ["name_bg", "pk"]
        indexes = [models.Index(fields=["municipality", "name_bg"], name="settlements_of_municipality")]

    def written(self, code: str) -> str:
        """As it stands in an address: „гр. Ямбол“, “Yambol”."""
        return self.name_en if code == "en" else f"{self.SHORT[self.kind]} {self.name_bg}"
