from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing in one language as the search finds and shows it. Its terms are kept by `search.store`."""

    kind = models.CharField(max_length=20)
    thing = models.BigIntegerField()
    language = models.CharField(max_length=2)
    is_only = models.BooleanField()  # there is no text in the other language: it stands in there
    audience = models.CharField(max_length=10)
    is_counted = models.BooleanField()  # its words are among those that are offered
    title = models.TextField()
    summary = models.TextField()
    text = models.TextField()
    note = models.TextField()
    path = models.TextField()
    place = models.BigIntegerField(null=True, unique=True)  # newest first; see `search.store`
    moment = models.DateTimeField()
    until = models.DateTimeField(null=True)
    year = models.SmallIntegerField(null=True)
    organization = models.BigIntegerField(null=True)
    provinces = models.TextField()  # ",BG343,BG344,"
    themes = models.TextField()
    stamp = models.CharField(max_length=24)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "thing", "language"], name="one_entry_in_a_language")]
        indexes = [models.Index(fields=["organization"], name="entries_of_organization")]

    def __str__(self):
        return self.title


class Word(models.Model):
    """A word that stands in something everybody reads: what somebody who mistyped it may have meant."""

    word = models.CharField(max_length=40, unique=True)
    backwards = models.CharField(max_length=40, db_index=True)
    times = models.IntegerField(default=0)

    class Meta:
        default_permissions = ()
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")

    def __str__(self):
        return self.word
