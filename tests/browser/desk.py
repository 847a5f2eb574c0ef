"""What an officer does in the admin, as steps of a test; found by ids and addresses, not by words that may change."""

import re

from tests.factories.core import picture_bytes
from tests.factories.members import PASSWORD

DOCUMENT = {"name": "obrazets.txt", "mimeType": "text/plain", "buffer": "Образец на покана".encode()}
PICTURE = {"name": "niva.png", "mimeType": "image/png", "buffer": picture_bytes((1600, 1000))}

PICTURE_ALT = "Нива с бразди"


def log_in(page, email):
    page.goto("/accounts/login/?next=/admin/")
    page.fill("#id_login", email)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")


def write_article(page, newsroom, title):
    page.goto(f"/admin/pages/add/news/newspage/{newsroom.pk}/")
    page.fill("#id_title", title)
    page.fill("#id_summary", "Съветът избра шест проекта.")
    page.click("#id_picture-chooser [data-chooser-action-choose]")
    upload(page, "image", PICTURE, title="Нива", alt_bg=PICTURE_ALT)
    add_block(page, "doc-full")
    page.click("[id^=body-0-value] [data-chooser-action-choose]")
    upload(page, "document", DOCUMENT, title="Образец на покана")
    page.check("[name=rubrics]")


def upload(page, kind, file, **fields):
    """Uploads a file in the chooser's window and chooses it."""
    page.click(".modal [href='#tab-upload']")
    page.set_input_files(f"#id_{kind}-chooser-upload-file", file)
    for name, value in fields.items():
        page.fill(f"#id_{kind}-chooser-upload-{name}", value)
    page.click(".modal #tab-upload [type=submit]")
    page.wait_for_selector(".modal", state="detached")


def add_block(page, icon):
    """Adds the kind of block with this icon to the text."""
    page.click("[id$=-body-content] .c-sf-add-button")
    page.click(f"[role=option]:has(.icon-{icon})")


def press(page, action):
    """Presses a button at the foot of the editor, which may stand in the list above the main one."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator(f"footer [name={action}], footer [data-workflow-action-name={action}]").first.click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))


def open_from(page, address, title):
    """Follows the title in a list of the admin to the editor."""
    page.goto(address)
    page.click(f"main a:has-text('{title}')")
    page.wait_for_url("**/edit/")


def translate(page, title):
    """The button „Преведи на английски“ in the head of the editor; then the English text instead of the copy."""
    page.click("header [data-w-dropdown-target=toggle]")
    page.click("a[href*='/admin/prevod/']")
    page.click("main form [type=submit]")
    page.wait_for_url("**/edit/")
    page.fill("#id_title", title)
    press(page, "action-publish")
