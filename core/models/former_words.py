from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerWord(models.Model):
    """A word in the address that a record had before; whoever comes by it is led on."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    word = models.SlugField(_("word in the address"), max_length=120)

    class Meta:
        verbose_name = _("former word in an address")
        verbose_name_plural = _("former words in addresses")
        constraints = [models.UniqueConstraint(fields=["content_type", "word"], name="one_record_of_a_former_word")]

    def __str__(self):
        return self.word
