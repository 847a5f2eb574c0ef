"""Takes the demo away again: only what it made, and nothing that other pages have come to need."""

from itertools import groupby

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Collection, Page, ReferenceIndex

from core import site_map
from core.models import BasePage, ContactRole, FundingRecord, PortalDocument, PortalImage
from home.demo import bulk, files
from home.demo.applications import remove_applications
from home.demo.courses import remove_courses
from home.demo.events import remove_events
from home.demo.keys import demo_pages
from home.demo.lags import remove_lags
from home.demo.learning import remove_learners
from home.demo.offers import remove_offers
from home.demo.organizations import remove_organizations
from home.demo.places import remove_places
from home.demo.practices import remove_practices
from home.demo.reading import entries
from home.demo.sections import clear_sections
from home.demo.tours import remove_tours
from home.demo.unused import unused
from members.models import Organization, User
from news import archive
from news.models import NewsPage, RubricPage


def remove(progress) -> list[str]:
    """Returns the names of what had to stay."""
    bulk.remove(progress)
    clear_sections()
    remove_tours()
    remove_courses()
    remove_events()
    remove_practices()
    remove_learners()
    kept = []
    for level in progress("levels", _by_level()):
        kept += _remove_pages(level)
    remove_applications()
    remove_offers()
    _remove_newsrooms()
    kept += _remove_records() + _remove_files()
    User.objects.filter(email__in=_emails()).delete()
    Group.objects.filter(
        name__in=[text["group"] for text in _texts("person") if "group" in text], user=None, permissions=None
    ).delete()
    remove_lags()
    remove_organizations()
    remove_places()
    site_map.forget()
    archive.forget()
    return kept


def _by_level() -> list[list[list[BasePage]]]:
    """The pages of the demo, each with its translation: news, then what they hang on, the deepest first."""
    pages = demo_pages().order_by("translation_key", "path")
    twins = [list(same) for _key, same in groupby(pages, lambda page: page.translation_key)]
    return [list(level) for _place, level in groupby(sorted(twins, key=_place), key=_place)]


def _place(twins: list[BasePage]) -> tuple[bool, int]:
    return twins[0].specific_class is not NewsPage, -twins[0].depth


@transaction.atomic
def _remove_pages(level: list[list[BasePage]]) -> list[str]:
    """All together, which takes a tenth of the queries that each by itself does; a page and its translation go or stay
    together, and stay if somebody else translated it. Returns the titles of what stays."""
    pks = [page.pk for twins in level for page in twins]
    above_others = Page.objects.filter(pk__in=pks, numchild__gt=0)
    with_news = RubricPage.objects.filter(pk__in=pks, news__isnull=False)
    of_others = Page.objects.filter(pk__in=pks, owner__isnull=False).exclude(owner__email__in=_emails())
    found = (above_others, with_news, of_others)
    needed = {key for pages in found for key in pages.values_list("translation_key", flat=True)}
    gone = Page.objects.filter(pk__in=pks).exclude(translation_key__in=needed)
    for page in gone.specific():
        log(instance=page, action="wagtail.delete", deleted=True)
    gone.delete()
    return [twins[0].title for twins in level if twins[0].translation_key in needed]


def _emails() -> list[str]:
    return [text.need("email") for text in _texts("person")]


def _remove_newsrooms() -> None:
    """Organisations whose newsroom is gone, with their groups and empty collections."""
    for text in _texts("newsroom"):
        for organization in unused(Organization.objects.filter(slug=text.need("slug_bg"))):
            groups, collection = [organization.editors_id, organization.trainers_id], organization.collection_id
            organization.delete()
            Group.objects.filter(pk__in=groups).delete()
            _remove_empty(Collection.objects.filter(pk=collection))


def _remove_records() -> list[str]:
    roles = ContactRole.objects.filter(slug__in=[text.need("key") for text in _texts("role")])
    funding = FundingRecord.objects.filter(name__in=[text.need("name") for text in _texts("funding")])
    return _remove_unused([*roles, *funding])


def _remove_files() -> list[str]:
    mine = {"collection__name": files.COLLECTION, "file_hash__in": files.known_hashes()}
    kept = _remove_unused([*PortalImage.objects.filter(**mine), *PortalDocument.objects.filter(**mine)])
    _remove_empty(Collection.objects.filter(name=files.COLLECTION, depth=2))
    return kept


def _remove_unused(things: list) -> list[str]:
    kept = []
    for thing in things:
        if ReferenceIndex.get_references_to(thing).exists():
            kept.append(str(thing))
        else:
            thing.delete()
    return kept


def _remove_empty(collections) -> None:
    for collection in collections:
        used = (PortalImage, PortalDocument)
        if not any(model.objects.filter(collection=collection).exists() for model in used):
            collection.delete()


def _texts(name: str) -> list:
    file = {"person": "people", "newsroom": "newsrooms", "role": "contact_roles", "funding": "funding"}[name]
    return list(entries(f"{file}.toml", name).values())
