"""What a host asks those who register for a part: each question is a block of the part."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class Question(blocks.StructBlock):
    """Asked in Bulgarian, and in English when that is written."""

    question_bg = blocks.CharBlock(label=_("Question in Bulgarian"), max_length=200)
    question_en = blocks.CharBlock(label=_("Question in English"), max_length=200, required=False)
    required = blocks.BooleanBlock(label=_("must be answered"), required=False)


class TextQuestion(Question):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Answered in a few words.")


class ChoiceQuestion(Question):
    choices = blocks.ListBlock(
        blocks.CharBlock(label=_("Choice"), max_length=120), label=_("Choices"), min_num=2, max_num=20
    )

    class Meta:
        icon = "list-ul"
        label = _("Choice")
        description = _("One of several answers: the bus from Yambol, the bus from Sliven, none.")


class NumberQuestion(Question):
    class Meta:
        icon = "order"
        label = _("Number")
        description = _("Answered with a whole number: how many children come along.")


class FileQuestion(Question):
    class Meta:
        icon = "upload"
        label = _("File")
        description = _("A file that comes with the registration; only the host sees it.")


class ConsentQuestion(Question):
    class Meta:
        icon = "check"
        label = _("Consent")
        description = _("A box that nobody ticks beforehand.")


QUESTION_BLOCKS = [
    ("text", TextQuestion()),
    ("choice", ChoiceQuestion()),
    ("number", NumberQuestion()),
    ("file", FileQuestion()),
    ("consent", ConsentQuestion()),
]
