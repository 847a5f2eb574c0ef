from django.template import Context, Template

from core.stitch import stitch


def test_mark_is_drawn_from_the_key_alone():
    assert stitch("organization-7") == stitch("organization-7")
    assert stitch("organization-7") != stitch("organization-8")


def test_marks_differ_between_organisations_and_fit_the_box():
    marks = {stitch(f"organization-{number}") for number in range(200)}
    assert len(marks) > 140
    for path, ground in marks:
        starts = [piece.split("h")[0].split() for piece in path.split("M")[1:]]
        cells = {(int(x), int(y)) for x, y in starts}
        assert cells == {(y, x) for x, y in cells} == {(8 - x, y) for x, y in cells}, "not symmetrical"
        assert all(0 <= x <= 8 for x, _ in cells)
        assert ground in {"k0", "k1", "k2", "k3"}


def test_mark_says_nothing_to_a_screen_reader():
    html = Template('{% load marks %}{% stitch_mark 7 "big" %}').render(Context())
    path, ground = stitch("7")
    assert html.startswith(f'<span class="stitch-mark {ground} big" aria-hidden="true"><svg viewBox="0 0 9 9"')
    assert path in html


def test_icon_is_a_reference_into_the_sprite():
    html = Template('{% load marks %}{% icon "search" %}').render(Context())
    assert html == '<svg class="icon" aria-hidden="true"><use href="#i-search"/></svg>'
