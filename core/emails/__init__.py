"""E-mail addresses that people may reach and robots may not: found, turned into tokens, hidden."""

from .addresses import ADDRESS, hide_addresses_in_text
from .markup import hide_addresses_in_html
from .tokens import decrypt_address, encrypt_address

__all__ = [
    "ADDRESS",
    "decrypt_address",
    "encrypt_address",
    "hide_addresses_in_html",
    "hide_addresses_in_text",
]
