"""How an organisation comes to the portal and what its people may do there: the whole story, with nothing set up for it
but the office and a stranger's draft."""

import re

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from core.forms import guarded
from core.models import OutgoingMail
from members.models import Application, Organization
from news.models import NewsPage, NewsroomPage
from tests.browser import desk
from tests.factories.members import PASSWORD, make_officer, make_organization
from tests.factories.news import make_news, make_newsroom, make_rubric

NAME = "Сдружение „Жива вода“"
APPLICANT, MANAGER = "zhiva-voda@example.net", "predsedatel@example.net"
SECRET = "ZEBRA chernova na drugi"
HEADLINE = "Чешмата отново тече"


@pytest.fixture
def person(browser, portal, monkeypatch):
    """Somebody with a browser of his or her own."""
    monkeypatch.setattr(guarded, "SECONDS_AT_LEAST", 0)

    def sits_down():
        return browser.new_context(base_url=portal, viewport={"width": 1280, "height": 900}).new_page()

    with override_settings(EMAIL_BACKEND="core.mail.OutboxBackend"):
        yield sits_down


def letter_to(address: str, part: str) -> str:
    """The link with this part in the newest letter to somebody."""
    for letter in OutgoingMail.objects.order_by("-pk"):
        if letter.to == [address] and (link := re.search(rf"https?://\S+{part}\S+", letter.text)):
            return link[0]
    raise AssertionError(f"No letter to {address} has a link with {part}.")


def apply(page):
    page.goto("/prisaedinyavane/")
    page.click("main a.btn.wheat")
    page.check("[name=kind][value=ngo]")
    page.fill("#id_name_bg", NAME)
    page.fill("#id_eik", "175074753")
    page.fill("#id_email", APPLICANT)
    page.click("main form button.btn:not([name])")
    expect(page.locator(".error-summary")).to_contain_text("Последната цифра не отговаря на останалите")
    expect(page.locator("#id_name_bg")).to_have_value(NAME)
    page.fill("#id_eik", "175074752")
    page.click("main form button.btn:not([name])")
    page.fill("#id_settlement", "с. Крушаре")
    page.fill("#id_phone", "046 123 456")
    page.fill("#id_summary_bg", "Пазим чешмите на селото.")
    page.click("main form button.btn:not([name])")
    page.fill("#id_people-0-name", "Председател")
    page.fill("#id_people-0-email", MANAGER)
    page.click("main form button.btn:not([name])")
    for consent in ("terms", "data"):
        page.check(f"[name={consent}]")
    page.click("main form button.btn:not([name])")
    expect(page.locator("main")).to_contain_text("175074752")
    page.click("main form .btn.wheat")
    expect(page.locator("main")).to_contain_text("потвърдете е-пощата")


def confirm(page):
    page.goto(letter_to(APPLICANT, "/potvardi/"))
    page.click("main form button")
    expect(page.locator("main")).not_to_contain_text("потвърдете е-пощата")


def approve(page):
    page.goto("/admin/members/application/?state=new")
    page.click(f"main a:has-text('{NAME}')")
    page.click("main form[action*='/approve/'] button")
    page.wait_for_url("**/inspect/*/")


def accept(page):
    page.goto(letter_to(MANAGER, "/pokana/"))
    page.fill("#id_password", PASSWORD)
    for consent in ("terms", "data", "adult"):
        page.check(f"[name={consent}]")
    page.locator("main form:has(#id_password) button").first.click()
    page.wait_for_url("**/accounts/profile/")


def edit_profile(page, organization):
    page.goto(f"/admin/snippets/members/organization/edit/{organization.pk}/")
    page.fill("#id_summary_bg", "Пазим и обновяваме чешмите на селото.")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("footer [name=action-submit]").first.click()
    page.wait_for_url("**/organization/")


def approve_profile(page, organization):
    page.goto(f"/admin/snippets/members/organization/edit/{organization.pk}/")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("footer [data-workflow-action-name=approve]").first.click()
    page.wait_for_url("**/organization/")


def write(page, newsroom):
    page.goto(f"/admin/pages/add/news/newspage/{newsroom.pk}/")
    page.fill("#id_title", HEADLINE)
    page.fill("#id_summary", "След три години.")
    page.check("[name=rubrics]")
    desk.press(page, "action-submit")


def assert_refused(page, draft, newsroom):
    """None of the ways in shows a word of the draft."""
    pk, room, index = draft.pk, newsroom.pk, newsroom.get_parent().pk
    ways = [
        f"/admin/pages/{pk}/{view}/" for view in ("edit", "history", "usage", "copy", "move", "delete", "view_draft")
    ]
    ways += [
        f"/admin/pages/{room}/", f"/admin/pages/{index}/", f"/admin/pages/{pk}/", "/admin/", "/admin/reports/workflow/",
        "/admin/pages/search/?q=ZEBRA", "/admin/choose-page/search/?q=ZEBRA", f"/admin/choose-page/{room}/",
        f"/admin/choose-page/chosen-multiple/?id={pk}", f"/admin/bulk/wagtailcore/page/delete/?id={pk}",
        "/admin/pages/usage/news/newspage/?q=ZEBRA", f"/admin/zapochni-ot/{pk}/", f"/admin/prevod/{pk}/",
        f"/admin/api/main/pages/{pk}/", f"/admin/api/main/pages/?child_of={room}&for_explorer=1",
        f"/admin/pages/{pk}/revisions/{draft.latest_revision_id}/view/", "/tarsene/?q=ZEBRA", draft.url,
    ]  # fmt: skip
    shown = [way for way in ways if "chernova na drugi" in page.request.get(way).text()]
    assert not shown


def test_from_the_application_to_the_first_news(person):
    make_rubric()
    stranger = make_newsroom(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"))
    draft = make_news(SECRET, stranger, live=False)
    applies, decides, reads = person(), person(), person()
    desk.log_in(decides, make_officer().email)

    apply(applies)
    confirm(applies)
    approve(decides)
    application = Application.objects.get()
    assert application.email_confirmed_at and application.state == "approved"
    organization = Organization.objects.get(eik="175074752")
    reads.goto(f"/novini/{organization.slug}/")
    expect(reads.locator("h1")).to_have_text(NAME)

    works = person()
    accept(works)
    edit_profile(works, organization)
    approve_profile(decides, organization)
    reads.goto(f"/organizatsii/{organization.slug}/")
    expect(reads.locator("main")).to_contain_text("Пазим и обновяваме чешмите на селото.")

    newsroom = NewsroomPage.objects.get(organization=organization, locale__language_code="bg")
    write(works, newsroom)
    assert not NewsPage.objects.get(title=HEADLINE).live
    desk.open_from(decides, "/admin/", HEADLINE)
    desk.press(decides, "approve")
    reads.goto(f"/novini/{organization.slug}/")
    expect(reads.locator("main article")).to_contain_text(HEADLINE)

    assert_refused(works, draft, stranger)
