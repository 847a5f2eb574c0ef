"""A course from its first word to the certificate: a trainer on a line that breaks, a member without JavaScript, and a
stranger who gets nothing until it is for everybody."""

import re

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from home.demo.course_files import pdf, pptx, xlsx
from home.demo.courses import FILMS
from members.enums import Role
from members.models import Organization
from resources.models import Material
from resources.uploading import pieces
from tests.browser import desk
from tests.browser.test_joining import letter_to
from tests.core.files import archive
from tests.factories.members import PASSWORD, make_editor, make_user
from tests.factories.news import make_newsroom

COURSE, LESSONS = "Обява, която се разбира", ("Първото изречение", "Удължен срок", "Упражнение")
ADDRESS, SPACE = "/obuchenia/obyava-koyato-se-razbira/", "/admin/snippets/resources/material/"
LIBRARY, WORD = "/obuchenia/biblioteka/", "краставичарите"  # a word that stands in one of the files alone
PIECE = 25_000
FILM = (FILMS / "changed-date.mp4").read_bytes()
SLIDES, NEWER = (pptx("Редът на едно съобщение", lines) for lines in (["Срок: новият е пръв"], ["Срок: с ден и час"]))
FILES = {
    "film.mp4": FILM,
    "slaydove.pptx": SLIDES,
    "list.pdf": pdf("Списък за проверка", [f"{WORD} четат вестник."]),
    "oshte.zip": archive({"smetka.xlsx": xlsx("Бюджет", ["Пребоядисване; 3100"]), "lazha.pdf": b"<html>"}),
}
TITLES = ("Филм за срока", "Ред на съобщение", "Списък за стената", "Сметка")
WAYS = ("", "1/", "1/puskane/", "1/1.webp", "1/tekst/")
PLAY = """() => new Promise((grows, fails) => {
  const film = document.querySelector("video");
  if (!film.canPlayType("video/mp4; codecs=avc1.42E01E")) grows();  // Playwright's own build; all others have H.264
  setTimeout(fails, 30000, "It does not play.");
  film.ontimeupdate = () => { if (film.currentTime > 0.5) grows(); };
  film.play().catch(fails);
})"""


@pytest.fixture
def sits_down(browser, portal, monkeypatch):
    """Somebody with a browser of his or her own; LibreOffice, where there is one, would only take time."""
    monkeypatch.setattr(pieces, "PIECE", PIECE)

    opened = []

    def opens(**options):
        opened.append(browser.new_context(base_url=portal, locale="bg-BG", **options))
        opened[-1].set_default_timeout(30_000)
        return opened[-1].new_page()

    with override_settings(EMAIL_BACKEND="core.mail.OutboxBackend", OFFICE_PROGRAM="no-such-program"):
        yield opens
    for context in opened:
        context.close()


@pytest.fixture
def files(tmp_path):
    """On a disk: a browser knows them again by name, size and time."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def log_in(page, email):
    page.goto(f"/accounts/login/?next={ADDRESS}")
    page.fill("#id_login", email)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"**{ADDRESS}")


def begin_course(page):
    page.goto("/admin/obuchenia/")
    page.click("main a[href$='/nov-kurs/']")
    page.fill("[name=title]", COURSE)
    page.click("main form button")
    page.wait_for_url("**/edit/")


def choose(page, *paths):
    page.select_option("[name=course]", label=COURSE)
    page.select_option("[name=audience]", "members")
    page.set_input_files("input[type=file]", [str(path) for path in paths])
    page.click("[data-send]")


def break_the_line(page):
    """Once, and then for good after the next piece; gives the places where the pieces began."""
    offsets = []

    def line(route):
        if route.request.method != "PATCH":
            return route.continue_()
        offsets.append(int(route.request.headers["upload-offset"]))
        return route.abort() if len(offsets) == 2 or len(offsets) > 3 else route.continue_()

    page.route("**/upload/**", line)
    return offsets


def upload(page, files):
    """The line breaks, the page is opened anew: what arrived is not sent again. A bad file spoils no other."""
    page.click("main a[href$='/upload/']")
    offsets = break_the_line(page)
    with page.expect_event("requestfailed", lambda failed: failed.headers.get("upload-offset") == str(2 * PIECE)):
        choose(page, files / "film.mp4")
    assert offsets[:3] == [0, PIECE, PIECE]
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.unroute("**/upload/**")
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "PATCH" else None)
    choose(page, *(files / name for name in FILES))
    page.wait_for_selector("[data-after] a")
    assert int(sent[0].headers["upload-offset"]) == 2 * PIECE
    expect(page.locator(".upload-list .good")).to_have_count(3)
    expect(page.locator(".upload-list .bad")).to_contain_text("lazha.pdf")
    with Material.objects.get(title_bg="Film").versions.get().file.open() as kept:
        assert kept.read() == FILM


def describe(page):
    page.click("[data-after] a")
    expect(page.locator("input[name$=title_bg]")).to_have_count(len(TITLES))
    for number, title in enumerate(TITLES):
        page.fill(f"[name=form-{number}-title_bg]", title)
    page.click("button[name=publish]")
    page.wait_for_url("**/material/")


def write_lesson(page, title, material="", question=False):
    page.goto("/admin/obuchenia/")
    page.click("main table a[href*='/lessonpage/']")
    page.fill("#id_title", title)
    page.locator("footer button[type=submit]").first.click()
    page.wait_for_url("**/edit/")  # else what is kept by itself could take the address before the lesson is published
    if material:
        page.click("#id_materials-ADD")
        page.click("#id_materials-0-material-chooser [data-chooser-action-choose]")
        page.click(f".modal table a:has-text('{material}')")
        page.wait_for_selector(".modal", state="detached")
    if question:
        page.click("[id$=questions-content] .c-sf-add-button")
        page.fill("[name=questions-0-value-question]", "Кое е първо?")
        for number, text in enumerate(("Номерът на заповедта", "Докога и за кого")):
            page.fill(f"[name=questions-0-value-answers-{number}-value-text]", text)
            page.fill(f"[name=questions-0-value-answers-{number}-value-explanation]", f"Защо: {text}")
        page.check("[name=questions-0-value-answers-1-value-is_right]")
    desk.press(page, "action-publish")


def replace_slides(page, tmp_path):
    (tmp_path / "novi.pptx").write_bytes(NEWER)
    page.goto(SPACE)
    page.click(f"main table a:has-text('{TITLES[1]}')")
    page.goto(page.url.replace("/edit/", "/inspect/"))
    page.click("main a[href*='/version/']")
    page.set_input_files("[name=file]", str(tmp_path / "novi.pptx"))
    page.fill("[name=note_bg]", "Добавен е денят от седмицата.")
    page.click("main form [type=submit], main form button")
    page.wait_for_url("**/inspect/**")


def open_to_everybody(page, material):
    page.goto(f"{SPACE}edit/{material.pk}/")
    page.locator("[role=tab]").nth(1).click()
    page.select_option("#id_audience", "public")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.click("footer [name=action-publish]")
    page.wait_for_url(f"**{SPACE}")


def learn(page):
    """Every lesson in its turn; the certificate comes with the last."""
    page.click("section[aria-labelledby=learn-h] a.btn")
    expect(page.locator("h1")).to_have_text(LESSONS[0])
    page.check("#v1-1")
    page.click("#v1 button")
    expect(page.locator(".choice.right")).to_be_visible()
    for _lesson in LESSONS:
        page.click("form[action*='gotovo'] button")
        if page.locator("a[rel=next]").count():
            page.click("a[rel=next]")
    page.goto(ADDRESS)
    expect(page.locator(".lesson.done")).to_have_count(len(LESSONS))


def has(page, material) -> set[bool]:
    """Whether somebody gets the page of a material, its file, picture and text, and finds it; one answer is for all."""
    addresses = [f"{LIBRARY}{material.slug}/", *(f"/fayl/{material.slug}/{way}" for way in WAYS)]
    got = {page.request.get(address).status == 200 for address in addresses}
    page.goto(f"/tarsene/?q={WORD}")
    return got | {page.locator(f"main a[href*='/{material.slug}/']").count() > 0}


def test_from_a_breaking_line_to_the_certificate(sits_down, files):
    organization = make_newsroom().organization
    Organization.objects.update(may_publish=True)
    trainer, stranger = sits_down(), sits_down(java_script_enabled=False)
    desk.log_in(trainer, make_editor(organization, "obuchitel@example.org", Role.TRAINER).email)
    begin_course(trainer)
    trainer.goto("/admin/obuchenia/")
    upload(trainer, files)
    describe(trainer)
    write_lesson(trainer, LESSONS[0], TITLES[1], question=True)
    write_lesson(trainer, LESSONS[1], TITLES[0])
    write_lesson(trainer, LESSONS[2])
    assert stranger.request.get(ADDRESS).status == 404
    desk.open_from(trainer, "/admin/obuchenia/", COURSE)
    desk.press(trainer, "action-publish")

    stranger.goto(ADDRESS)
    stranger.click(f"main a:has-text('{LESSONS[0]}')")
    stranger.check("#v1-0")
    stranger.click("#v1 button")
    expect(stranger).to_have_url(re.compile(r"\?v1=0&asked=1#v1$"))
    expect(stranger.locator(".choice.wrong")).to_contain_text("Защо: Номерът")
    expect(stranger.locator(".choice.right")).to_contain_text("Защо: Докога")
    assert not stranger.context.cookies()

    member = sits_down(java_script_enabled=False, viewport={"width": 390, "height": 800})
    log_in(member, make_user("uchenik@example.org", display_name="Станислава Живкова").email)
    film, slides, sheet, _table = Material.objects.order_by("pk")
    member.click("form[action*='zapisvane'] button")
    assert member.request.get(f"/fayl/{slides.slug}/").body() == SLIDES
    replace_slides(trainer, files)
    assert member.request.get(f"/fayl/{slides.slug}/").body() == NEWER
    assert member.request.get(f"/fayl/{slides.slug}/1/").body() == SLIDES
    assert slides.slug in letter_to("uchenik@example.org", "/biblioteka/")
    learn(member)
    paper = member.locator("section[aria-labelledby=learn-h] a[href*='/pdf/']").get_attribute("href")
    assert stranger.request.get(paper).body().startswith(b"%PDF")
    check = "section[aria-labelledby=learn-h] a[href*='/udostoverenie/']:not([href*='/pdf/'])"
    stranger.goto(member.locator(check).get_attribute("href"))
    expect(stranger.locator("main")).to_contain_text("С. Ж.")
    expect(stranger.locator("main")).not_to_contain_text("Станислава")

    trainer.goto(f"{LIBRARY}{film.slug}/")
    trainer.evaluate(PLAY)
    assert has(member, sheet) == {True}
    assert has(stranger, sheet) == {False}
    assert sheet.title not in stranger.request.get(f"{LIBRARY}rss/").text()
    open_to_everybody(trainer, sheet)
    assert has(stranger, sheet) == {True}
    assert sheet.title in stranger.request.get(f"{LIBRARY}rss/").text()
