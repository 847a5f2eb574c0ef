"""What the look at every page would find: it looks at the other screen only where something changed."""

import pytest

from tests.browser import axe

ASIDE = "position: absolute; left: -9999px"
CLIPPED = "position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden"
PAGE = """<!doctype html><html lang="bg"><title>Проба</title><style>
    body { background: white; color: black }
    @media (prefers-color-scheme: dark) { body { background: black; color: white } }
    %s { .pale { color: #777; background: #999 } }
</style><main><h1>Проба</h1><p class="pale">Блед текст</p></main></html>"""


@pytest.fixture
def page(browser):
    context = axe.prepared(browser.new_context())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("where", "found_in"),
    [
        ("@media (min-width: 900px)", {"bg", "en"}),
        ("@media (max-width: 900px)", {"bg", "en"}),
        ("@media (max-width: 900px) and (prefers-color-scheme: dark)", {"en"}),
        ("@media (min-width: 900px) and (prefers-color-scheme: light)", {"bg"}),
        ("@media print", set()),
    ],
)
def test_pale_letters_are_found_on_the_screen_that_has_them(page, where, found_in):
    page.set_content(PAGE % where)
    for code, looks in axe.LOOKS.items():
        assert any("color-contrast" in one for one in axe.look_at(page, looks)) is (code in found_in), code


@pytest.mark.parametrize(
    "hidden",
    [
        f".pale {{ {ASIDE} }}",
        f".pale {{ {CLIPPED} }}",
        "main { height: 0; overflow: hidden }",
        ".pale { display: none }",
        "main { visibility: hidden }",
    ],
)
def test_what_one_screen_hides_is_looked_at_on_the_other(page, hidden):
    for code, width in (("bg", "max-width: 899px"), ("en", "min-width: 900px")):
        page.set_content(PAGE % f"@media ({width}) {{ {hidden} }} @media screen")
        assert any("color-contrast" in one for one in axe.look_at(page, axe.LOOKS[code])), code
