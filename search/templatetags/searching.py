from django import template

from core.nouns import counted

register = template.Library()


@register.simple_tag
def chosen(choices, name, value):
    """The address of the same search with another value of one filter."""
    return choices.address(**{name: value})


@register.filter
def results_in_words(number):
    return counted(number, "result")
