"""What search engines read about a page (schema.org, as JSON-LD)."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}

NETWORK = {
    "@type": "Organization",
    "name": "Българска национална Лидер мрежа",
    "url": settings.BASE_URL + "/",
}


def as_script(*things: dict) -> SafeString:
    """One script element for all things said about a page."""
    graph = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{graph.translate(ESCAPES)}</script>')  # noqa: S308


def breadcrumb(steps: list[tuple[str, str]]) -> dict:
    """`steps` are titles and addresses from the home page down."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": settings.BASE_URL + url}
            for position, (title, url) in enumerate(steps, start=1)
        ],
    }
