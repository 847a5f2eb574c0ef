"""The index follows what there is: at once where something must not be seen, after the commit for the rest."""

import pytest
from django.core.management import call_command
from django.db import connection

from core import bin
from core.models import BasePage
from events.models import Event
from members.models import Organization
from news.models import NewsPage
from search import checks
from search.models import Entry, Word
from search.rebuilding import behind, rebuild
from tests.factories.events import make_event
from tests.factories.members import make_organization
from tests.factories.news import make_news, translate
from tests.factories.owned import make_offer

pytestmark = pytest.mark.django_db


def audiences(kind="news"):
    return sorted(Entry.objects.filter(kind=kind).values_list("title", "audience"))


@pytest.fixture
def told(homes, django_capture_on_commit_callbacks):
    """What happens inside is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_publishing_is_enough(told, look):
    with told():
        page = make_news("Панаир")
    assert audiences() == [("Панаир", "public")]
    with told():
        page.title = "Събор"
        page.save_revision().publish()
    assert audiences() == [("Събор", "public")]
    assert Word.objects.get(word="събор").times == 1
    assert Word.objects.get(word="панаир").times == 0


def test_a_draft_of_something_published_changes_nothing(told):
    with told():
        page = make_news("Панаир")
    with told():
        page.title = "Тайна"
        page.save_revision()
    assert audiences() == [("Панаир", "public")]


@pytest.mark.database
@pytest.mark.parametrize("how", ["unpublish", "bin", "delete", "members", "section"])
def test_what_is_taken_away_is_hidden_before_anything_is_committed(homes, how, officer):
    page = make_news("Панаир")
    rebuild()
    page = NewsPage.objects.get(pk=page.pk)
    if how == "unpublish":
        page.unpublish()
    elif how == "bin":
        bin.put(page, officer)
    elif how == "section":
        bin.put(BasePage.objects.parent_of(page).first().specific, officer)
    elif how == "delete":
        page.delete()
    else:
        page.audience = "members"
        page.save_revision().publish()
    expected = {"delete": [], "members": [("Панаир", "members")]}
    assert audiences() == expected.get(how, [("Панаир", "editors")])
    rebuild()
    assert Word.objects.get(word="панаир").times == 0


def test_what_was_for_members_opens_only_with_the_commit(told):
    with told():
        page = make_news("Панаир", audience="members")
    page.audience = "public"
    page.save(clean=False, update_fields=["latest_revision"])
    assert audiences() == [("Панаир", "members")]
    with told():
        page.save_revision().publish()
    assert audiences() == [("Панаир", "public")]


def test_a_translation_is_for_the_readers_of_its_original(told):
    with told():
        page = make_news("Панаир")
        translate(page, title="Fair")
    page.refresh_from_db()
    page.audience = "members"
    with told():
        page.save_revision().publish()
        assert audiences() == [("Fair", "members"), ("Панаир", "members")]
    assert audiences() == [("Fair", "members"), ("Панаир", "members")]


def test_what_belongs_to_an_organisation_is_hidden_with_it(homes):
    organization = make_organization("НЧ Искра", slug="iskra")
    make_event("Събор", organization)
    make_offer(organization, "Търсим")
    rebuild()
    organization = Organization.objects.get(pk=organization.pk)
    organization.status = "applicant"
    organization.save()
    for kind in ("event", "offer", "organisation"):
        assert {audience for _title, audience in audiences(kind)} == {"editors"}


def test_a_new_name_of_an_organisation_stands_beside_all_that_is_its(told, look):
    organization = make_organization("НЧ „Зора“", "Zora", "zora")
    with told():
        make_event("Събор", organization, title_en="Fair")
        make_offer(organization, "Търсим", title_en="We seek")
        make_news("Новина", organization=organization)
    organization = Organization.objects.get(pk=organization.pk)
    organization.name_bg, organization.name_en = "НЧ „Изгрев“", "Sunrise"
    with told():
        organization.save_revision().publish()
    assert behind() == 0
    assert sorted(look("изгрев")) == ["НЧ „Изгрев“", "Новина", "Събор", "Търсим"]
    assert look("зора", exact="1") == []
    assert {"Fair", "We seek"} <= set(look("sunrise", "/en"))
    assert Entry.objects.get(kind="news").note == "НЧ „Изгрев“"


def test_renaming_a_section_moves_what_is_below_it(told, look):
    with told():
        page = make_news("Панаир")
    section = BasePage.objects.parent_of(page).first().specific
    with told():
        section.slug = "vesti"
        section.save_revision().publish()
    hit = look.answer("панаир").context["hits"][0]
    assert hit.url == f"/vesti/{page.slug}/"


def test_rebuilding_writes_only_what_changed_without_a_word(homes, capsys):
    first, _second = make_news("Първа"), make_news("Втора")
    assert rebuild() > 2
    assert behind() == 0
    NewsPage.objects.filter(pk=first.pk).update(live=False)
    Event.objects.all().delete()
    assert behind() == 1
    call_command("rebuild_search")
    assert audiences() == [("Втора", "public"), ("Първа", "editors")]
    before = set(Entry.objects.values_list("pk", flat=True))
    call_command("rebuild_search")
    assert set(Entry.objects.values_list("pk", flat=True)) == before
    NewsPage.objects.filter(pk=first.pk).delete()
    call_command("rebuild_search", "--everything")
    assert audiences() == [("Втора", "public")]
    assert before.isdisjoint(Entry.objects.values_list("pk", flat=True))


def test_the_office_is_told_when_the_search_is_behind(homes, monkeypatch):
    monkeypatch.setattr(checks, "FEW", 0)
    make_news("Панаир")
    assert checks.search_is_in_step(databases=["default"])[0].id == "search.W001"
    rebuild()
    assert checks.search_is_in_step(databases=["default"]) == []


@pytest.mark.database
def test_before_the_tables_are_made_nothing_is_looked_into(homes):
    """`manage.py migrate` makes the checks of the database first."""
    with connection.cursor() as cursor:
        for table in ("django_migrations", "search_entry"):
            cursor.execute(f"ALTER TABLE {table} RENAME TO not_yet_{table}")
    assert checks.search_is_in_step(databases=["default"]) == []
