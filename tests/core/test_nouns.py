import pytest
from django.template import Context, Template
from django.utils import translation


def render(source, language, n):
    with translation.override(language):
        return Template("{% load text %}" + source).render(Context({"n": n})).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("n", "key", "bulgarian", "english"),
    [
        (1, "project", "1 проект", "1 project"),
        (2, "project", "2 проекта", "2 projects"),
        (21, "project", "21 проекта", "21 projects"),
        (0, "document", "0 документа", "0 documents"),
        (5, "news_item", "5 новини", "5 news items"),
        (20, "participant", "20 участници", "20 participants"),
        (5, "member", "5 членове", "5 members"),
        (101, "reply", "101 отговора", "101 replies"),
        (12000, "person", "12 000 души", "12,000 people"),
    ],
)
def test_numbers_with_nouns(n, key, bulgarian, english):
    source = "{% counted n '" + key + "' %}"
    assert render(source, "bg", n) == bulgarian
    assert render(source, "en", n) == english


def test_noun_beside_a_number_in_bold():
    assert render('<b>{{ n }}</b> {{ n|noun:"reply" }}', "bg", 1) == "<b>1</b> отговор"
