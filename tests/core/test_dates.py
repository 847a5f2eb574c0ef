import datetime as dt

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import get_format

from core import dates

D = dt.date
UTC = dt.UTC


def render(source, language="bg", **context):
    with translation.override(language):
        return Template("{% load text %}" + source).render(Context(context)).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("language", "written"),
    [("bg", "24 май 2026~г."), ("en", "24 May 2026")],
)
def test_our_filter_djangos_filter_and_a_bare_value_agree(language, written):
    day = D(2026, 5, 24)
    assert render("{{ d|day }}", language, d=day) == written
    assert render("{{ d|date }}", language, d=day) == written
    assert render("{{ d }}", language, d=day) == written


def test_months_are_written_small_in_bulgarian():
    assert render('{{ d|date:"F" }} {{ d|month_name }} {{ d|short_month }}', d=D(2026, 11, 3)) == (
        "ноември ноември ноем."
    )
    assert render("{{ n|month_name }} {{ n|short_month }}", "en", n=11) == "November Nov."
    assert render("{{ d|month_year }}", d=D(2026, 11, 3)) == "ноември 2026~г."


def test_an_empty_date_leaves_no_trace():
    assert render("[{{ d|day }}{{ d|day_time }}{{ d|month_name }}]", d=None) == "[]"


@pytest.mark.parametrize(
    ("start", "end", "bulgarian", "english"),
    [
        (D(2026, 5, 18), D(2026, 5, 19), "18~– 19 май 2026~г.", "18~– 19 May 2026"),
        (D(2026, 5, 30), D(2026, 6, 2), "30 май~– 2 юни 2026~г.", "30 May~– 2 June 2026"),
        (
            D(2026, 12, 30),
            D(2027, 1, 2),
            "30 декември 2026~г.~– 2 януари 2027~г.",
            "30 December 2026~– 2 January 2027",
        ),
        (D(2026, 5, 18), D(2026, 5, 18), "18 май 2026~г.", "18 May 2026"),
        (D(2026, 5, 18), None, "18 май 2026~г.", "18 May 2026"),
    ],
)
def test_periods_say_only_once_what_their_ends_share(start, end, bulgarian, english):
    assert render("{% days start end %}", "bg", start=start, end=end) == bulgarian
    assert render("{% days start end %}", "en", start=start, end=end) == english


def test_hours():
    start, end = dt.datetime(2026, 5, 24, 7, 5, tzinfo=UTC), dt.datetime(2026, 5, 24, 9, 30, tzinfo=UTC)
    assert render("{% period a b %}", a=start, b=end) == "24 май 2026~г., 10:05–12:30"
    assert render("{% period a None %}", "en", a=start) == "24 May 2026, 10:05"
    assert render("{{ a|clock }}", a=start) == "10:05"


@pytest.mark.parametrize(
    ("utc", "sofia"),
    [
        (dt.datetime(2026, 12, 31, 22, 30, tzinfo=UTC), "1 януари 2027~г., 0:30"),
        (dt.datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "28 март 2027~г., 2:59"),
        (dt.datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "28 март 2027~г., 4:00"),
        (dt.datetime(2027, 10, 31, 1, 0, tzinfo=UTC), "31 октомври 2027~г., 3:00"),
    ],
)
def test_the_clock_is_the_one_on_a_bulgarian_wall(utc, sofia):
    assert render("{{ d|day_time }}", d=utc) == sofia
    assert dates.in_sofia(utc).date().isoformat() == dates.in_sofia(utc).isoformat()[:10]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_week_starts_on_monday(language):
    assert get_format("FIRST_DAY_OF_WEEK", language) == 1


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("typed", ["24.05.2026", "24.5.2026", "24/05/2026", "2026-05-24"])
def test_forms_take_what_people_type(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == D(2026, 5, 24)
