"""The body, the task and the questions of a shipped page, as its fields keep them."""

import hashlib
import json
from uuid import NAMESPACE_URL, uuid5

from django.utils.html import escape

from resources.handbook.reading import Told

SPACE = uuid5(NAMESPACE_URL, "handbook")


def fields(told: Told) -> dict:
    """Fields of `CoursePage` or `LessonPage`, all plain data: what the fingerprint is made of."""
    found = {"title": told.words("title"), "summary": told.words("summary"), "body": _body(told)}
    if told.name == "course":
        return found | {"for_whom": told.words("for_whom"), "taught_in": told.language}
    return found | {
        "minutes": told.data["minutes"],
        "task": f"<p>{told.of(told.data['task'])}</p>{_link(told)}",
        "deed": told.data["deed"],
        "questions": _questions(told),
    }


def fingerprint(given: dict) -> str:
    return hashlib.sha256(json.dumps(given, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _link(told: Told) -> str:
    words = {"bg": "Отворете мястото в портала", "en": "Open the place in the portal"}
    address = told.data.get("opens", "")
    return f'<p><a href="{escape(address)}">{words[told.language]}</a></p>' if address else ""


def _body(told: Told) -> list[dict]:
    return [_block(told, part, place) for place, part in enumerate(told.data["body"])]


def _block(told: Told, part: dict, place: int) -> dict:
    kind, value = _value(told, part)
    return {"type": kind, "value": value, "id": str(uuid5(SPACE, f"{told.name}:body:{place}"))}


def _value(told: Told, part: dict) -> tuple:
    code = told.language
    if "heading" in part:
        return "heading", part["heading"][code == "en"]
    if "text" in part:
        return "text", f"<p>{told.of(part['text'])}</p>"
    if "steps" in part:
        return "text", _list("ol", told, part["steps"])
    if "points" in part:
        return "text", _list("ul", told, part["points"])
    if "know" in part:
        title_bg, title_en, text_bg, text_en = part["know"]
        title = title_en if code == "en" else title_bg
        return "callout", {"kind": "info", "title": title, "text": f"<p>{told.of([text_bg, text_en])}</p>"}
    caption = part.get("caption", ["", ""])[code == "en"]
    return "screenshot", {"picture": f"{code}/{part['picture']}", "alt": part["alt"][code == "en"], "caption": caption}


def _list(tag: str, told: Told, pairs: list) -> str:
    return f"<{tag}>{''.join(f'<li>{told.of(pair)}</li>' for pair in pairs)}</{tag}>"


def _questions(told: Told) -> list[dict]:
    """Their ids are the same in both languages, so that an answer counts in either."""
    code = told.language
    return [
        {
            "type": "question",
            "id": str(uuid5(SPACE, f"{told.name}:question:{place}")),
            "value": {
                "question": one["ask"][code == "en"],
                "answers": [
                    {
                        "type": "item",
                        "id": str(uuid5(SPACE, f"{told.name}:question:{place}:{number}")),
                        "value": {
                            "text": answer["text"][code == "en"],
                            "is_right": answer.get("right", False),
                            "explanation": answer["why"][code == "en"],
                        },
                    }
                    for number, answer in enumerate(one["answers"])
                ],
            },
        }
        for place, one in enumerate(told.data["question"])
    ]
