"""The invitation with the programme, as the funder files it."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.dates import clock
from core.written import written
from events.models import Event
from events.papers.about import about, organization_name, place, when
from events.papers.texts import paragraphs
from events.papers.typeset import one_line, typeset


def programme(event: Event) -> bytes:
    with translation.override("bg"):
        data = about(event, "bg")
        data["words"] |= {"programme": _("Programme")}
        facts = [(_("When"), when(event)), (_("Where"), place(event, "bg")),
                 (_("Host"), organization_name(event.organization, "bg"))]  # fmt: skip
        data |= {
            "kind": event.get_kind_display().capitalize(),
            "facts": [fact for fact in facts if fact[1]],
            "paragraphs": [one_line(event.summary_bg)] * bool(event.summary_bg) + paragraphs(event.text_bg),
            "programme": [_row(item) for item in event.programme.select_related("organization")],
        }
    return typeset("programme", data)


def _row(item) -> dict:
    own = [organization_name(item.organization, "bg")] if item.organization_id else []
    speaker = ", ".join([*filter(None, [one_line(written(item.speaker_bg, item.speaker_en, "bg").text)]), *own])
    return {
        "time": clock(item.starts_at) if item.starts_at else "",
        "title": one_line(item.title_bg),
        "speaker": speaker,
        "level": item.level,
        "pause": item.is_pause,
    }
