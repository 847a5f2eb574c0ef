"""What opens an application: a link, a proof that came by mail, a code that can be told by phone or printed."""

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from core import language
from core.site_map import site_map
from members.models import Application

DIGITS = 12
TYPED = re.compile(r"^(\d{1,9})(\d{12})$")


def address(*parts: str, code: str | None = None) -> str:
    """Below the page for joining, in the language that is read."""
    return _page(code or language.active()) + "".join(f"{part}/" for part in parts)


def _page(code: str) -> str:
    found, original = site_map(), language.ORIGINAL
    page = next(iter(found.of_kind("JoinPage", code)), None)
    stands_in = next(iter(found.of_kind("JoinPage", original)), None)
    return page.url if page else stands_in and found.address_in(stands_in.url_path, code) or language.prefix(code)


def link(application: Application, *parts: str) -> str:
    """The same as it stands in a letter, in the language of the application."""
    return settings.BASE_URL + address(*parts, code=application.language)


def link_to_go_on(application: Application) -> str:
    return link(application, "prodalzhi", str(application.key))


def link_to_confirm(application: Application) -> str:
    """Only who reads the mail of this address knows it."""
    return link(application, "potvardi", str(application.key), proof(application))


def proof(application: Application) -> str:
    return salted_hmac("address of an application", f"{application.key} {application.email}").hexdigest()[:32]


def proves(application: Application, shown: str) -> bool:
    return bool(application.email) and constant_time_compare(proof(application), shown)


def code_of(application: Application) -> str:
    """Digits alone, so that any keyboard can type them: “17-4821-9034-7765”."""
    digits = _digits(application)
    return "-".join([str(application.pk), *(digits[start : start + 4] for start in range(0, DIGITS, 4))])


def by_code(typed: str) -> Application | None:
    found = TYPED.match(re.sub(r"\D", "", typed))
    application = found and Application.objects.filter(pk=int(found[1])).first()
    return application if application and constant_time_compare(_digits(application), found[2]) else None


def _digits(application: Application) -> str:
    number = int(salted_hmac("code of an application", str(application.key)).hexdigest()[:20], 16)
    return str(number % 10**DIGITS).zfill(DIGITS)
