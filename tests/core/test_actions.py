"""A page that is born published is as if somebody had added a draft and published it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, PageLogEntry
from wagtail.signals import page_published

from core.actions import add_published, publish_as_it_is
from members.models import Organization
from news.models import NewsPage
from tests.factories.news import make_rubric

pytestmark = pytest.mark.django_db
OF_ITS_OWN = {
    "id",
    "page_ptr",
    "basepage_ptr",
    "path",
    "slug",
    "url_path",
    "translation_key",
    "latest_revision_created_at",
}
OF_THE_MOMENT = {"live_revision", "latest_revision", "first_published_at", "last_published_at", "published_on"}


def make(slug, **fields) -> NewsPage:
    page = NewsPage(title="Панаир в с. Веселиново", slug=slug, summary="Кратко.", **fields)
    page.rubrics = [make_rubric()]
    return page


def told(page) -> dict:
    """All that stands in its row, by field, but what is its own; moments as whether there is one."""
    page = NewsPage.objects.get(pk=page.pk)
    fields = {field.name: getattr(page, field.attname) for field in page._meta.concrete_fields}
    fields |= {name: bool(fields[name]) for name in OF_THE_MOMENT} | {"rubrics": list(page.rubrics.all())}
    fields |= {"versions": page.revisions.count(), "newest is live": page.live_revision == page.latest_revision}
    fields |= {f"{name} in it": page.latest_revision.content[name] for name in ("title", "rubrics")}
    entries = PageLogEntry.objects.filter(page=page).order_by("timestamp")
    fields["history"] = [(entry.action, bool(entry.revision_id), entry.content_changed) for entry in entries]
    return {name: value for name, value in fields.items() if name not in OF_ITS_OWN}


def test_nothing_tells_it_from_one_that_was_published(newsroom):
    heard = []

    def hear(**kwargs):
        heard.append((kwargs["sender"], kwargs["instance"].slug, kwargs["revision"].pk))

    page_published.connect(hear, sender=NewsPage)
    try:
        born = add_published(make("rodena"), newsroom)
        published = make("izdadena", live=False)
        newsroom.add_child(instance=published)
        published.save_revision().publish()
    finally:
        page_published.disconnect(hear, sender=NewsPage)
    assert told(born) == told(published)
    assert [(sender, slug) for sender, slug, _revision in heard] == [(NewsPage, "rodena"), (NewsPage, "izdadena")]
    assert heard[0][2] == born.live_revision_id


def test_the_original_learns_of_a_translation_that_is_born_published(homes, newsroom):
    original = add_published(make("novina"), newsroom)
    place = newsroom.get_translations().get(locale__language_code="en")
    english = Locale.objects.get(language_code="en")
    add_published(make("news", locale=english, translation_key=original.translation_key), place)
    original.refresh_from_db()
    assert original.has_translation


def test_a_draft_that_is_published_as_it_is_is_as_one_that_went_through_its_version(newsroom):
    as_it_is, published = make("rodena", live=False), make("izdadena", live=False)
    for page in (as_it_is, published):
        newsroom.add_child(instance=page)
    publish_as_it_is(as_it_is)
    published.save_revision().publish()
    assert told(as_it_is) == told(published)


def test_a_record_is_published_as_it_is(db):
    organization = Organization(name_bg="Читалище „Светлина“", slug="svetlina", live=False)
    publish_as_it_is(organization)
    organization.refresh_from_db()
    assert organization.live and organization.first_published_at and not organization.has_unpublished_changes
    assert organization.live_revision == organization.latest_revision == organization.revisions.get()
    assert ModelLogEntry.objects.for_instance(organization).get().action == "wagtail.publish"


def test_what_is_to_be_published_later_is_refused(newsroom):
    with pytest.raises(ValueError, match="later"):
        add_published(make("po-kasno", go_live_at=timezone.now() + timedelta(days=1)), newsroom)
    assert not NewsPage.objects.filter(slug="po-kasno").exists()
