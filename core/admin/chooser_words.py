"""“Choose organisation”, “Edit this theme”: Wagtail puts these words together once, in the language of whoever opened
the first form; here they are put together each time they are read."""

from django.utils.functional import lazystr
from django.utils.translation import gettext
from wagtail.snippets.widgets import AdminSnippetChooser

WORDS = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}


class Words:
    def __init__(self, pattern: str, model):
        self.pattern, self.model = pattern, model

    def __str__(self):
        return gettext(self.pattern) % {"object": self.model._meta.verbose_name}


def _begin(self, model, **kwargs):
    _begin_once(self, model, **kwargs)
    for name in WORDS.keys() - kwargs.keys():
        setattr(self, name, lazystr(Words(WORDS[name], model)))


_begin_once = AdminSnippetChooser.__init__
AdminSnippetChooser.__init__ = _begin
