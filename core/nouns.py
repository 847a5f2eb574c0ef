"""Nouns after a number, in both languages.

Bulgarian has a form of its own after a number: „2 проекта“, but „много проекти“; persons keep the plural:
„20 участници“. Gettext knows only one and many, so the forms stand here: a new noun is one line.
"""

from typing import NamedTuple

from django.utils.translation import get_language

from .numbers import grouped
from .typography import NBSP


class Noun(NamedTuple):
    one: str
    counted: str
    english_one: str
    english_many: str


NOUNS = {
    "activity": Noun("дейност", "дейности", "activity", "activities"),
    "article": Noun("статия", "статии", "article", "articles"),
    "comment": Noun("коментар", "коментара", "comment", "comments"),
    "course": Noun("курс", "курса", "course", "courses"),
    "day": Noun("ден", "дни", "day", "days"),
    "document": Noun("документ", "документа", "document", "documents"),
    "download": Noun("изтегляне", "изтегляния", "download", "downloads"),
    "draft": Noun("чернова", "чернови", "draft", "drafts"),
    "event": Noun("събитие", "събития", "event", "events"),
    "file": Noun("файл", "файла", "file", "files"),
    "hour": Noun("час", "часа", "hour", "hours"),
    "lesson": Noun("урок", "урока", "lesson", "lessons"),
    "material": Noun("материал", "материала", "material", "materials"),
    "member": Noun("член", "членове", "member", "members"),
    "message": Noun("съобщение", "съобщения", "message", "messages"),
    "minute": Noun("минута", "минути", "minute", "minutes"),
    "month": Noun("месец", "месеца", "month", "months"),
    "news_item": Noun("новина", "новини", "news item", "news items"),
    "newsroom": Noun("редакция", "редакции", "newsroom", "newsrooms"),
    "open_offer": Noun("отворено предложение", "отворени предложения", "open offer", "open offers"),
    "organization": Noun("организация", "организации", "organisation", "organisations"),
    "page": Noun("страница", "страници", "page", "pages"),
    "participant": Noun("участник", "участници", "participant", "participants"),
    "partner_offer": Noun(
        "предложение за партньорство", "предложения за партньорство", "partner offer", "partner offers"
    ),
    "person": Noun("човек", "души", "person", "people"),
    "picture": Noun("снимка", "снимки", "picture", "pictures"),
    "place": Noun("място", "места", "place", "places"),
    "project": Noun("проект", "проекта", "project", "projects"),
    "province": Noun("област", "области", "province", "provinces"),
    "reply": Noun("отговор", "отговора", "reply", "replies"),
    "request": Noun("молба", "молби", "request", "requests"),
    "result": Noun("резултат", "резултата", "result", "results"),
    "rubric": Noun("рубрика", "рубрики", "rubric", "rubrics"),
    "settlement": Noun("населено място", "населени места", "settlement", "settlements"),
    "slide": Noun("слайд", "слайда", "slide", "slides"),
    "topic": Noun("тема", "теми", "topic", "topics"),
    "trainer": Noun("обучител", "обучители", "trainer", "trainers"),
    "village": Noun("село", "села", "village", "villages"),
    "word": Noun("дума", "думи", "word", "words"),
    "year": Noun("година", "години", "year", "years"),
}


def plural(n: int, one: str, many: str) -> str:
    """Choose the form that follows a number: only 1 is singular in both languages („21 проекта“)."""
    return one if abs(n) == 1 else many


def noun(n: int, key: str) -> str:
    """Give the noun alone, for templates that set the number in bold."""
    forms = NOUNS[key]
    if (get_language() or "bg").startswith("en"):
        return plural(n, forms.english_one, forms.english_many)
    return plural(n, forms.one, forms.counted)


def counted(n: int, key: str) -> str:
    """Write a number with its noun, kept on one line: „5 новини“."""
    return f"{grouped(n)}{NBSP}{noun(n, key)}"
