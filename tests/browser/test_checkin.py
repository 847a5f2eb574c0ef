"""The entrance in a real browser: marks made without a line are kept, survive a reload, and are sent later, once."""

import pytest

from tests.browser import axe
from tests.browser.desk import log_in
from tests.browser.server import SENDS_AGAIN, line_cut
from tests.events.day import forum_part, held_event, register
from tests.factories.events import make_part
from tests.factories.members import make_editor

WAITING = "[data-waiting]"
HEADS = "[data-heads]"


@pytest.fixture(scope="module")
def event(portal):
    event = held_event("Форум на село", slug="forum-na-selo")
    part = forum_part(event)
    register(event, part, "Станислава Живкова")
    register(event, part, "Щерю Ъглев")
    make_editor(event.organization)
    return event


@pytest.fixture
def phone(browser, portal, event):
    context = browser.new_context(base_url=portal, locale="bg-BG", viewport={"width": 390, "height": 844})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(phone):
    page = phone.new_page()
    log_in(page, "tundzha@example.org")
    page.goto("/vhod/forum-na-selo/")
    page.wait_for_selector("[data-works-offline]:not([hidden])")
    return page


def mark(page, name):
    page.click(f".guest:has-text('{name}') [data-seat]")


def seats_that_came():
    from events.models import Seat

    return Seat.objects.filter(came_at__isnull=False).count()


def test_without_a_line_nothing_is_lost(phone, page):
    mark(page, "Живкова")
    page.wait_for_selector("[data-line]", state="hidden")
    assert page.inner_text(HEADS) == "1" and seats_that_came() == 1

    with line_cut(phone):
        mark(page, "Ъглев")
        page.click("summary")
        page.fill("#name", "Кмет на село")
        page.click("[data-walk-in] button")
        assert "2 отбелязвания" in page.inner_text(WAITING) and page.inner_text(HEADS) == "3"

        page.reload()  # the worker answers
        assert "Кмет на село" in page.inner_text("[data-list]")
        assert "2 отбелязвания" in page.inner_text(WAITING) and page.inner_text(HEADS) == "3"
        assert page.evaluate("getComputedStyle(document.querySelector('.door-bar')).display") == "grid"
        assert seats_that_came() == 1

    page.wait_for_selector("[data-line]", state="hidden", timeout=SENDS_AGAIN)
    assert seats_that_came() == 3
    page.reload()
    assert page.inner_text(HEADS) == "3" and page.locator(".guest [aria-pressed=true]").count() == 3


def test_the_list_is_gone_from_the_phone_after_the_log_out(phone, page):
    assert page.evaluate("caches.has('vhod')")
    page.goto("/accounts/logout/")
    page.click("main form [type=submit], main form button")
    page.wait_for_url(lambda address: "logout" not in address)
    page.wait_for_function("caches.has('vhod').then((there) => !there)")
    with line_cut(phone), pytest.raises(Exception, match="ERR_"):
        page.goto("/vhod/forum-na-selo/")


def test_search_and_code_at_the_door(page):
    page.fill("#q", "ъглев")
    assert page.locator(".guest:visible").count() == 1
    page.fill("#q", "")
    code = page.get_attribute(".guest:has-text('Живкова')", "data-code")
    page.fill("#code", code.lower())
    page.press("#code", "Enter")
    assert "Станислава Живкова" in page.inner_text("[data-verdict]")
    page.fill("#code", "NQMATAKA")
    page.press("#code", "Enter")
    assert "няма такъв код" in page.inner_text("[data-verdict]")


def test_axe_finds_nothing_on_the_day_and_afterwards(browser, portal, event):
    from events.certificates.giving import give
    from events.feedback.asking import ask_about
    from events.models import EventReport, OpinionAsked

    part = event.parts.first()
    register(event, part, "Ана Дошла", came=True)
    register(event, make_part(event, "Пресконференция"), "Ива Репортерова")
    give(event)
    ask_about(event)
    EventReport.objects.create(event=event, text_bg="<p>Разбрахме се.</p>", participants=3, is_published=True)
    wrong, look = {}, axe.Axe()
    context = axe.prepared(browser.new_context(base_url=portal, reduced_motion="reduce"))
    page = context.new_page()
    log_in(page, "tundzha@example.org")
    for path in (
        "/vhod/forum-na-selo/",
        "/sabitia/forum-na-selo/otchet/",
        f"/udostoverenie/{event.certificates.first().code}/",
        f"/mnenie/{OpinionAsked.objects.first().token}/",
    ):
        page.goto(path)
        if found := look.look_at(page, [*axe.LOOKS["bg"], *axe.LOOKS["en"]]):
            wrong[path] = found
    context.close()
    assert not wrong


def test_a_long_name_has_the_width_of_a_phone(phone, event):
    part = event.parts.first()
    make_part(event, "Пресконференция за национални и местни медии").seats.create(
        attendee=register(event, part, "Константина-Виктория Преображенска")[0].attendee, state="confirmed"
    )
    page = phone.new_page()
    log_in(page, "tundzha@example.org")
    page.goto("/vhod/forum-na-selo/")
    row = page.locator(".guest:has-text('Преображенска')")
    name, marks = row.locator("b").bounding_box(), row.locator(".marks").bounding_box()
    assert name["width"] > 330 and marks["y"] >= name["y"] + name["height"]
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
    assert page.locator(".guest b, .guest .btn").evaluate_all(wide) == []
    assert (
        page.locator("[data-walk-in]").evaluate(
            "form => form.compareDocumentPosition(document.querySelector('[data-list]'))"
        )
        & 4
    )
