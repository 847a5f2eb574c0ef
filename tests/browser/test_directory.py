"""The directory and the field for a settlement: while somebody types, by keyboard, and without any script."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.directory import fill_directory


@pytest.fixture(scope="module")
def directory(portal):
    fill_directory("bg")


@pytest.fixture
def plain(browser, portal):
    context = browser.new_context(base_url=portal, java_script_enabled=False, viewport={"width": 360, "height": 700})
    yield context.new_page()
    context.close()


def test_the_list_answers_while_a_reader_types(page, directory):
    page.goto("/organizatsii/")
    page.get_by_label("Дума или населено място").press_sequentially("тундж")
    expect(page.locator("#res")).to_have_text(re.compile("Намерена е 1"))
    expect(page.locator(".org-row")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?q=%D1%82"))
    expect(page.locator("#status")).to_have_text(re.compile("Намерена е 1"))
    expect(page.locator("#n-kind-lag")).to_have_text("(1)")
    expect(page.get_by_label("Дума или населено място")).to_be_focused()
    page.reload()
    expect(page.locator(".org-row")).to_have_count(1)


def test_boxes_narrow_at_once_and_back_undoes_it(page, directory):
    page.goto("/organizatsii/")
    before = page.locator("#res").inner_text()
    page.get_by_role("checkbox", name=re.compile("Читалище")).check()
    expect(page).to_have_url(re.compile(r"\?kind=chitalishte"))
    expect(page.locator("#res")).not_to_have_text(before)
    page.go_back()
    expect(page.locator("#res")).to_have_text(before)
    expect(page.get_by_role("checkbox", name=re.compile("Читалище"))).not_to_be_checked()


def test_the_map_stays_a_map_while_filters_change(page, directory):
    page.goto("/organizatsii/karta/")
    page.get_by_label("Област", exact=True).select_option("BG343")
    expect(page).to_have_url(re.compile(r"/karta/\?.*province=BG343"))
    expect(page.locator(".bg-map")).not_to_have_attribute("viewBox", "0 0 760 507")


def test_provinces_of_the_map_are_reached_by_keyboard(page, directory):
    page.goto("/organizatsii/karta/")
    province = page.get_by_role("link", name=re.compile("^Ямбол: "))
    province.focus()
    expect(province).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("province=BG343"))


@pytest.mark.parametrize("address", ["/", "/organizatsii/namerete/"])
def test_suggestions_by_keyboard(page, directory, address):
    page.goto(address)
    field = page.locator("#place")
    expect(field).to_have_attribute("role", "combobox")
    field.press_sequentially("kru6")
    option = page.get_by_role("option", name=re.compile("с. Крушаре"))
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#status")).to_have_text(re.compile("Подсказки: 1"))
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "place-0")
    page.keyboard.press("Escape")
    expect(option).to_be_hidden()
    field.press_sequentially("a")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".answer h2")).to_have_text("с. Крушаре")


def test_a_suggestion_is_clicked(page, directory):
    page.goto("/")
    page.locator("#place").press_sequentially("tenev")
    expect(page.get_by_role("option")).to_have_count(2)
    page.get_by_role("option").first.click()
    expect(page.locator(".answer h2")).to_have_text("с. Тенево")


def test_without_javascript(plain, directory):
    plain.goto("/")
    plain.locator("#place").fill("крушаре")
    plain.get_by_role("button", name="Намери", exact=True).click()
    expect(plain.locator(".answer")).to_contain_text("МИГ – Тунджа")
    plain.goto("/organizatsii/")
    plain.locator(".fold > summary").click()
    plain.get_by_role("checkbox", name=re.compile("Местна инициативна група")).check()
    plain.get_by_role("button", name="Покажи").click()
    expect(plain.locator(".org-row")).to_have_count(1)
    plain.get_by_role("link", name="Карта").click()
    expect(plain.locator(".bg-map")).to_be_visible()
    expect(plain).to_have_url(re.compile(r"/karta/\?kind=lag"))
