from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000
MARKS = [
    (5, _("5 – very useful")),
    (4, _("4 – useful")),
    (3, _("3 – as I expected")),
    (2, _("2 – of little use")),
    (1, _("1 – of no use")),
]


class OpinionForm(forms.Form):
    """Three questions; the answers go on without the person."""

    useful = forms.TypedChoiceField(
        label=_("How useful was it for you?"), choices=MARKS, coerce=int, widget=forms.RadioSelect
    )
    good = forms.CharField(label=_("What was good?"), max_length=LONGEST, required=False, widget=forms.Textarea)
    change = forms.CharField(
        label=_("What should change?"), max_length=LONGEST, required=False, widget=forms.Textarea,
        help_text=_("Please write no names: the host reads this word for word."),
    )  # fmt: skip
