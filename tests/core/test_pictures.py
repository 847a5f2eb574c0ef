import pytest
from django.template import Context, Template

from core.pictures import fetch
from core.renditions import prepare
from tests.factories.core import make_picture

pytestmark = pytest.mark.django_db


def show(tag: str, **context) -> str:
    return Template("{% load pictures %}" + tag).render(Context(context))


def test_a_picture_says_its_size_and_waits_unless_it_leads():
    image = make_picture(size=(1600, 1000))
    in_list = show('{% photo image "row" alt="" %}', image=image)
    assert 'width="320" height="320"' in in_list
    assert 'loading="lazy"' in in_list
    assert 'alt=""' in in_list
    lead = show('{% photo image "lead" lazy=False %}', image=image)
    assert 'width="1200" height="675"' in lead
    assert 'fetchpriority="high"' in lead
    assert "lazy" not in lead
    assert 'type="image/webp"' in lead
    assert 'alt="Рисунка: нива"' in lead


def test_a_small_picture_is_not_blown_up_nor_offered_twice():
    html = show('{% photo image "lead" %}', image=make_picture(size=(300, 200)))
    assert html.count("300w") == 1
    assert 'width="300" height="170"' in html


def test_a_damaged_original_leaves_no_hole_and_no_error():
    image = make_picture()
    with open(image.file.path, "wb") as file:
        file.write(b"not a picture any more")
    assert show('{% photo image "lead" %}{% picture_url image "lead" %}', image=image) == ""


def test_what_an_editor_wrote_for_this_place_is_said():
    image = make_picture(alt_bg="Рисунка: нива")
    image.contextual_alt_text, image.decorative = "Нивата на втората снимка", False
    assert 'alt="Нивата на втората снимка"' in show('{% photo image "text" %}', image=image)
    image.decorative = True
    assert 'alt=""' in show('{% photo image "text" %}', image=image)


def test_words_of_an_editor_cannot_leave_the_attribute():
    image = make_picture(alt_bg='"><script>alert(1)</script>')
    assert "<script>" not in show('{% photo image "text" %}', image=image)


def test_sizes_that_are_fetched_already_cost_no_query(django_assert_num_queries):
    image = make_picture()
    prepare(image)
    image = fetch({image.pk})[image.pk]
    with django_assert_num_queries(0):
        assert "320" in show('{% photo image "row" %}{% photo image "lead" %}', image=image)


def test_a_new_picture_has_its_sizes_before_the_first_reader(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = make_picture()
    assert image.renditions.filter(filter_spec__startswith="fill-320x320").count() == 2


def test_an_emblem_is_as_high_as_funders_ask():
    html = show("{% emblem image %}", image=make_picture(size=(600, 200)))
    assert 'width="168" height="56"' in html
    assert "loading" not in html
