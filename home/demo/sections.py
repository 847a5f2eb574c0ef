"""Words for the sections that every portal has. Only what is still empty is filled."""

from django.db import transaction

from home.demo.blocks import Writer
from home.demo.made import Made
from home.demo.reading import Text, entries, read
from home.models import ContactPage, HomePage


@transaction.atomic
def fill_sections(homes: dict[str, HomePage], made: Made) -> None:
    texts = read("pages.toml")
    front, contact = (Text(texts.need(name, dict), f"pages.toml, {name}") for name in ("home", "contact"))
    for code, home in homes.items():
        home = HomePage.objects.get(pk=home.pk)  # as it stands now: pages have been put below it
        _fill(home, {"summary": front.words("lead", code), **_carried_by(made)})
        page = ContactPage.objects.child_of(home).get()
        words = Text({"type": "text", "html": contact.need(f"introduction_{code}")}, contact.where)
        _fill(page, {"body": Writer(contact, code, made).body([words])})


def _carried_by(made: Made) -> dict:
    """The project and the funding record that stand first carry the portal."""
    project = next(iter(entries("projects.toml", "project")))
    return {"project": made.pages[f"project:{project}"], "funding": next(iter(made.funding.values()))}


def _fill(page, values: dict) -> None:
    empty = {name: value for name, value in values.items() if not getattr(page, name)}
    for name, value in empty.items():
        setattr(page, name, value)
    if empty:
        page.save_revision().publish()
