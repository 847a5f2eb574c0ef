import unicodedata
from contextlib import suppress

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from members.masked import masked


def normal_email(address: str) -> str:
    """The form in which addresses are kept and compared: one way of writing for each mailbox."""
    name, at, host = unicodedata.normalize("NFKC", address.strip()).lower().rpartition("@")
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")  # xn--… is written as its readers write it
    return f"{name}{at}{host}"


class UserManager(BaseUserManager):
    use_in_migrations = True

    def get_by_natural_key(self, email):
        return self.get(email=normal_email(email))

    def of_mailbox(self, email):
        """Profiles whose letters come into the same box: ivan+news@… is ivan@… with a label."""
        name, _at, host = normal_email(email).rpartition("@")
        name = name.partition("+")[0]
        labelled = models.Q(email__startswith=f"{name}+", email__endswith=f"@{host}")
        return self.filter(models.Q(email=f"{name}@{host}") | labelled)

    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=normal_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_superuser=True, **fields)


class User(index.Indexed, AbstractBaseUser, PermissionsMixin):
    """A person. The e-mail address is the log-in; the display name is what others see."""

    email = models.EmailField(
        _("e-mail"), unique=True, error_messages={"unique": _("This address has a profile already.")}
    )
    display_name = models.CharField(_("name shown to others"), max_length=80, blank=True)
    language = models.CharField(
        _("language of letters and of the editor"), max_length=2, choices=settings.LANGUAGES, default="bg"
    )
    is_active = models.BooleanField(
        _("may log in"), default=True, help_text=_("Untick instead of deleting: what the person wrote stays.")
    )
    letter_language = models.CharField(
        _("language of letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("Unless chosen: the same as the language of the editor."),
    )
    warned_at = models.DateTimeField(_("warned of closing"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    search_fields = [
        index.AutocompleteField("display_name"),
        index.AutocompleteField("email"),
        *(index.FilterField(name) for name in ("email", "is_active", "is_superuser", "last_login", "erased_at")),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["email"]

    def __str__(self):
        return self.get_full_name()

    def clean(self):
        self.email = normal_email(self.email)
        super().clean()

    @property
    def masked_email(self) -> str:
        return masked(self.email)

    @property
    def language_of_letters(self) -> str:
        return self.letter_language or self.language

    def get_full_name(self) -> str:
        return str(_("Deleted user")) if self.erased_at else self.display_name or self.email

    def get_short_name(self) -> str:
        return self.get_full_name() if self.erased_at else self.display_name or self.email.partition("@")[0]
