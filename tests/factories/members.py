"""People and organisations for tests."""

from itertools import count

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from members.admission import admit
from members.affiliations import join
from members.enums import Role
from members.models import Organization, User

PASSWORD = "dalga-parola-za-proba"
_number = count(1)


def make_user(email: str = "", *, groups=(), confirmed: bool = True, **fields) -> User:
    email = email or f"chovek{next(_number)}@example.org"
    user = User.objects.create_user(email, PASSWORD, **{"display_name": "Пробен профил"} | fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=confirmed, primary=True)
    user.groups.add(*groups)
    return user


def make_admin() -> User:
    return make_user("admin@example.org", is_superuser=True)


def make_officer() -> User:
    from home.lay_out import OFFICERS

    return make_user("redaktor@example.org", groups=[Group.objects.get(name=OFFICERS)])


def make_editor(organization: Organization, email: str = "tundzha@example.org", role=Role.EDITOR) -> User:
    user = make_user(email)
    join(user, admit(organization), role)
    return user


def make_organization(name_bg: str = "МИГ – Тунджа", name_en: str = "LAG Tundzha", slug: str = "mig-tundzha"):
    return Organization.objects.get_or_create(slug=slug, defaults={"name_bg": name_bg, "name_en": name_en})[0]


def give_app(user) -> str:
    """Sets up an authenticator app for somebody; returns its key."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time

    return f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06}"
