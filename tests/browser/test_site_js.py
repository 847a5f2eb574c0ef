"""What the script of the site makes handier, and that nothing needs it."""

import pytest
from playwright.sync_api import expect

from tests.factories.core import make_picture
from tests.factories.news import make_news


@pytest.fixture(scope="module")
def story(portal) -> str:
    """The address of a news item with a film, a gallery and an e-mail address in it."""
    pictures = [{"image": make_picture(), "caption": f"Снимка {number}"} for number in range(2)]
    body = [
        ("text", "<p>Пишете на pokani@example.org до петък.</p>"),
        ("gallery", {"pictures": pictures}),
        ("video", {"url": "https://youtu.be/abcDEF12_-9", "title": "Първи стъпки", "length": "12:40"}),
    ]
    return make_news("С всичко по малко", body=body).url


@pytest.fixture
def phone(browser, portal):
    context = browser.new_context(
        base_url=portal, viewport={"width": 360, "height": 700}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(phone, story):
    phone.goto("/")
    menu, button = phone.locator("nav.main"), phone.locator(".menu-button")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Enter")
    expect(menu).to_be_hidden()


def test_without_javascript_everything_is_there(browser, portal, story):
    context = browser.new_context(base_url=portal, viewport={"width": 360, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(story)
    expect(page.locator("nav.main")).to_be_visible()
    expect(page.locator("a.play")).to_have_attribute("href", "https://youtu.be/abcDEF12_-9")
    page.locator("main .mail-reveal").click()
    page.locator("main form button").click()
    expect(page.locator("main a[href='mailto:pokani@example.org']")).to_be_visible()
    context.close()


def test_an_address_appears_in_its_place_and_keeps_the_focus(phone, story):
    phone.goto(story)
    assert "pokani@" not in phone.content()
    phone.locator("main .mail-reveal").focus()
    phone.keyboard.press("Enter")
    shown = phone.locator("main a[href='mailto:pokani@example.org']")
    expect(shown).to_be_focused()
    expect(phone.locator("#status")).to_have_text("pokani@example.org")
    assert phone.url.endswith(story)


def test_the_link_is_copied_and_said_to_be(phone, story):
    phone.goto(f"{story}#main")
    button = phone.locator("[data-do=copy]")
    button.click()
    said = button.get_attribute("data-said")
    expect(button).to_contain_text(said)
    expect(phone.locator("#status")).to_have_text(said)
    assert phone.evaluate("navigator.clipboard.readText()") == phone.url.partition("#")[0]


def test_a_picture_of_a_gallery_grows_and_gives_the_focus_back(phone, story):
    phone.goto(story)
    link = phone.locator("[data-enlarge]").first
    link.click()
    large = phone.locator("dialog[open]")
    expect(large.locator("img")).to_have_attribute("alt", "Рисунка: нива")
    expect(large).to_contain_text("Снимка 0")
    phone.keyboard.press("Escape")
    expect(phone.locator("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_a_film_asks_nobody_before_the_click(phone, story):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="film"))
    phone.goto(story)
    assert not [url for url in asked if "youtube" in url]
    phone.locator("a.play").click()
    frame = phone.locator("iframe")
    expect(frame).to_have_attribute("src", "https://www.youtube-nocookie.com/embed/abcDEF12_-9?autoplay=1")
    expect(frame).to_have_attribute("title", "Първи стъпки")


def test_a_form_with_mistakes_begins_with_their_list(phone, portal, story):
    from tests.factories.core import make_role

    phone.goto(make_role().get_absolute_url())
    phone.locator("main form button").click()
    summary = phone.locator(".error-summary")
    expect(summary).to_be_focused()
    summary.locator("a").first.click()
    expect(phone.locator("#id_name")).to_be_focused()
