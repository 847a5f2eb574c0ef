"""Verbs about people: make a profile, invite somebody, change an address."""

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from core import mail
from members.models import User
from members.models.user import normal_email


@transaction.atomic
def create_person(
    email: str,
    display_name: str = "",
    language: str = "bg",
    password: str | None = None,
    groups=(),
    confirmed: bool = True,
    is_superuser: bool = False,
    letter_language: str = "",
) -> User:
    """A profile with its e-mail address; without a confirmed address nobody gets in."""
    user = User.objects.create_user(
        email,
        password,
        display_name=display_name,
        language=language,
        letter_language=letter_language,
        is_superuser=is_superuser,
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=confirmed, primary=True)
    user.groups.set(groups)
    return user


@transaction.atomic
def claim_person(email: str, display_name: str, language: str, password: str | None) -> User:
    """The profile of whoever has just shown that an address is theirs, by a link sent to it.

    Somebody may have begun a profile with the address and never confirmed it: nothing of what was set there counts.
    """
    email = normal_email(email)
    begun = User.objects.select_for_update().filter(email=email).first()
    if begun is None:
        return create_person(email, display_name, language, password)
    if not begun.is_active or begun.emailaddress_set.filter(verified=True).exists():
        raise PermissionDenied
    begun.display_name, begun.language = display_name, language
    begun.set_password(password)
    begun.save()
    begun.authenticator_set.all().delete()
    change_address(begun, email)
    return begun


def invite(user: User) -> None:
    """A letter with a link to set a password and come in."""
    with translation.override(user.language_of_letters):
        person, token = user_pk_to_url_str(user), default_token_generator.make_token(user)
        link = reverse("account_reset_password_from_key", args=[person, token])
        code = reverse("account_request_login_code")
    context = {"link": settings.BASE_URL + link, "code_link": settings.BASE_URL + code, "user": user}
    mail.post(f"invitation:{person}-{token}", [user.email], "account/invitation", context, user.language_of_letters)


@transaction.atomic
def change_address(user: User, email: str) -> None:
    """The office gives a person another address to log in with; it counts as confirmed."""
    user.email = normal_email(email)
    user.save(update_fields=["email"])
    user.emailaddress_set.exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
