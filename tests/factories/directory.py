"""A directory with every kind of row on it, and its addresses; and one of few organisations."""

from members.enums import Kind, Membership
from members.models import Organization, PartnerOffer, Theme
from tests.factories.core import make_picture
from tests.factories.members import make_organization
from tests.factories.places import make_municipality, make_settlement
from tests.factories.territories import make_lag

LONGEST = "Непротивоконституционствувателствувайте"


def fill_directory(code: str) -> list[str]:
    """Returns what there is to visit in a language; what is there already stays."""
    directory = "/en/organisations/" if code == "en" else "/organizatsii/"
    if not Organization.objects.filter(slug="s-logo").exists():
        _fill()
    return [
        directory,
        f"{directory}?kind=lag&theme=selski-turizam&province=BG343&q=tundzha",
        f"{directory}?status=former&page=1",
        f"{directory}?q=nyama-takava-{LONGEST}",
        f"{directory}karta/",
        f"{directory}karta/?province=BG343",
        f"{directory}namerete/",
        f"{directory}namerete/?q=krushare",
        f"{directory}namerete/?q=tenevo",
        f"{directory}namerete/?q=krushere",
        f"{directory}namerete/?q={LONGEST}",
    ]


def _fill() -> None:
    krushare = make_settlement("Крушаре", make_municipality("Сливен", "Сливен"))
    yambol = make_settlement("Ямбол", make_municipality("Ямбол"), "town", latitude=42.48, longitude=26.5)
    for municipality in (make_municipality(), make_municipality("Болярово")):
        make_settlement("Тенево", municipality)
    lag = make_lag("МИГ – Тунджа край реката", [make_municipality()], plus=[krushare], settlement=yambol)
    lag.phone = "+359 46 123 456"
    lag.themes.set(Theme.objects.all()[:4])
    lag.save()
    PartnerOffer.objects.create(title_bg="Търсим партньор", slug="tarsim-za-spisaka", organization=lag)
    for number in range(24):
        one = make_organization(f"Сдружение {number} {LONGEST}", "", f"sdruzhenie-{number}")
        one.kind, one.settlement = Kind.values[number % 6 + 1], yambol
        one.save()
    for slug, status in (("s-logo", Membership.PARTNER), ("bivshe", Membership.FORMER)):
        one = make_organization("НЧ „Искра – 1929“", "", slug)
        one.status, one.logo, one.settlement = status, make_picture(size=(300, 100)), krushare
        one.save()


def make_network() -> None:
    """Three that are shown, one former member, and two that nobody may see."""
    tourism, crafts = Theme.objects.create(title_bg="Туризъм"), Theme.objects.create(title_bg="Занаяти")
    krushare = make_settlement("Крушаре", make_municipality("Сливен", "BG342"))
    yambol = make_settlement("Ямбол", make_municipality("Ямбол"), kind="town", latitude=42.48, longitude=26.5)
    tundzha = make_lag(
        "МИГ – Тунджа", [make_municipality()], plus=[krushare], settlement=yambol, phone="+359 46 123 456"
    )
    tundzha.themes.set([tourism, crafts])
    tundzha.save()
    for name, slug, status in (
        ("НЧ „Искра – 1929“", "iskra", Membership.MEMBER),
        ("Сдружение „Ела“", "ela", Membership.PARTNER),
        ("Сдружение „Бивше“", "bivshe", Membership.FORMER),
        ("Сдружение „Кандидат“", "kandidat", Membership.APPLICANT),
        ("Сдружение „Чернова“", "chernova", Membership.MEMBER),
    ):
        organization = make_organization(name, "", slug)
        organization.kind = Kind.CHITALISHTE if slug == "iskra" else Kind.NGO
        organization.status, organization.live = status, slug != "chernova"
        organization.settlement = krushare
        organization.themes.set([tourism])
        organization.save()
