"""What opinions say together, and never so few that they would point at somebody."""

from django.http import Http404, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from core.feedback.forms import MARKS
from core.sheets import workbook

ENOUGH = 3
"""From how many answers on they are shown."""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def summary(asked: int, opinions) -> dict:
    """How many were asked and answered; the answers themselves only when there are enough, in no order of coming."""
    answers = list(opinions.order_by("id"))
    shown = answers if len(answers) >= ENOUGH else []
    return {
        "asked": asked,
        "answered": len(answers),
        "enough": ENOUGH,
        "answers": shown,
        "marks": [(words, sum(one.useful == mark for one in shown)) for mark, words in MARKS],
        "average": round(sum(one.useful for one in shown) / len(shown), 1) if shown else None,
    }


def sheet(answers: list, name: str) -> HttpResponse:
    """The answers as a table for Excel, called `mneniya-<name>.xlsx`."""
    if not answers:
        raise Http404
    headings = [_("How useful"), _("What was good?"), _("What should change?")]
    made = workbook(_("Opinions"), headings, [[one.useful, one.good, one.change] for one in answers])
    answer = HttpResponse(made, content_type=EXCEL)
    answer.headers["Content-Disposition"] = f'attachment; filename="mneniya-{name}.xlsx"'
    add_never_cache_headers(answer)
    return answer
