"""A forum from the invitation to the dossier: the whole story, with nothing set up for it but its people."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import expect

from core.forms import guarded
from events.models import Event, Seat
from tests.browser import desk
from tests.browser.test_joining import letter_to
from tests.factories.members import make_editor, make_officer, make_organization

TITLE = "Форум за селските услуги"
ADD = "/admin/snippets/events/event/"


@pytest.fixture
def person(browser, portal, monkeypatch):
    """Somebody with a browser of his or her own."""
    monkeypatch.setattr(guarded, "SECONDS_AT_LEAST", 0)

    def sits_down():
        context = browser.new_context(base_url=portal, locale="bg-BG", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        return context.new_page()

    with override_settings(EMAIL_BACKEND="core.mail.OutboxBackend"):
        yield sits_down


def tab(page, number):
    page.locator("[role=tab]").nth(number).click()


def type_moment(page, box, words):
    page.fill(box, words)
    page.press(box, "Tab")  # the calendar closes, and leaves what was typed
    expect(page.locator(box)).to_have_value(words)


def write_event(page, start):
    page.goto(f"{ADD}add/")
    page.select_option("#id_kind", "forum")
    page.fill("#id_title_bg", TITLE)
    page.fill("#id_summary_bg", "Всеки показва по един пример.")
    tab(page, 1)
    type_moment(page, "#id_starts_at", f"{start:%d.%m.%Y} 10:00")
    type_moment(page, "#id_ends_at", f"{start:%d.%m.%Y} 16:00")
    page.fill("#id_place_bg", "читалището")
    tab(page, 2)
    page.click("#id_programme-ADD")
    page.fill("#id_programme-0-title_bg", "Откриване")
    tab(page, 3)
    for number, (name, hour, seats) in enumerate((("Пресконференция", 10, 3), ("Форум", 11, 3))):
        page.click("#id_parts-ADD")
        page.fill(f"#id_parts-{number}-name_bg", name)
        type_moment(page, f"#id_parts-{number}-starts_at", f"{start:%d.%m.%Y} {hour}:00")
        page.fill(f"#id_parts-{number}-capacity", str(seats))


def press(page, action):
    # Where the machine is slow, a calendar opens after its box was left, over the foot of the page.
    page.evaluate("document.querySelectorAll('.xdsoft_datetimepicker').forEach((calendar) => calendar.remove())")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator(f"footer [name={action}], footer [data-workflow-action-name={action}]").first.click()
    page.wait_for_url(f"**{ADD}")


def register(page, event, names, part, email, organization=""):
    page.goto(f"/zapisvane/{event.slug}/")
    for number, name in enumerate(names):
        if number:
            page.click("[name=do][value=add]")
        page.fill(f"#id_p{number}-name", name)
        page.check(f"[name=p{number}-parts][value='{part.pk}']")
    page.fill("[name$=email]", email)
    if organization:
        page.fill("[name$=organization_name]", organization)
    page.check("[name$=consent]")
    page.click("main form .btn[value=send]")
    page.goto(letter_to(email, "/potvardi/"))
    page.click("main form button")


def test_from_the_invitation_to_the_dossier(person):
    host = make_organization()
    make_editor(host)
    works, decides, journalist, ngo, late = person(), person(), person(), person(), person()
    desk.log_in(works, "tundzha@example.org")
    desk.log_in(decides, make_officer().email)

    write_event(works, timezone.localtime() + timedelta(days=20))
    press(works, "action-submit")
    event = Event.objects.get()
    assert not event.live and journalist.request.get(f"/sabitia/{event.slug}/").status == 404
    decides.goto(f"{ADD}edit/{event.pk}/")
    press(decides, "approve")
    event.refresh_from_db()
    press_part, forum = event.parts.order_by("sort_order")
    journalist.goto(f"/sabitia/{event.slug}/")
    expect(journalist.locator("main")).to_contain_text("Откриване")

    register(journalist, event, ["Репортер"], press_part, "reporter@example.net")
    expect(journalist.locator("main")).to_contain_text("Записахте се")
    register(ngo, event, ["Председател", "Секретар", "Счетоводител"], forum, "npo@example.net", "Сдружение „Извор“")
    assert forum.seats.filter(state="confirmed").count() == 3
    register(late, event, ["Читалищен секретар"], forum, "chitalishte@example.net")
    expect(late.locator("main")).to_contain_text("В списъка на чакащите сте")

    ngo.click("main a.btn.danger")
    ngo.click("main form button")
    call_command("tick")
    offer = letter_to("chitalishte@example.net", "/zapisvane/z/")
    late.goto(offer)
    late.click("main form[action*='/priemam/'] button")
    expect(late.locator("main")).to_contain_text("Записахте се")
    assert sorted(forum.seats.values_list("state", flat=True)) == ["cancelled"] * 3 + ["confirmed"]

    works.goto(f"/vhod/{event.slug}/")
    for name in ("Репортер", "Читалищен секретар"):
        works.click(f".guest:has-text('{name}') [data-seat]")
    works.wait_for_selector("[data-line]", state="hidden")
    assert Seat.objects.filter(came_at__isnull=False).count() == 2

    past = timezone.now() - timedelta(days=1)
    Event.objects.filter(pk=event.pk).update(starts_at=past - timedelta(hours=6), ends_at=past)
    works.goto(f"{ADD}inspect/{event.pk}/")
    works.click("main form[action*='/report/'] button, main a[href*='/report/']")
    works.wait_for_url("**/eventreport/edit/**")
    works.locator(".public-DraftEditor-content").first.click()
    works.keyboard.type("Разбрахме се за общ календар.", delay=20)
    works.wait_for_function("document.querySelector('[name=text_bg]').value.includes('календар')")
    works.check("#id_is_published")
    works.locator("footer button[type=submit]").first.click()
    works.wait_for_url(lambda address: "/edit/" not in address)
    journalist.goto(f"/sabitia/{event.slug}/otchet/")
    expect(journalist.locator("h1")).to_contain_text(TITLE)

    works.goto(f"{ADD}dossier/{event.pk}/")
    works.click("main form[action*='dossier_ask'] button")
    works.goto(f"{ADD}dossier/{event.pk}/")
    address = works.get_attribute("main a[href*='dossier_file']", "href")
    names = ZipFile(BytesIO(works.request.get(address).body())).namelist()
    for part in ("pokana", "zapisani.xlsx", "prisastven-spisak.pdf", "otchet.pdf", "pisma.xlsx", "sadarzhanie.html"):
        assert any(part in name for name in names), names
    assert not journalist.request.get(address).body().startswith(b"PK")
