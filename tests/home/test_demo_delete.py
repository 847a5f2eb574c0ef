"""What others made of the demo, or beside it, stays when the demo goes."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import PROTECT
from wagtail.models import ReferenceIndex

from core.actions import translate
from home.demo.keys import demo_pages
from home.demo.unused import NEEDED_BY
from members.models import Organization
from news.models import NewsPage
from tests.factories.members import make_user
from tests.factories.owned import make_practice


def test_whatever_needs_an_organisation_is_asked_after():
    needed = {relation.name for relation in Organization._meta.related_objects if relation.on_delete is PROTECT}
    assert needed <= set(NEEDED_BY)


def references() -> set:
    """What uses what."""
    ends = ("content_type", "object_id", "to_content_type", "to_object_id", "model_path")
    return set(ReferenceIndex.objects.values_list(*ends))


@pytest.mark.django_db
@pytest.mark.indexed
def test_a_practice_and_a_translation_by_somebody_else_stay(homes, settings):
    settings.DEBUG = True
    call_command("demo", stdout=StringIO())
    noted = references()
    call_command("rebuild_references_index", stdout=StringIO())
    assert references() == noted
    group = Organization.objects.filter(newsrooms=None, kind="lag").first()
    practice, officer = make_practice(group), make_user("svoya@example.org", is_superuser=True)
    news = demo_pages().filter(locale__language_code="bg", live=True, pk__in=NewsPage.objects.all())
    story = next(page for page in news if not page.get_translations().exists())
    text = translate(story, "en", officer)
    out = StringIO()
    call_command("demo", "--delete", stdout=out)
    practice.refresh_from_db()
    story.refresh_from_db()
    text.refresh_from_db()
    assert practice.organization == group and story.live and story.title in out.getvalue()
