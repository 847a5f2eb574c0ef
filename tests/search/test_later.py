"""What is saved while the index is to be made right afterwards."""

import pytest

from core.findable import written_later
from search.models import Entry
from search.rebuilding import rebuild
from tests.factories.news import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def test_nothing_is_written_by_itself_but_hidden_at_once(newsroom, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        shown = make_news("Показана", newsroom)
    entries = Entry.objects.filter(kind="news")
    assert entries.get(thing=shown.pk).audience == "public"
    with django_capture_on_commit_callbacks(execute=True), written_later():
        later = make_news("По-късно", newsroom)
        shown.unpublish()
    assert entries.get(thing=shown.pk).audience == "editors"
    assert not entries.filter(thing=later.pk).exists()
    rebuild()
    assert entries.get(thing=later.pk).audience == "public"
