"""Newsrooms, rubrics and news for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone
from wagtail.models import Locale

from core.actions import add_published
from members.admission import admit
from news.models import NewsIndexPage, NewsPage, NewsroomPage, RubricIndexPage, RubricPage
from tests.factories.members import make_organization

_number = count(1)


def make_newsroom(organization=None) -> NewsroomPage:
    organization = organization or make_organization()
    admit(organization)
    return NewsroomPage.objects.get(organization=organization, locale__language_code="bg")


def make_rubric(title="Покани", slug="pokani", **fields) -> RubricPage:
    found = RubricPage.objects.filter(slug=slug, locale__language_code="bg").first()
    return found or publish(RubricPage(title=title, slug=slug, **fields), index_of(RubricIndexPage))


def make_news(title="", parent=None, *, live=True, days_ago=0, rubrics=None, **fields) -> NewsPage:
    number = next(_number)
    page = NewsPage(
        **{
            "title": title or f"Новина {number}",
            "slug": f"novina-{number}",
            "summary": "Кратко за какво става дума.",
            "display_date": timezone.localdate() - timedelta(days=days_ago),
        }
        | fields
    )
    page.rubrics = rubrics if rubrics is not None else [make_rubric()]
    parent = parent or index_of(NewsIndexPage)
    return publish(page, parent) if live else add(page, parent)


def translate(page, *, live=True, **fields):
    """The English text of a page, as the Translate button makes it."""
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"))
    for name, value in fields.items():
        setattr(twin, name, value)
    revision = twin.save_revision()
    if live:
        revision.publish()
    twin.refresh_from_db()
    page.refresh_from_db()
    return twin


def index_of(model, code="bg"):
    return model.objects.get(locale__language_code=code, depth=3)


def add(page, parent):
    parent = type(parent).objects.get(pk=parent.pk)
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    page.save_revision()
    return page


def publish(page, parent):
    page.locale = parent.locale
    add_published(page, type(parent).objects.get(pk=parent.pk))
    page.refresh_from_db()
    return page
