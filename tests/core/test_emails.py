import json
import re
import time
from html import unescape

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from core.emails import (
    ADDRESS,
    decrypt_address,
    encrypt_address,
    hide_addresses_in_html,
    hide_addresses_in_text,
)

LABEL = "Покажи адреса"
LINK = re.compile(r'<a class="mail-reveal" href="/pokazhi/([\w-]+)/" rel="nofollow">Покажи адреса</a>')


def hide(html):
    return hide_addresses_in_html(html, lambda address: f"/pokazhi/{encrypt_address(address)}/", LABEL)


def shown(html):
    """Write each link to the page that shows an address as [the address]."""
    return LINK.sub(lambda match: f"[{decrypt_address(match[1])}]", hide(html))


# Tokens


@given(st.emails())
def test_token_is_readable_by_the_portal_only_and_always_the_same(address):
    token = encrypt_address(address)
    assert re.fullmatch(r"[\w-]+", token, re.ASCII)
    assert token == encrypt_address(address)
    assert decrypt_address(token) == address
    with override_settings(SECRET_KEY="another"):
        assert decrypt_address(token) is None
        assert encrypt_address(address) != token


def test_token_of_the_last_secret_key_still_opens():
    with override_settings(SECRET_KEY="old"):
        token = encrypt_address("mig@example.org")
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]):
        assert decrypt_address(token) == "mig@example.org"


@given(st.text())
def test_made_up_token_opens_nothing(token):
    assert decrypt_address(token) is None


def test_changed_token_opens_nothing():
    token = encrypt_address("mig@example.org")
    for place in range(len(token) - 1):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert decrypt_address(changed) is None


# What an editor types


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<p>Пишете на mig@example.org.</p>", "<p>Пишете на [mig@example.org].</p>"),
        ("поща@пример.бг, x", "[поща@пример.бг], x"),
        ("m&#105;g&#64;example&period;org", "[mig@example.org]"),
        ("mig&#x40;example.org или mig&commat;example.org", "[mig@example.org] или [mig@example.org]"),
        ("mi\u00adg@exam&shy;ple.org", "[mig@example.org]"),
        ("<b>mig</b>@example.org", "<b>[mig@example.org]</b>"),
        ("mig@exam<wbr>ple.<i>org</i>", "[mig@example.org]<wbr><i></i>"),
        ("m<b>ig@exam</b>ple.org", "m<b>[ig@example.org]</b>"),
        ("mig@<!-- x -->example.org", "[mig@example.org]<!-- x -->"),
        ("<span>Поща</span><span>mig@example.org</span>", "<span>Поща</span><span>[mig@example.org]</span>"),
        ("<p>Поща</p><p>mig@example.org</p>", "<p>Поща</p><p>[mig@example.org]</p>"),
        ("a < b & mig@example.org", "a &lt; b &amp; [mig@example.org]"),
        ("<!-- mig@example.org -->x", "x"),
        ("<script>var a = 'x\\nmig@example.org'</script>", "<script>var a = 'x\\…'</script>"),
        ("<style>p{content:'mig@example.org'}</style>", "<style>p{content:'…'}</style>"),
    ],
)
def test_address_in_text_becomes_a_link_to_the_page_that_shows_it(typed, read):
    assert shown(typed) == read


@pytest.mark.parametrize(
    "link",
    [
        '<a href="mailto:mig@example.org">{}</a>',
        "<a href='mailto:mig@example.org?subject=a&amp;body=b'>{}</a>",
        "<a href=mailto:mig@example.org>{}</a>",
        '<A HREF = " MAILTO:mig%40example.org">{}</A>',
        '<a href="&#109;ailto:mig&#64;example.org">{}</a>',
        '<a href="mailto:?to=mig@example.org">{}</a>',
        '<a href="mig@example.org">{}</a>',
        '<a href="https://mig@example.org/">{}</a>',
    ],
)
@pytest.mark.parametrize(
    ("text", "kept"),
    [("Пишете ни", "Пишете ни"), ("mig@example.org", LABEL), ("<b>mig</b>@example.org", f"<b>{LABEL}</b>")],
)
def test_link_to_an_address_leads_to_the_page_that_shows_it(link, text, kept):
    html = hide(link.format(text))
    assert unescape(html).count("@") == 0
    assert kept in html
    assert html.count("<a ") == 1
    assert 'rel="nofollow"' in html
    assert decrypt_address(re.search(r'href="/pokazhi/([\w-]+)/"', html)[1]) == "mig@example.org"


def test_link_keeps_its_looks_and_all_who_receive():
    html = hide('<a class="button" id="x" href="mailto:a@example.org,b@example.org">Пишете ни</a>')
    assert 'class="button mail-reveal"' in html
    assert 'id="x"' in html
    assert decrypt_address(re.search(r"/pokazhi/([\w-]+)/", html)[1]) == "a@example.org,b@example.org"


@pytest.mark.parametrize("element", ["a", "button", "select", "svg"])
def test_no_link_in_a_link(element):
    html = hide(f"<{element}><b>mig@example.org</b></{element}> <p>lag@example.org</p>")
    assert f"<{element}><b>{LABEL}</b></{element}>" in html
    assert len(LINK.findall(html)) == 1


@pytest.mark.parametrize("attribute", ["alt", "title", "content", "aria-label"])
@pytest.mark.parametrize("quoted", ['"Поща: mig@example.org"', "'Поща: mig&#64;example.org'"])
def test_attributes_that_are_read_aloud_say_the_label(attribute, quoted):
    assert hide(f"<img {attribute}={quoted}/>") == f'<img {attribute}="Поща: {LABEL}"/>'


def test_other_attributes_lose_the_address():
    html = hide('<a data-mail="mig@example.org" href="https://example.org/?mail=mig%40example.org&amp;a=1">x</a>')
    assert html == '<a data-mail="" href="https://example.org/?mail=&amp;a=1">x</a>'


def test_title_of_the_page_says_the_label():
    assert hide("<title>Поща: mig&#64;example.org</title>") == f"<title>Поща: {LABEL}</title>"


def test_structured_data_lose_the_address_and_stay_valid():
    data = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "email": "mailto:mig@example.org",
        "name": "",
        "description": "МИГ\nmig@example.org <b>",
        "contactPoint": [{"email": "mig\u0040example.org"}, "lag@example.org"],
        "mig@example.org": 1,
    }
    html = hide(f'<script type="application/ld+json">{json.dumps(data)}</script>'.replace("mig@", "mig\\u0040"))
    assert json.loads(html.partition(">")[2].removesuffix("</script>")) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "",
        "description": "МИГ\n <b>".strip(),
        "contactPoint": [{}],
    }
    assert hide("<script type='application/ld+json'>{ mig@example.org</script>").count("@") == 0


def test_what_a_visitor_typed_stays():
    form = '<input value="mig@example.org"><textarea name="t">mig@example.org</textarea>'
    assert hide(form) == form


@pytest.mark.parametrize(
    "html",
    [
        '<img src="logo@2x.png" srcset="logo@3x.webp 3x">',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Person"}</script>',
        "<style>@media print { p { color: red } }</style>",
        '<a href="mailto:?subject=a&body=b">Изпратете</a>',
        '<a href="https://www.youtube.com/@leader">канал</a> npm@1.2.3 <P CLASS=a>&nbsp;&amp;</P',
        "без адрес & с < знаци",
    ],
)
def test_what_is_no_address_stays_to_the_letter(html):
    assert hide(html) == html


def test_twice_is_as_good_as_once():
    html = hide('<p title="a@example.org">a@example.org <a href="mailto:b@example.org">b@example.org</a></p>')
    assert hide(html) == html


# Whatever comes

PIECES = st.sampled_from(
    "a@x.bg ivan@example.org ivan @ &#64; &#x40; &commat; %40 . x.bg - _ < > <b> </b> <p> </p> <a </a> <wbr> <!-- --> "
    "<script> </script> <title> </title> <svg> <style> href= mailto: title= ' \" = / & ; &shy; \u00ad \u200b \\ u0040 "
    "<ivan@x.bg> <a\u00a0href='mailto:a@x.bg'>".replace("\u00a0", "\0").split(" ")
).map(lambda piece: piece.replace("\0", " "))


def leaks(html):
    text = re.sub(r"<[^>]*>", " ", unescape(html))
    return ADDRESS.search(unescape(html)) or ADDRESS.search(html) or ADDRESS.search(text)


@given(st.lists(PIECES | st.text(max_size=3), max_size=25))
def test_no_address_leaves_whatever_is_around_it(pieces):
    assert not leaks(hide("".join(pieces)))


@given(st.text(), st.emails().filter(lambda address: not set("=?&'|/") & set(address)), st.text())
def test_no_address_leaves_any_text(before, address, after):
    assert address not in hide(f"<p>{before} {address} {after}</p>")


@pytest.mark.parametrize(
    "piece",
    [
        "<a",
        "a@",
        "a@b.",
        "<!--",
        "<script>",
        "a.a@",
        "&#64;",
        "<a href='",
        '="',
        "<b>a@",
        "..a",
        "a@b.b-_",
        "<p a@x.bg ",
    ]
    + ["<b><b>", "<p>a@", "<b>@<p>", "<a href=x@", "<textarea>", "a= ", "@", "<b>a@x.bg", "<title>a@"],
)
def test_hostile_documents_take_no_longer_than_others(piece):
    started = time.perf_counter()
    hide(piece * 10_000)
    hide_addresses_in_text(piece * 10_000, LABEL)
    assert time.perf_counter() - started < 5


# Text without markup


def test_plain_text_says_the_label():
    assert hide_addresses_in_text("Пишете на ..mig@example.org.", LABEL) == f"Пишете на ..{LABEL}."


def test_json_and_calendars_keep_their_line_breaks():
    text = json.dumps({"a": "Поща:\nmig@example.org"})
    assert json.loads(hide_addresses_in_text(text, "x")) == {"a": "Поща:\nx"}
    assert hide_addresses_in_text("DESCRIPTION:Поща\\nmig@example.org", "x") == "DESCRIPTION:Поща\\nx"
