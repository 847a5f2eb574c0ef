"""The invitation with the programme, to print, to mail on, and as the funder files it."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.dates import clock
from core.papers.about import organization_name
from core.papers.texts import paragraphs
from core.papers.typeset import one_line, typeset
from core.written import written
from events.models import Event
from events.papers.about import about, place, when
from events.papers.kept import kept
from events.papers.parts import parts


def programme(event: Event, code: str) -> bytes:
    return kept("programme", event, code, _set)


def _set(event: Event, code: str) -> bytes:
    with translation.override(code):
        data = about(event, code)
        summary, text = (
            written(event.summary_bg, event.summary_en, code).text,
            written(event.text_bg, event.text_en, code).text,
        )
        data["words"] |= {"programme": _("Programme")}
        facts = [(_("When"), when(event)), (_("Where"), place(event, code)),
                 (_("Host"), organization_name(event.organization, code))]  # fmt: skip
        rows = list(event.programme.select_related("organization"))
        has_headings = any(item.level == item.Level.HEADING for item in rows)
        data |= {
            "kind": event.get_kind_display().capitalize(),
            "facts": [fact for fact in facts if fact[1]],
            "paragraphs": [one_line(summary)] * bool(summary) + paragraphs(text),
            "parts": [] if has_headings else parts(event, code),
            "programme": [_row(item, code) for item in rows],
        }
    return typeset("programme", data)


def _row(item, code: str) -> dict:
    own = [organization_name(item.organization, code)] if item.organization_id else []
    speaker = ", ".join([*filter(None, [one_line(written(item.speaker_bg, item.speaker_en, code).text)]), *own])
    return {
        "time": clock(item.starts_at) if item.starts_at else "",
        "title": one_line(written(item.title_bg, item.title_en, code).text),
        "speaker": speaker,
        "level": item.level,
        "pause": item.is_pause,
    }
