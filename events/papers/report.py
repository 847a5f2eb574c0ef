"""The report on paper."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.nouns import noun
from core.papers.about import organization_name
from core.papers.texts import paragraphs
from core.papers.typeset import typeset
from events.models import EventReport
from events.papers.about import about, place, when
from events.report import counted


def report_paper(report: EventReport) -> bytes:
    event = report.event
    with translation.override("bg"):
        data = about(event, "bg")
        data["words"] |= {"title": _("Report of an event"), "decisions": _("What was decided")}
        facts = [(_("When"), when(event)), (_("Where"), place(event, "bg")),
                 (_("Host"), organization_name(event.organization, "bg"))]  # fmt: skip
        found = counted(report, event, "bg")
        people, hosts = found.participants, found.organizations
        numbers = [
            (str(people), noun(people, "participant")),
            (str(hosts), noun(hosts, "organization")),
        ]
        tables = [(_("By sector"), found.sectors), (_("By province"), found.provinces)]
        data |= {
            "facts": [fact for fact in facts if fact[1]],
            "numbers": [number for number in numbers if number[0] != "0"],
            "paragraphs": paragraphs(report.text_bg),
            "decisions": paragraphs(report.decisions_bg),
            "tables": [table for table in tables if table[1]],
        }
    return typeset("report", data)
