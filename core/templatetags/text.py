"""Dates, numbers and texts in templates. An empty value gives an empty text."""

from django import template

from core import dates, nouns, numbers, typography

register = template.Library()


def _filter(name, function, **flags):
    register.filter(name, lambda value: "" if value in (None, "") else function(value), **flags)


_filter("day", dates.day)
_filter("day_time", dates.day_time)
_filter("clock", dates.clock)
_filter("month_name", dates.month_name)
_filter("short_month", dates.short_month)
_filter("month_year", dates.month_year)
_filter("file_size", numbers.file_size)
_filter("grouped", numbers.grouped)
_filter("reading_time", typography.reading_time)
_filter("without_end", lambda text: typography.without_end(str(text)))
_filter("hyphenated", lambda text: typography.hyphenated(str(text)), is_safe=True)
_filter("nbsp", lambda text: typography.nbsp(str(text)), is_safe=True)

register.simple_tag(dates.days)
register.simple_tag(dates.period)
register.simple_tag(nouns.counted)


@register.filter
def noun(n, key):
    """Give the noun alone, for a number set apart: `<b>{{ n }}</b> {{ n|noun:"reply" }}`."""
    return nouns.noun(n, key)


@register.filter
def excerpt(text, length=200):
    """Shorten a text to whole words."""
    return typography.excerpt(str(text or ""), length)
