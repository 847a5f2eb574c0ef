"""What no form of ours sends, only somebody who tampers with one: refused with a plain 400 instead of an error."""

import re

from django.core.exceptions import BadRequest
from django.forms import ModelChoiceField, Textarea, TextInput
from wagtail.blocks import StreamBlock

TYPED = (TextInput, Textarea)  # names, not keys
KEY = re.compile("[0-9]{1,18}")


class SentBlocks(StreamBlock):
    """Wagtail counts and looks up what was sent as if it had sent it itself."""

    def value_from_datadict(self, data, files, prefix):
        try:
            return super().value_from_datadict(data, files, prefix)
        except (LookupError, ValueError, TypeError, OverflowError) as error:
            raise BadRequest(f"{prefix}: {error}") from error


def refuse_strange_keys(form) -> None:
    """Choosers look up what was sent to show it again."""
    for name, field in form.fields.items() if form.is_bound else ():
        if isinstance(field, ModelChoiceField) and not isinstance(field.widget, TYPED):
            sent = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
            for key in sent if isinstance(sent, list) else [sent]:
                if key and not KEY.fullmatch(str(key)):
                    raise BadRequest(f"{name}: {key!r}")
