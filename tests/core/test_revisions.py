"""What a text was yesterday, against what has changed around it since."""

import pytest

from core.models import FundingRecord
from news.models import NewsPage
from tests.factories.news import make_news


@pytest.fixture
def record(homes):
    return FundingRecord.objects.create(name="Договор 1", programme_bg="Програма", sentence_bg="С подкрепата на …")


def test_a_draft_with_a_deleted_funding_record_is_still_edited_and_published(client, officer, newsroom, record):
    page = make_news("Мостът", parent=newsroom)
    page.funding = record
    page.title = "Мостът е готов"
    page.save_revision()
    record.delete()
    client.force_login(officer)
    editor = client.get(f"/admin/pages/{page.pk}/edit/")
    assert editor.status_code == 200 and "Мостът е готов" in editor.content.decode()
    NewsPage.objects.get(pk=page.pk).latest_revision.publish()
    assert NewsPage.objects.get(pk=page.pk).funding is None


def test_a_draft_keeps_the_funding_record_that_waits_for_publishing(newsroom, record):
    page = make_news("Мостът", parent=newsroom)
    page.funding = record
    page.save_revision()
    assert NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().funding == record


def test_an_older_revision_neither_wipes_a_newer_column_nor_what_belongs_to_the_page(newsroom):
    page = make_news("Мостът", parent=newsroom)
    old = page.save_revision()
    del old.content["picture_credit"]  # as if the column had come later
    old.content["has_translation"] = True
    old.content["newsroom"] = None
    old.save()
    page.picture_credit = "МИГ – Тунджа"
    page.save_revision().publish()
    old.publish()
    page = NewsPage.objects.get(pk=page.pk)
    assert page.picture_credit == "МИГ – Тунджа"
    assert not page.has_translation and page.newsroom == newsroom
