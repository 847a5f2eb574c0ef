"""What opens a registration: its link, and the proof that came by mail."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac

from events.models import Registration


def link(registration: Registration, name: str = "registration", *more: str) -> str:
    """As it stands in a letter, in the language of the registration."""
    with translation.override(registration.language):
        return settings.BASE_URL + reverse(f"events:{name}", args=[registration.token, *more])


def link_to_confirm(registration: Registration) -> str:
    """Only who reads the mail of this address knows it."""
    return link(registration, "confirm", proof(registration))


def proof(registration: Registration) -> str:
    return salted_hmac("address of a registration", f"{registration.token} {registration.email}").hexdigest()[:32]


def proves(registration: Registration, shown: str) -> bool:
    return bool(registration.email) and constant_time_compare(proof(registration), shown)
