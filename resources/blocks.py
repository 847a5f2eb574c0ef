"""Blocks of lessons: questions that explain their answers at once."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from resources.handbook.screens import names, sizes


class AnswerBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=255)
    is_right = blocks.BooleanBlock(label=_("right"), required=False)
    explanation = blocks.CharBlock(label=_("Explanation"), max_length=500, required=False)

    class Meta:
        icon = "tick"
        label = _("Answer")
        description = _("One of the answers, and why it is right or wrong.")


EMPTY = {"text": "", "is_right": False, "explanation": ""}


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=300)
    answers = blocks.ListBlock(AnswerBlock(), label=_("Answers"), default=[EMPTY, EMPTY], min_num=2, max_num=8)

    def clean(self, value):
        cleaned = super().clean(value)
        if not any(answer["is_right"] for answer in cleaned["answers"]):
            raise blocks.StructBlockValidationError(
                block_errors={"question": ValidationError(_("Mark at least one answer as right."))}
            )
        return cleaned

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("With answers to choose from; the explanation comes at once.")
        template = "blocks/question.html"
        preview_value = {
            "question": _("What becomes of the old deadline?"),
            "answers": [
                {"text": _("It stays, struck out"), "is_right": True, "explanation": _("So the change is seen.")},
                {"text": _("It is deleted"), "is_right": False, "explanation": _("Some have written it down already.")},
            ],
        }


class ScreenshotValue(blocks.StructValue):
    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height; None when the portal carries no such picture (any more)."""
        return sizes().get(self["picture"])

    @property
    def path(self) -> str:
        return f"handbook/{self['picture']}.webp"


class ScreenshotBlock(blocks.StructBlock):
    """A picture of a screen that comes with the portal: it is taken anew with the portal, not uploaded."""

    picture = blocks.ChoiceBlock(label=_("Screen"), choices=names)
    alt = blocks.CharBlock(label=_("Description for the blind"), max_length=255)
    caption = blocks.CharBlock(label=_("Caption"), max_length=255, required=False)

    class Meta:
        icon = "desktop"
        value_class = ScreenshotValue
        label = _("Screen of the portal")
        description = _("A picture of a screen that comes with the portal and is renewed with it.")
        template = "blocks/screenshot.html"
        preview_value = {"picture": "bg/news-editor", "alt": _("The editor of a news item"), "caption": ""}
