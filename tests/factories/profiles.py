"""An organisation with everything that a profile shows."""

from datetime import date

from members.enums import Currency, Kind, Period
from members.models import Organization, OrganizationContact, OrganizationLink, Settlement, Strategy, Theme
from tests.factories.core import make_document
from tests.factories.places import make_municipality, make_settlement

SEAT = {"postcode": "8600", "latitude": 42.4842, "longitude": 26.5035}


def make_full_profile(villages: int = 3, **fields) -> Organization:
    """МИГ – Тунджа: villages of Тунджа, Крушаре of Сливен, two periods, published."""
    tundzha, sliven = make_municipality(), make_municipality("Сливен", "Сливен")
    seat = make_settlement("Ямбол", make_municipality("Ямбол"), "town", **SEAT)
    for number in range(villages):
        make_settlement(f"Село {number:02}", tundzha)
    organization = Organization(
        **{
            "kind": Kind.LAG, "name_bg": "МИГ – Тунджа", "name_en": "LAG – Tundzha", "slug": "mig-tundzha",
            "legal_form_bg": "сдружение в обществена полза", "legal_form_en": "association in public benefit",
            "summary_bg": "Обща стратегия за услуги.", "summary_en": "One strategy for services.",
            "description_bg": "<p>Дълъг разказ.</p>", "description_en": "<p>A long story.</p>",
            "settlement": seat, "address_bg": "ул. „Примерна“ 1", "address_en": "1 Sample St.",
            "phone": "+359 46 000 001", "email": "mig@example.org", "website": "https://www.example.org/mig/",
            "languages": ["bg", "en"], "member_since": date(2012, 8, 9), "verified": True, "eik": "175074752",
        }
        | fields
    )  # fmt: skip
    organization.contacts.add(
        OrganizationContact(title_bg="Счетоводител", title_en="Accountant", phone="+359 46 000 002"),
        OrganizationContact(title_bg="Изпълнителен директор", title_en="", email="direktor@example.org"),
    )
    organization.links.add(OrganizationLink(url="https://social.example.org/tundzha"))
    organization.themes.set(Theme.objects.filter(position__lte=2))
    newest = _strategy(Period.P2023, "2999953.98", Currency.EURO, tundzha, document=make_document("Стратегия 2023"))
    newest.settlements.set([make_settlement("Крушаре", sliven)])
    newest.settlement_count = Settlement.objects.filter(municipality=tundzha).count() + 1
    organization.strategies.add(newest, _strategy(Period.P2014, "5867490", Currency.LEV, tundzha))
    organization.save()
    organization.save_revision().publish()
    return Organization.objects.get(pk=organization.pk)


def _strategy(period, budget, currency, municipality, **fields) -> Strategy:
    strategy = Strategy(
        period=period, title_bg=f"Стратегия {period.label}", title_en=f"Strategy {period.label}", budget=budget,
        currency=currency, priorities_bg="Услуги\nПоминък", priorities_en="Services\nLivelihood", population=25665,
        **fields,
    )  # fmt: skip
    strategy.municipalities.set([municipality])
    return strategy
