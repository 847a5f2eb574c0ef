"""Files of a trainer in a real browser: in pieces over a line that breaks, gone on with after a reload."""

import pytest

from members.enums import Role
from members.models import Organization
from resources.models import Material, Upload
from resources.uploading import pieces
from tests.browser.desk import log_in
from tests.core.files import archive, office, pdf
from tests.factories.members import make_editor
from tests.factories.news import make_newsroom
from tests.resources.recordings import mp4

UPLOAD = "/admin/snippets/resources/material/upload/"
SMALL = 50_000


@pytest.fixture(scope="module")
def trainer(portal):
    organization = make_newsroom().organization
    Organization.objects.update(may_publish=True)
    return make_editor(organization, "obuchitel@example.org", Role.TRAINER)


@pytest.fixture
def files(tmp_path):
    """Files on a disk: a browser knows them again by name, size and time."""
    contents = {
        "urok.mp4": mp4(size=180_000),
        "slaydove.pptx": office("pptx"),
        "list.pdf": pdf(1, "List"),
        "oshte.zip": archive({"a.txt": b"a", "lazha.pdf": b"<html>"}),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def choose(page, *paths):
    page.set_input_files("input[type=file]", [str(path) for path in paths])
    page.click("[data-send]")


def test_a_broken_line_and_a_reload_lose_nothing(context, trainer, files, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", SMALL)
    page = context.new_page()
    log_in(page, trainer.email)
    page.goto(UPLOAD)
    offsets = []

    def line(route):
        """Breaks once, and then for good."""
        if route.request.method != "PATCH":
            return route.continue_()
        offsets.append(int(route.request.headers["upload-offset"]))
        return route.abort() if len(offsets) == 2 or len(offsets) > 3 else route.continue_()

    page.route("**/upload/**", line)
    choose(page, files / "urok.mp4")
    for _quarter_of_a_second in range(60):
        page.wait_for_timeout(250)
        if Upload.objects.filter(received=2 * SMALL).exists():
            break
    assert offsets[:3] == [0, SMALL, SMALL]

    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.unroute("**/upload/**")
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "PATCH" else None)
    choose(page, *(files / name for name in ("urok.mp4", "slaydove.pptx", "list.pdf", "oshte.zip")))
    page.wait_for_selector("[data-after] a", timeout=30_000)
    assert int(sent[0].headers["upload-offset"]) == 2 * SMALL
    assert page.locator(".upload-list .good").count() == 3
    assert "lazha.pdf" in page.inner_text(".upload-list .bad")
    assert set(Material.objects.values_list("title_bg", flat=True)) == {"Urok", "Slaydove", "List", "A"}
    with Material.objects.get(title_bg="Urok").versions.get().file.open() as kept:
        assert kept.read() == mp4(size=180_000)

    page.click("[data-after] a")
    page.fill("[name=form-0-title_bg]", "Удължен срок")
    page.click("button[name=publish]")
    page.wait_for_url("**/material/")
    assert Material.objects.filter(live=True).count() == 4
    page.goto(f"/obuchenia/biblioteka/{slug('Удължен срок')}/")
    assert page.locator("video[controls]").count() == 1
    page.close()


def slug(title: str) -> str:
    return Material.objects.get(title_bg=title).slug
