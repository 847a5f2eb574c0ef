"""What the browser sends when an organisation is saved in the admin."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

STRATEGY = {
    "period": "2023-27", "title_bg": "", "title_en": "", "document": "", "budget": "", "currency": "EUR",
    "priorities_bg": "", "priorities_en": "", "municipalities": "", "settlements": "", "without": "",
    "settlement_count": "", "population": "",
}  # fmt: skip
CONTACT = {"title_bg": "Изпълнителен директор", "title_en": "", "phone": "", "email": ""}


def form_data(strategies=(), contacts=(), links=(), **fields) -> dict:
    """Each strategy, contact and link is what differs from an empty one; `id` makes it one that is there already."""
    empty = rich_text("", features=["h3", "bold", "ol", "ul", "link"])
    given = {
        "name_bg": "МИГ – Тунджа", "name_en": "LAG Tundzha", "kind": "lag", "slug": "mig-tundzha", "status": "member",
        "description_bg": empty, "description_en": empty, "languages": ["bg"],
    } | fields  # fmt: skip
    return nested_form_data(
        given
        | {
            "strategies": _formset([STRATEGY | one for one in strategies]),
            "contacts": _formset([CONTACT | one for one in contacts]),
            "links": _formset([{"url": url} for url in links]),
        }
    )


def _formset(rows: list[dict]) -> dict:
    return inline_formset(rows, initial=sum("id" in row for row in rows))
