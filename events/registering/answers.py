"""The host's own questions in the form: their fields, what was answered, how the answers read."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.transliteration import ascii_file_name, without_invisible
from core.uploads import check_document, check_image
from core.uploads.files import extension_of
from core.uploads.images import FORMATS
from core.validators import plain_line
from events.models import AnswerFile, Event, EventPart, Registration, Seat

MOST_BYTES = 10 * 1024 * 1024
LARGEST_NUMBER = 1_000_000
KEPT = "-kept"
SECOND = "+"
"""After the key of a question: another answer to it, from a form that was merged into this one."""


class Question(NamedTuple):
    """A question of a part; `key` stands in the answers, `name` in the form."""

    part: EventPart
    kind: str
    key: str
    words: str
    required: bool
    choices: list[str]

    @property
    def name(self) -> str:
        return f"q{self.part.pk}_{self.key}"


def questions(part: EventPart, code: str) -> Iterator[Question]:
    for block in part.questions:
        words = (code == "en" and block.value["question_en"]) or block.value["question_bg"]
        choices = list(block.value.get("choices") or [])
        yield Question(part, block.block_type, block.id, words, bool(block.value["required"]), choices)


class KeptFileInput(forms.FileInput):
    """A file that was uploaded already stays with the form while it is put right."""

    def value_from_datadict(self, data, files, name):
        return data.get(name + KEPT, "")

    def value_omitted_from_data(self, data, files, name):
        return name + KEPT not in data

    def render(self, name, value, attrs=None, renderer=None):
        chooser = super().render(name, None, attrs, renderer)
        file = find_file(value)
        if file is None:
            return chooser
        words = _("Received: %(name)s. Choose another file only to replace it.") % {"name": file.name}
        kept = format_html('<input type="hidden" name="{}" value="{}">', name + KEPT, file.key)
        return format_html('<span class="hint">{}</span>{}{}', words, kept, chooser)


class KeptFileField(forms.CharField):
    widget = KeptFileInput

    def clean(self, value):
        file = find_file(super().clean(value))
        return {"file": str(file.key), "name": file.name} if file else None


def find_file(key: str) -> AnswerFile | None:
    """Uploaded with a form that was not sent yet."""
    try:
        return AnswerFile.objects.filter(key=UUID(str(key)), registration=None).first()
    except ValueError:
        return None


def field_for(question: Question, for_part: str = "") -> forms.Field:
    """Whether it must be answered depends on whether the part is chosen: the form asks. `for_part` is said where there
    are several."""
    about = {"label": question.words, "required": False, "help_text": for_part}
    if question.kind == "choice":
        choices = [("", "–"), *((choice, choice) for choice in question.choices)]
        return forms.ChoiceField(choices=choices, **about)
    if question.kind == "number":
        return forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, **about)
    if question.kind == "file":
        about["help_text"] = " ".join(filter(None, (for_part, _("At most 10 MB; only the host sees it."))))
        return KeptFileField(**about)
    if question.kind == "consent":
        return forms.BooleanField(**about)
    return forms.CharField(max_length=500, validators=[plain_line], **about)


def to_keep(question: Question, value):
    """As it stands in the answers of the seat; of a consent the words that were agreed to."""
    return question.words if question.kind == "consent" else value


def keep_upload(event: Event, uploaded) -> AnswerFile:
    """Raises ValidationError for what is no document and no picture."""
    if uploaded.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 10 MB."), code="too_large")
    name = without_invisible(uploaded.name)[-120:]
    uploaded.name = ascii_file_name(uploaded.name)
    check = check_image if extension_of(uploaded.name) in FORMATS else check_document
    check(uploaded)
    return AnswerFile.objects.create(event=event, file=uploaded, name=name)


def in_words(seat: Seat, code: str) -> list[tuple[str, str, str]]:
    """Question, answer, and the key of a file; answers to questions that are gone come last, without one."""
    left, found = dict(seat.answers), []
    for question in questions(seat.part, code):
        for key in [key for key in left if key.rstrip(SECOND) == question.key]:
            found.append((question.words, *_told(left.pop(key))))
    return found + [("", *_told(value)) for value in left.values()]


def in_one_line(seat: Seat, code: str) -> str:
    """„Обяд: месо; Ще пътувате ли с автобуса? да“"""
    return "; ".join(f"{asked(question)} {told}" for question, told, _key in in_words(seat, code))


def asked(question: str) -> str:
    """With a colon, unless it ends like a question."""
    return question if question[-1:] in ("?", ":") else f"{question or _('Answer')}:"


def _told(value) -> tuple[str, str]:
    if isinstance(value, dict):
        return value.get("name", ""), value.get("file", "")
    return str(value), ""


def attach_files(registration: Registration, people: list) -> None:
    """Files that came before the form was right now belong to the registration."""
    keys = [
        answer["file"]
        for person in people
        for answers in person.answers.values()
        for answer in answers.values()
        if isinstance(answer, dict)
    ]
    AnswerFile.objects.filter(key__in=keys, event=registration.event_id, registration=None).update(
        registration=registration
    )
