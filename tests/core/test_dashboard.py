"""The first page of the admin, its menus and reports: for each person what she may and needs to do."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu

from core.models import BasePage, ContactMessage, OutgoingMail, TranslationRequest
from home.models import ProjectPage, StandardPage
from news.models import NewsPage
from tests.factories.core import make_funding
from tests.factories.members import make_admin, make_organization
from tests.factories.news import make_news, make_newsroom, publish, translate

pytestmark = pytest.mark.django_db


def open_admin(client, person):
    client.force_login(person)
    answer = client.get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    return answer.content.decode()


def names(menu, rf, person):
    request = rf.get("/admin/")
    request.user = person
    return {item.name for item in menu.menu_items_for_request(request)}


def test_an_editor_sees_only_what_she_uses(rf, editor):
    kinds = (
        "organization",
        "partneroffer",
        "partnership",
        "answers",
        "event",
        "seats",
        "material",
        "practice",
        "learners",
    )
    own = {"training", *(f"own-{name}" for name in kinds)}
    assert names(admin_menu, rf, editor) == {"explorer", "images", "documents", "bin", "reports", "help"} | own
    assert names(reports_menu, rf, editor) == {"asked_translations", "workflows"}
    assert names(settings_menu, rf, editor) == set()


def test_the_officer_has_the_office_as_well(rf, officer):
    assert "office" in names(admin_menu, rf, officer)
    assert {"asked_translations", "without_funding", "site-history"} <= names(reports_menu, rf, officer)


def test_my_drafts_are_mine_not_published_not_sent_and_not_in_the_bin(client, editor, officer, newsroom):
    for title, owner in (("Moya chernova", editor), ("Chuzhda chernova", officer), ("Iztrita", editor)):
        page = make_news(title, parent=newsroom, live=False)
        page.save_revision(user=owner)
    sent = make_news("Izpratena za pregled", parent=newsroom, live=False)
    sent.save_revision(user=editor)
    sent.get_workflow().start(sent, editor)
    published = make_news("Izdadena", parent=newsroom)
    published.save_revision(user=editor).publish(user=officer)
    client.force_login(editor)
    client.post(reverse("wagtailadmin_pages:delete", args=[NewsPage.objects.get(title="Iztrita").pk]))
    client.get(reverse("bin:index"))
    text = open_admin(client, editor).partition('id="my-drafts')[2].partition("</table>")[0]
    assert "Moya chernova" in text
    assert not any(title in text for title in ("Chuzhda chernova", "Iztrita", "Izdadena", "Izpratena"))


def test_what_waits_in_the_office_is_counted_for_the_office_alone(client, officer, editor):
    ContactMessage.objects.create(key="1", name="И", email="i@example.net", text="Т", language="bg")
    ContactMessage.objects.create(
        key="2", name="И", email="i@example.net", text="Т", language="bg", answered_at=timezone.now()
    )
    OutgoingMail.objects.create(key="1", sender="a@example.org", to=["b@example.org"], subject="С", text="Т")
    messages, letters = "/admin/core/contactmessage/?answered=no", "/admin/core/outgoingmail/?state=waiting"
    assert messages in open_admin(client, officer)
    assert letters in open_admin(client, make_admin())
    text = open_admin(client, editor)
    assert messages not in text and letters not in text


def test_the_most_asked_for_translations_come_first(client, officer, editor, newsroom):
    elsewhere = make_newsroom(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"))
    few, many = make_news("Po-malko", parent=newsroom), make_news("Po-chesto", parent=newsroom)
    done, theirs = make_news("Prevedena", parent=newsroom), make_news("Na-Popovo", parent=elsewhere)
    translate(done)
    for page, count in ((few, 2), (many, 9), (done, 99), (theirs, 5)):
        TranslationRequest.objects.create(page=page.basepage_ptr, language="en", count=count)
    client.force_login(officer)
    text = client.get(reverse("asked_translations")).content.decode()
    assert text.index("Po-chesto") < text.index("Na-Popovo") < text.index("Po-malko")
    assert "Prevedena" not in text
    assert reverse("translate_page", args=[many.pk]) in text
    client.force_login(editor)
    own = client.get(reverse("asked_translations")).content.decode()
    assert "Po-chesto" in own and "Na-Popovo" not in own


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_reports_are_exported(client, officer, newsroom, kind):
    page = make_news("=cmd()", parent=newsroom)
    TranslationRequest.objects.create(page=page.basepage_ptr, language="en", count=2)
    client.force_login(officer)
    sheet = b"".join(client.get(reverse("asked_translations") + f"?export={kind}").streaming_content)
    assert sheet
    if kind == "csv":
        assert "'=cmd()" in sheet.decode()


def test_project_pages_without_a_funder(client, officer, homes):
    home = homes["bg"]
    BasePage.objects.filter(pk=home.pk).update(funding=make_funding("Порталът"))
    bare = publish(ProjectPage(title="Bez zapis", slug="bez"), home)
    publish(StandardPage(title="Pod bez zapis", slug="pod-bez"), bare)
    publish(StandardPage(title="Sas svoy zapis", slug="svoy", funding=make_funding("А")), bare)
    paid = publish(ProjectPage(title="Platen", slug="platen", funding=make_funding("Б")), home)
    publish(StandardPage(title="Pod platen", slug="pod-platen"), paid)
    publish(StandardPage(title="Izvan proekt", slug="izvan"), home)
    client.force_login(officer)
    text = client.get(reverse("without_funding")).content.decode()
    assert "Bez zapis" in text and "Pod bez zapis" in text
    assert not any(title in text for title in ("Sas svoy zapis", "Platen", "Pod platen", "Izvan proekt"))


def test_the_audience_is_shown_instead_of_privacy(client, officer):
    page = make_news(audience="members")
    client.force_login(officer)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("wagtailadmin_pages:set_privacy", args=[page.pk]) not in text
    assert text.count(str(page.get_audience_display())) > 1, "in the field and in the side panel"
