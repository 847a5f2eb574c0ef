"""Blocks of lessons: questions that explain their answers at once."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class AnswerBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=255)
    is_right = blocks.BooleanBlock(label=_("right"), required=False)
    explanation = blocks.CharBlock(label=_("Explanation"), max_length=500, required=False)

    class Meta:
        icon = "tick"
        label = _("Answer")
        description = _("One of the answers, and why it is right or wrong.")


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=300)
    answers = blocks.ListBlock(AnswerBlock(), label=_("Answers"), min_num=2, max_num=8)

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
