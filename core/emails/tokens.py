"""An address as a token in a public page: only the portal can read it back, and it is the same every time.

AES-SIV is deterministic (pages can be cached and compared) and authenticated (a made-up token is no address).
"""

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.utils.crypto import salted_hmac

MAX_LENGTH = 1000


def encrypt_address(address: str) -> str:
    """Turn an address into a token of letters, digits, „-“ and „_“."""
    sealed = _cipher(settings.SECRET_KEY).encrypt(address.encode(), None)
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def decrypt_address(token: str) -> str | None:
    """Give the address of a token, or None when the token is not ours; an old SECRET_KEY still reads."""
    if len(token) > MAX_LENGTH:
        return None
    try:
        sealed = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _cipher(secret).decrypt(sealed, None).decode()
        except (InvalidTag, ValueError):
            continue
    return None


def _cipher(secret: str) -> AESSIV:
    return AESSIV(salted_hmac("core.emails", "", secret=secret, algorithm="sha512").digest())
