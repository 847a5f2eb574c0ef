"""Which screens the lessons of the shipped course show: where, as whom, which part, with what set off."""

import re
from dataclasses import dataclass

FORUM = re.compile("Национален форум|National forum")
PAST = re.compile("Празник на МИГ|Festival|Feast|celebration", re.IGNORECASE)
EVENTS = "/admin/snippets/events/event/"


@dataclass
class Screen:
    name: str
    address: str
    who: str = ""
    steps: tuple = ()
    """Clicks before the picture: selectors, or (selector, text) for the one with this text."""
    part: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    width: int = 1000
    tallest: int = 640


EDITOR = "tundzha"
SCREENS = [
    Screen("login", "/accounts/login/", part=("main form", "main h1"), marks=("main form button >> nth=0",)),
    Screen("security", "/accounts/profile/", EDITOR, part=("#security, section:has(a[href*='2fa'])",)),
    Screen("news-editor", "/admin/napishi-novina/", EDITOR, part=("#main",)),
    Screen(
        "news-actions",
        "/admin/napishi-novina/",
        EDITOR,
        steps=("footer [data-w-dropdown-target=toggle] >> nth=-1",),
        part=("footer.footer, footer", "footer [data-tippy-root], .w-dropdown__content >> visible=true"),
    ),
    Screen("several-pictures", "/admin/several-pictures/", EDITOR, part=("#main form",)),
    Screen("picture-form", "/admin/images/add/", EDITOR, part=("#main form",)),
    Screen("rubric", "/rubriki/pokani/"),
    Screen("rubrics-choose", "/admin/napishi-novina/", EDITOR, part=("#panel-child-content-rubrics-section",)),
    Screen("organisation-editor", "/admin/moyata-organizatsia/", EDITOR, part=("#main",)),
    Screen("organisation", "/organizatsii/mig-tundzha/"),
    Screen(
        "event-when",
        EVENTS,
        EDITOR,
        steps=(("a[href*='/event/edit/']", FORUM), "a[role=tab] >> nth=1"),
        part=("#main",),
    ),
    Screen(
        "event-parts",
        EVENTS,
        EDITOR,
        steps=(("a[href*='/event/edit/']", FORUM), "a[role=tab] >> nth=3"),
        part=("#main",),
    ),
    Screen(
        "event-desk",
        EVENTS,
        EDITOR,
        steps=(("a[href*='/event/edit/']", FORUM), "a[href*='/inspect/']"),
        part=("#main",),
    ),
    Screen("door", "/vhod/natsionalen-forum-kakvo-zadarzha-horata-na-selo/", EDITOR, width=420, tallest=760),
    Screen("untranslated", "/en/news/"),
    Screen("own-data", "/accounts/profile/", EDITOR, part=("section:has(form[action*='danni'])",)),
    Screen("consents", "/accounts/profile/", EDITOR, part=("section:has(form[action*='saglasia'])",)),
]
