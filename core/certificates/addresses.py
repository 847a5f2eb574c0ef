from django.urls import reverse


def check_address(code: str) -> str:
    """Where everybody checks a number, in the active language."""
    return reverse("certificates:check", args=[code])


def paper_address(token) -> str:
    return reverse("certificates:paper", args=[token])
