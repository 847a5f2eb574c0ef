"""A text with every kind of block."""

import json

from tests.factories.core import make_document

KINDS = ("info", "ok", "warn", "bad")


def every_block(picture, role, record) -> str:
    """As the database stores it."""
    shown = {"image": {"image": picture.pk, "alt_text": "Нива", "decorative": False}, "caption": "Надпис"}
    table = {
        "columns": [{"type": "text", "heading": "Мярка"}, {"type": "number", "heading": "Бюджет"}],
        "rows": [{"values": ["Дребни предприятия", "120 000,00 €"]}, {"values": ["Читалища", "80 000,00 €"]}],
    }
    links = '<a href="https://example.org/">връзка</a>, <a href="mailto:mig@example.org">пишете ни</a>'
    blocks = [
        ("heading", "Какво се промени"),
        ("text", f"<p>Текст с <b>дебело</b>, {links} или на ofis@example.org.</p><ul><li>едно</li></ul>"),
        ("picture", shown),
        ("gallery", {"pictures": [shown] * 3}),
        ("quote", {"quote": "Решаваме заедно.", "source": "Организаторите"}),
        ("heading", "Числата"),
        ("table", {"caption": "Бюджет по мерки", "table": table}),
        *(("callout", {"kind": kind, "title": "Срок", "text": f"<p>{links}</p>"}) for kind in KINDS),
        ("document", {"document": make_document().pk, "title": ""}),
        ("video", {"url": "https://www.youtube.com/watch?v=00000000000", "title": "Филм", "length": "12:40"}),
        ("button", {"text": "Запишете се", "page": None, "url": "https://example.org/"}),
        ("contact", {"role": role.pk}),
        ("funding", {"record": record.pk}),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])
