"""Whether a query may name a person: by an address, a number, or a first and a family name."""

import re

from search.analysis.latin import skeletons
from search.analysis.tokens import folded, words
from search.masking import names_somebody

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MANY_DIGITS = re.compile(r"(?:\d[ -]?){7}")  # in codes of procedures they come in smaller groups
FAMILY = re.compile(r"(?:[оеё]ва?|[сцчз]к[иа]|[oe][vw]a?|ff|[csz]k[iya])$")
SHORTEST = 4
FIRST = """
александра александър албена ангел анелия анна антоанета антон асен атанас белослава бисера благовест богдан богомил
божидар бойка бойко борис борислав боян боряна валентин валентина ваня васил василка велизар венета венелин венцислав
вера веселин веселина весела виктор виктория виолета владимир владислав владо галина галя ганка ганчо георги гергана
грета даниел даниела данка дарина деница десислава деян диана димитрина димитринка димитър димо динко добри добринка
донка ева евгени екатерина елена елица емил емилия жана женя живко захари здравка здравко златка иван иванка иво ивайло
ивелина илия илиана ирена ирина искрен йоана йордан йорданка калин калина камелия камен катерина катя кирил кольо
константин костадин красимир красимира кремена кристина кристиян лидия лиляна любен любка любомир любомира магдалена
мария мариана марийка мариела марин марина мартин мая мила милен милена милка милко мими мирослав мирослава митко
михаил мирела надежда надя наталия невена нели недялка недялко николай николина нина огнян олга павел павлина параскева
пенка пенчо петко петранка петър петя пламен поля радка радко радослав радостина райна райчо ралица росен росица румен
румяна савка светла светлана светлин светослав севдалина силвия симеон симона слав славка славчо снежана соня софка
спас станимир станислав стела стефан стефка стоил стоян стоянка танчо таня татяна тихомир тодор тодорка тоня тошко
траян филип христина христо цанка цветан цветана цветанка цветелина юлия юлиян яна яни янка янко ясен
"""
_FIRST = frozenset(key for name in FIRST.split() for key in skeletons(name))


def may_name_a_person(text: str) -> bool:
    has_number = bool(MANY_DIGITS.search(YEAR.sub("", text))) or names_somebody(text)
    return "@" in text or has_number or _has_both_names(words(folded(text)))


def _has_both_names(typed: list[str]) -> bool:
    """In either order, in Cyrillic or in Latin letters."""
    if not 2 <= len(typed) <= 4:
        return False
    first = [number for number, word in enumerate(typed) if not _FIRST.isdisjoint(skeletons(word))]
    family = [number for number, word in enumerate(typed) if len(word) >= SHORTEST and FAMILY.search(word)]
    return any(one != other for one in first for other in family)
