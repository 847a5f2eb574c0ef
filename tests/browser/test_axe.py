"""What the look at every page would find: for contrast it looks only at what looks otherwise than all before."""

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
        assert any("color-contrast" in one for one in axe.Axe().look_at(page, looks)) is (code in found_in), code


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
        assert any("color-contrast" in one for one in axe.Axe().look_at(page, axe.LOOKS[code])), code


def test_what_looks_as_before_is_looked_at_once(page):
    look, looks = axe.Axe(), axe.LOOKS["bg"]
    page.set_content(PAGE % "@media screen")
    assert len(look.look_at(page, looks)) == 1, "it looks the same at both widths"
    page.set_content((PAGE % "@media screen").replace("Блед текст", "Друг текст"))
    assert look.look_at(page, looks) == []


@pytest.mark.parametrize(
    "change",
    [
        (".pale {", ".pale { font-size: 15px;"),
        ("background: #999", "background: #989898"),
        ("</style>", "main { background: #eee }</style>"),
        ('<p class="pale">', '<p class="pale" style="opacity: .9">'),
        ("Проба</h1>", 'Проба</h1><p class="pale"><b>Още</b></p>'),
        ("<main>", '<div style="background: #9a9a9a">.</div><main style="position: absolute; top: 0">'),
        ("<main>", '<div style="background: #9a9a9a">.</div><main style="margin-top: -20px">'),
        ("<main>", '<div style="background: #9a9a9a">.</div><main style="position: relative; top: -20px">'),
        ("</style>", "html { background: #9a9a9a } body { background: none } .pale { background: none }</style>"),
    ],
)
def test_what_looks_otherwise_is_looked_at_again(page, change):
    look, looks = axe.Axe(), axe.LOOKS["bg"]
    page.set_content(PAGE % "@media screen")
    look.look_at(page, looks)
    page.set_content((PAGE % "@media screen").replace(*change))
    assert any("color-contrast" in one for one in look.look_at(page, looks))


def test_all_other_rules_look_at_every_page(page):
    look = axe.Axe()
    for _ in range(2):
        page.set_content((PAGE % "@media screen").replace("</h1>", '</h1><img src="data:,">'))
        assert any("image-alt" in one for one in look.look_at(page, axe.LOOKS["bg"]))


@pytest.mark.parametrize("first", ['<input id="a" disabled>', '<input id="a" aria-disabled="true">'])
def test_what_could_not_be_judged_is_looked_at_again(page, first):
    look, label = axe.Axe(), '</h1><label class="pale" for="a">Блед текст</label>'
    html = (PAGE % "@media screen").replace('<p class="pale">Блед текст</p>', "")
    page.set_content(html.replace("</h1>", label + first))
    assert look.look_at(page, axe.LOOKS["bg"]) == []
    page.set_content(html.replace("</h1>", label + '<input id="a">'))
    assert any("color-contrast" in one for one in look.look_at(page, axe.LOOKS["bg"]))
