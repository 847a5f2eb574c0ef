"""Words for the sections that every portal has. Only what is still empty is filled, and only that is taken back."""

from collections.abc import Iterator

from django.db import transaction

from home.demo.blocks import Writer
from home.demo.made import Made
from home.demo.reading import Text, entries, read
from home.models import ContactPage, HomePage


@transaction.atomic
def fill_sections(made: Made) -> None:
    """The project and the funding record that stand first carry the portal."""
    project = next(iter(entries("projects.toml", "project")))
    carried = {"project": made.pages[f"project:{project}"], "funding": next(iter(made.funding.values()))}
    for page, words in _words():
        wanted = words | carried if isinstance(page, HomePage) else words
        _change(page, {name: value for name, value in wanted.items() if not getattr(page, name)})


@transaction.atomic
def clear_sections() -> None:
    names = [text.need("name") for text in entries("funding.toml", "funding").values()]
    for page, words in _words():
        same = {name: "" for name, value in words.items() if _plain(getattr(page, name)) == _plain(value)}
        if isinstance(page, HomePage) and page.funding and page.funding.name in names:
            same |= {"funding": None}
        _change(page, same)


def _words() -> Iterator[tuple]:
    texts = read("pages.toml")
    front, contact = (Text(texts.need(name, dict), f"pages.toml, {name}") for name in ("home", "contact"))
    for home in HomePage.objects.filter(depth=2).select_related("locale"):
        code = home.locale.language_code
        yield home, {"summary": front.words("lead", code)}
        introduction = Text({"type": "text", "html": contact.need(f"introduction_{code}")}, contact.where)
        for page in ContactPage.objects.child_of(home):
            yield page, {"body": Writer(contact, code, Made()).body([introduction])}


def _plain(value):
    return value.get_prep_value() if hasattr(value, "get_prep_value") else value


def _change(page, values: dict) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    if values:
        page.save_revision().publish()
