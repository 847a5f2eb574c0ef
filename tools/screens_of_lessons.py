"""Which screens the lessons of the shipped course show: where, as whom, which part, with what set off."""

import re
from dataclasses import dataclass

FORUM = re.compile("Национален форум|National forum")
EVENTS = "/admin/snippets/events/event/"
EDITOR = "tundzha"
NEWS = "/admin/napishi-novina/"
TABS = ("[role=tablist]", "section[role=tabpanel]:not([hidden])")
TO_THE_FORUM = ("a[href*='/event/edit/']", FORUM)


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


SCREENS = [
    Screen("login", "/accounts/login/", part=("main form", "main h1"), marks=("main form button >> nth=0",)),
    Screen("security", "/accounts/profile/", EDITOR, part=("section:has(a[href*='2fa'])",)),
    Screen("news-editor", NEWS, EDITOR, part=("#main",), marks=("[data-side-panel-toggle=preview]",)),
    Screen(
        "news-actions",
        NEWS,
        EDITOR,
        steps=("footer [data-w-dropdown-target=toggle] >> nth=-1",),
        part=("footer nav", "footer [data-tippy-root], .w-dropdown__content >> visible=true"),
    ),
    Screen("several-pictures", "/admin/several-pictures/", EDITOR, part=("#main form",)),
    Screen("picture-form", "/admin/images/add/", EDITOR, part=("#main form",), marks=("label[for=id_alt_bg]",)),
    Screen("rubric", "/rubriki/pokani/", part=("main",), tallest=760),
    Screen("rubrics-choose", NEWS, EDITOR, part=("[id$=rubrics-section]",)),
    Screen("organisation-editor", "/admin/moyata-organizatsia/", EDITOR, part=TABS),
    Screen("organisation", "/organizatsii/mig-tundzha/", part=("main",), tallest=700),
    Screen("event-when", EVENTS, EDITOR, steps=(TO_THE_FORUM, "a[role=tab] >> nth=1"), part=TABS),
    Screen("event-parts", EVENTS, EDITOR, steps=(TO_THE_FORUM, "a[role=tab] >> nth=3"), part=TABS, tallest=900),
    Screen("event-desk", EVENTS, EDITOR, steps=(TO_THE_FORUM, "header a[href*='/inspect/']"), part=("#main",)),
    Screen("door", "/vhod/natsionalen-forum-kakvo-zadarzha-horata-na-selo/", EDITOR, width=420, tallest=760),
    Screen(
        "report",
        "/admin/",
        EDITOR,
        steps=("section a[href*='/event/inspect/'], #main a[href*='/event/inspect/']", "form[action*='report'] button"),
        part=("#main form",),
    ),
    Screen(
        "material-upload", "/admin/snippets/resources/material/upload/", EDITOR, part=("#main",), marks=("form button",)
    ),
    Screen("untranslated", "/en/news/", steps=("article.card:has(.tag.river) h3 a",), part=("main",)),
    Screen(
        "translate-button",
        "/admin/pages/search/?q=Ден+на+реката",
        EDITOR,
        steps=(("td.title a", "Ден на реката"), "header .w-dropdown__toggle--icon"),
        part=("header.w-bg-surface-header, header", "a[href*='/prevod/']"),
        marks=("a[href*='/prevod/']",),
    ),
    Screen("own-data", "/accounts/profile/", EDITOR, part=("section:has(form[action*='danni'])",)),
    Screen("consents", "/accounts/profile/", EDITOR, part=("section:has(form[action*='saglasia'])",)),
]
