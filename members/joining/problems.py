"""The errors of a form, or of a set of forms, for the summary above it: where each leads and what it says."""

from typing import NamedTuple

from core.typography import without_end


class Problem(NamedTuple):
    place: str
    words: str


def problems(form) -> list[Problem]:
    if not form.is_bound:
        return []
    if hasattr(form, "forms"):
        own = [Problem("", words) for words in form.non_form_errors()]
        return own + [problem for one in form.forms for problem in problems(one)]
    return [
        *(Problem("", words) for words in form.non_field_errors()),
        *(
            Problem(_place(field), f"{without_end(str(field.label))}: {words}")
            for field in form
            for words in field.errors
        ),
    ]


def _place(field) -> str:
    """Of several boxes, the first."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label
