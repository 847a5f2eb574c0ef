"""What allauth asks the portal: in which words, in whose language and from which address."""

from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import gettext_lazy as _

from core import language, mail
from members.letters import CHANGES


def public_link(url: str, code: str) -> str:
    """The address of one of our own pages as it stands in a letter: never made from the Host header of a request."""
    path = urlunsplit(("", "", *urlsplit(translate_url(url, code))[2:]))
    return settings.BASE_URL + path


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This profile is closed. Write to the network's office."),
        "duplicate_email": _("This is your address already."),
        "email_password_mismatch": _("The e-mail or the password is not right."),
        "email_taken": _("This address has a profile already."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("The code is not right. Check the digits or ask for a new code."),
        "incorrect_password": _("The password is not right."),
        "same_as_current": _("This is your address already."),
        "too_many_login_attempts": _("Too many wrong attempts. Try again in five minutes."),
        "rate_limited": _("Too many requests in a short time. Please wait a little."),
        "unverified_primary_email": _("Confirm your e-mail address first."),
    }

    def save_user(self, request, user, form, commit=True):
        user.display_name = form.cleaned_data["display_name"]
        user.language = language.active()
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Letters stand in templates/mail/ and leave through the outbox, in the language of who receives them."""
        code = _language_of(email)
        links = {name: public_link(url, code) for name, url in context.items() if name.endswith("_url")}
        template = template_prefix.rpartition("/")[2]
        mail.post(f"account:{uuid4()}", [email], f"account/{template}", context | links | {"email": email}, code)

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        """One letter for every change of somebody's log-in; it says what changed."""
        change = CHANGES[template_prefix.rpartition("/")[2]]
        super().send_notification_mail("account/email/changed", user, (context or {}) | {"change": change}, email)

    def get_login_redirect_url(self, request) -> str:
        return language.prefix(language.active())

    get_signup_redirect_url = get_logout_redirect_url = get_login_redirect_url

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        # The person and the address together: see ACCOUNT_RATE_LIMITS.
        return f"{credentials.get('email', '').lower()}@{self.get_client_ip(request)}"


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not right. Check the digits; the app shows a new code every 30 seconds."),
        "unverified_email": _("Confirm your e-mail address first."),
        "cannot_generate_recovery_codes": _("Set up an authenticator app or a passkey first."),
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}


def _language_of(email: str) -> str:
    known = EmailAddress.objects.filter(email=email.lower()).select_related("user").first()
    return known.user.language_of_letters if known else language.active()
