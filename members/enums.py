from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What an organisation is."""

    LAG = "lag", _("local action group")
    FLAG = "flag", _("fisheries local action group")
    NGO = "ngo", _("non-governmental organisation")
    CHITALISHTE = "chitalishte", _("chitalishte")
    MUNICIPALITY = "municipality", _("municipality")
    INSTITUTION = "institution", _("institution")
    OTHER = "other", _("other")


class Sector(TextChoices):
    """The three sides of a LEADER partnership."""

    PUBLIC = "public", _("public sector")
    BUSINESS = "business", _("business")
    NON_PROFIT = "non-profit", _("non-profit sector")


SECTORS = {
    Kind.LAG: Sector.NON_PROFIT,
    Kind.FLAG: Sector.NON_PROFIT,
    Kind.NGO: Sector.NON_PROFIT,
    Kind.CHITALISHTE: Sector.NON_PROFIT,
    Kind.MUNICIPALITY: Sector.PUBLIC,
    Kind.INSTITUTION: Sector.PUBLIC,
    Kind.OTHER: Sector.BUSINESS,
}


class Membership(TextChoices):
    """How an organisation stands to the network."""

    APPLICANT = "applicant", _("applicant")
    MEMBER = "member", _("member")
    FORMER = "former", _("former member")
    PARTNER = "partner", _("partner")


class Role(TextChoices):
    """What a person is in an organisation."""

    MEMBER = "member", _("member")
    TRAINER = "trainer", _("trainer")
    EDITOR = "editor", _("editor")
    MANAGER = "manager", _("manager")


class Period(TextChoices):
    """The programme periods of LEADER in Bulgaria, oldest first."""

    P2007 = "2007-13", "2007–2013"
    P2014 = "2014-20", "2014–2020"
    P2023 = "2023-27", "2023–2027"


class Currency(TextChoices):
    EURO = "EUR", "€"
    LEV = "BGN", _("lv.")


class SpokenLanguage(TextChoices):
    """Languages in which an organisation answers, or a partner is sought."""

    BULGARIAN = "bg", _("Bulgarian")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    FRENCH = "fr", _("French")
    SPANISH = "es", _("Spanish")
    ITALIAN = "it", _("Italian")
    GREEK = "el", _("Greek")
    ROMANIAN = "ro", _("Romanian")
    SERBIAN = "sr", _("Serbian")
    MACEDONIAN = "mk", _("Macedonian")
    TURKISH = "tr", _("Turkish")
    RUSSIAN = "ru", _("Russian")


def spoken(codes: list[str]) -> list[str]:
    """The names of languages, in the order in which the portal names them."""
    return [str(label) for code, label in SpokenLanguage.choices if code in codes]


class Country(TextChoices):
    """Where partners come from: Europe, by the two letters of ISO 3166."""

    BULGARIA = "BG", _("Bulgaria")
    ALBANIA = "AL", _("Albania")
    AUSTRIA = "AT", _("Austria")
    BELGIUM = "BE", _("Belgium")
    BOSNIA = "BA", _("Bosnia and Herzegovina")
    CROATIA = "HR", _("Croatia")
    CYPRUS = "CY", _("Cyprus")
    CZECHIA = "CZ", _("Czechia")
    DENMARK = "DK", _("Denmark")
    ESTONIA = "EE", _("Estonia")
    FINLAND = "FI", _("Finland")
    FRANCE = "FR", _("France")
    GERMANY = "DE", _("Germany")
    GREECE = "GR", _("Greece")
    HUNGARY = "HU", _("Hungary")
    ICELAND = "IS", _("Iceland")
    IRELAND = "IE", _("Ireland")
    ITALY = "IT", _("Italy")
    KOSOVO = "XK", _("Kosovo")
    LATVIA = "LV", _("Latvia")
    LIECHTENSTEIN = "LI", _("Liechtenstein")
    LITHUANIA = "LT", _("Lithuania")
    LUXEMBOURG = "LU", _("Luxembourg")
    MALTA = "MT", _("Malta")
    MOLDOVA = "MD", _("Moldova")
    MONTENEGRO = "ME", _("Montenegro")
    NETHERLANDS = "NL", _("Netherlands")
    NORTH_MACEDONIA = "MK", _("North Macedonia")
    NORWAY = "NO", _("Norway")
    POLAND = "PL", _("Poland")
    PORTUGAL = "PT", _("Portugal")
    ROMANIA = "RO", _("Romania")
    SERBIA = "RS", _("Serbia")
    SLOVAKIA = "SK", _("Slovakia")
    SLOVENIA = "SI", _("Slovenia")
    SPAIN = "ES", _("Spain")
    SWEDEN = "SE", _("Sweden")
    SWITZERLAND = "CH", _("Switzerland")
    TURKEY = "TR", _("Türkiye")
    UKRAINE = "UA", _("Ukraine")
    UNITED_KINGDOM = "GB", _("United Kingdom")
    ELSEWHERE = "XX", _("elsewhere")


def countries() -> list[tuple[str, str]]:
    """To choose from: the own country, then the others by their names as the reader knows them."""
    others = [one for one in Country if one not in (Country.BULGARIA, Country.ELSEWHERE)]
    others.sort(key=lambda one: str(one.label))
    return [(one.value, one.label) for one in (Country.BULGARIA, *others, Country.ELSEWHERE)]


class Fund(TextChoices):
    """From what a partnership may be paid."""

    LEADER = "leader", _("LEADER cooperation")
    INTERREG = "interreg", "Interreg"
    ERASMUS = "erasmus", "Erasmus+"
    CERV = "cerv", "CERV"
    LIFE = "life", "LIFE"
    EEA = "eea", _("EEA and Norway Grants")
    NATIONAL = "national", _("national programme")
    OWN = "own", _("own means")
    OTHER = "other", _("other")
