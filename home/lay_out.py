"""The sections every portal has, in both languages, the rights and reviews that hang on them, and the provinces.

`manage.py lay_out` calls this on a new machine and after an update; what is there stays as it is.
"""

from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from core import site_map
from events.models import Event, EventIndexPage
from home.models import ContactPage, HomePage
from home.themes import lay_out_themes
from members.admission import permission
from members.models import DirectoryPage, JoinPage, Organization, PartnerOffer, PartnersPage
from members.provinces import lay_provinces
from news.models import NewsIndexPage, RubricIndexPage
from resources.models import Material, Practice, ResourceIndexPage

OFFICERS = "Редакция на мрежата"
REVIEW = "Преглед от редакцията на мрежата"
OFFICE_KEEPS = {
    "core": ["contactrole", "contactmessage", "fundingrecord", "translationrequest"],
    "members": [
        "organization",
        "application",
        "affiliation",
        "theme",
        "partneroffer",
        "offermessage",
        "partnership",
        "selfpublished",
        "agreedtexts",
    ],
    "events": ["event", "series", "registration", "attendee", "seat", "mailing", "tour", "touroffer"],
    "resources": [
        "material",
        "materialversion",
        "subtitles",
        "practice",
        "enrolment",
        "courseopinion",
        "coursecertificate",
    ],
    "search": ["askedquery", "promotion", "synonymgroup"],
}


@dataclass
class Planned:
    """A section: its class, and title and slug per language."""

    model: type
    bg: tuple[str, str]
    en: tuple[str, str]
    in_menu: bool = True


SECTIONS = [
    Planned(NewsIndexPage, ("Новини", "novini"), ("News", "news")),
    Planned(RubricIndexPage, ("Рубрики", "rubriki"), ("Topics", "topics")),
    Planned(EventIndexPage, ("Събития", "sabitia"), ("Events", "events")),
    Planned(ResourceIndexPage, ("Обучения", "obuchenia"), ("Training", "training")),
    Planned(DirectoryPage, ("Организации", "organizatsii"), ("Organisations", "organisations")),
    Planned(PartnersPage, ("Партньорства", "partnyorstva"), ("Partnerships", "partnerships")),
    Planned(JoinPage, ("Присъединяване", "prisaedinyavane"), ("Join", "join"), in_menu=False),
    Planned(ContactPage, ("Контакти", "kontakti"), ("Contacts", "contacts")),
]


@transaction.atomic
def lay_out() -> dict[str, HomePage]:
    """Returns the home pages by language."""
    homes = _homes()
    for planned in SECTIONS:
        _section(homes, planned)
    _officers(homes)
    _review(homes)
    lay_out_themes()
    _name_roots()
    lay_provinces()
    site_map.forget()
    return homes


def _homes() -> dict[str, HomePage]:
    homes = {}
    key = uuid4()
    root = Page.get_first_root_node()
    for code, title, slug, headline in (
        ("bg", "Начало", "home-bg", "Хората от малките места решават заедно"),
        ("en", "Home", "home-en", "People in small places decide together"),
    ):
        locale, _new = Locale.objects.get_or_create(language_code=code)
        home = HomePage.objects.filter(locale=locale, depth=2).first()
        if home is None:
            home = HomePage(
                title=title,
                slug=slug,
                headline=headline,
                locale=locale,
                translation_key=key,
                seo_title="Лидер мрежа",
            )
            root = Page.objects.get(pk=root.pk)
            root.add_child(instance=home)
            home.save_revision().publish()
        key = home.translation_key
        homes[code] = home
    _site(homes["bg"])
    return homes


def _site(home: HomePage) -> None:
    host, _, port = settings.BASE_URL.partition("://")[2].partition(":")
    standard = 443 if settings.BASE_URL.startswith("https") else 80
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": home,
            "hostname": host,
            "port": int(port or standard),
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    for welcome in Page.objects.filter(depth=2).exclude(pk__in=HomePage.objects.values("pk")):
        welcome.delete()


def _section(homes: dict[str, HomePage], planned: Planned) -> None:
    key = uuid4()
    for code in ("bg", "en"):
        parent = HomePage.objects.get(pk=homes[code].pk)
        section = planned.model.objects.child_of(parent).first()
        if section is None:
            title, slug = getattr(planned, code)
            section = planned.model(
                title=title,
                slug=slug,
                locale=parent.locale,
                show_in_menus=planned.in_menu,
                translation_key=key,
            )
            parent.add_child(instance=section)
            section.save_revision().publish()
        key = section.translation_key


def _officers(homes: dict[str, HomePage]) -> None:
    """The network's communications officers: everything editorial, at the two home pages."""
    group, _new = Group.objects.get_or_create(name=OFFICERS)
    for home in homes.values():
        for codename in (
            "add_page",
            "change_page",
            "publish_page",
            "lock_page",
            "unlock_page",
            "bulk_delete_page",
        ):
            GroupPagePermission.objects.get_or_create(
                group=group, page=home, permission=Permission.objects.get(codename=codename)
            )
    root = Collection.get_first_root_node()
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for verb in ("add", "change", "delete", "choose"):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission(app, f"{verb}_{model}")
            )
    group.permissions.add(
        permission("wagtailadmin", "access_admin"),
        *(
            right
            for app, models in OFFICE_KEEPS.items()
            for right in Permission.objects.filter(content_type__app_label=app, content_type__model__in=models)
        ),
        *Permission.objects.filter(content_type__app_label="wagtailredirects"),
        *Permission.objects.filter(content_type__app_label="members", content_type__model="affiliation"),
    )


def _review(homes: dict[str, HomePage]) -> None:
    """One review of the network hangs on both news sections, on profiles, offers and events."""
    group = Group.objects.get(name=OFFICERS)
    workflow, is_new = Workflow.objects.get_or_create(name=REVIEW, defaults={"active": True})
    if is_new:
        step = GroupApprovalTask.objects.create(name=REVIEW, active=True)
        step.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=0)
    for index in Page.objects.type(NewsIndexPage, ResourceIndexPage).filter(depth=3):
        WorkflowPage.objects.get_or_create(page_id=index.pk, defaults={"workflow": workflow})
    for kind in ContentType.objects.get_for_models(Organization, PartnerOffer, Event, Material, Practice).values():
        WorkflowContentType.objects.get_or_create(content_type=kind, defaults={"workflow": workflow})
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()


def _name_roots() -> None:
    """What Wagtail calls "Root" stands in menus and choosers."""
    Page.objects.filter(depth=1, title="Root").update(title="Портал", draft_title="Портал")
    Collection.objects.filter(depth=1, name="Root").update(name="Обща")
