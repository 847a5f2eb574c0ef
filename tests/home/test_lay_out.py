"""The sections, rights and review of a new portal; laying out again changes nothing."""

import pytest
from wagtail.models import Collection, Page, Site, Task, Workflow, WorkflowPage

from core.models import BasePage
from home.lay_out import lay_out
from news.models import NewsIndexPage
from resources.models import ResourceIndexPage

pytestmark = pytest.mark.django_db


def test_a_portal_has_its_sections_in_both_languages_once(homes):
    lay_out()
    lay_out()
    addresses = set(BasePage.objects.live().filter(depth__lte=3).values_list("url_path", flat=True))
    assert len(addresses) == BasePage.objects.filter(depth__lte=3).count() == 18
    assert Site.objects.get().root_page_id == homes["bg"].pk
    for page in BasePage.objects.filter(depth=3, locale__language_code="bg"):
        assert BasePage.objects.filter(translation_key=page.translation_key).count() == 2


def test_one_review_hangs_on_the_sections_of_news_and_training(homes):
    lay_out()
    workflow = Workflow.objects.get()
    assert Task.objects.count() == 1
    hung = set(WorkflowPage.objects.filter(workflow=workflow).values_list("page_id", flat=True))
    assert hung == {page.pk for model in (NewsIndexPage, ResourceIndexPage) for page in model.objects.all()}


def test_nothing_is_called_root(homes):
    lay_out()
    assert not Page.objects.filter(title="Root").exists()
    assert not Collection.objects.filter(name="Root").exists()
