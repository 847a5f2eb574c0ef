import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template

from core.blocks import BODY_BLOCKS, ButtonBlock, VideoBlock
from tests.factories.core import make_document, make_funding, make_picture, make_role
from tests.factories.news import make_news

ALL = [pytest.param(block, id=name) for name, block in BODY_BLOCKS]


@pytest.mark.parametrize("block", ALL)
def test_each_block_explains_itself_to_the_editor(block):
    assert block.meta.icon != "placeholder"
    assert block.label
    assert block.get_description()
    assert block.is_previewable
    assert get_template(block.meta.template)


@pytest.mark.django_db
@pytest.mark.parametrize("block", ALL)
def test_each_block_can_be_previewed_in_an_empty_portal(block):
    block.render(block.get_preview_value(), {"request": None})


@pytest.mark.django_db
@pytest.mark.indexed
def test_previews_show_what_readers_of_the_portal_have(homes):
    picture, document = make_picture(alt_bg="Рисунка: градина"), make_document(title="Присъствен списък")
    make_news(picture=picture, body=[("document", {"document": document, "title": ""})])
    make_role(title_bg="Счетоводител")
    make_funding(programme_bg="Програма за хората")
    shown = " ".join(block.render(block.get_preview_value(), {"request": None}) for _name, block in BODY_BLOCKS)
    for words in ("Рисунка: градина", "Присъствен списък", "Счетоводител", "Програма за хората"):
        assert words in shown


def test_a_video_from_elsewhere_is_refused_at_its_address():
    block = VideoBlock()
    value = block.to_python({"url": "https://example.org/film", "title": "Филм", "length": ""})
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert "url" in refused.value.block_errors


@pytest.mark.parametrize("url", ["", "https://example.org/"])
def test_a_button_leads_to_exactly_one_place(url):
    block = ButtonBlock()
    value = block.to_python({"text": "Запишете се", "page": None, "url": url})
    if url:
        assert block.clean(value)["url"] == url
    else:
        with pytest.raises(ValidationError):
            block.clean(value)
