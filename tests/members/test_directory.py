"""The directory: what is found, what is counted, what stands in the address, and what never shows."""

import csv
import re
from io import StringIO

import html5lib
import pytest

from members.models import Organization, PartnerOffer
from tests.factories.core import make_picture
from tests.factories.directory import make_network
from tests.factories.members import make_organization

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LIST, MAP = "/organizatsii/", "/organizatsii/karta/"


@pytest.fixture(scope="module")
def network_laid(lay):
    return lay(make_network)


@pytest.fixture
def network(network_laid, db):
    network_laid()
    return {one.slug: one for one in Organization.objects.all()}


def tree(client, address):
    html = client.get(address).content.decode()
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(client, query="", address=LIST) -> list[str]:
    found = tree(client, address + query)
    return [words(heading) for row in found.iter("li") if row.get("class") == "org-row" for heading in row.iter("h3")]


def counts(client, query="") -> dict[str, str]:
    found = tree(client, LIST + query)
    return {count.get("id"): words(count) for count in found.iter("span") if count.get("class") == "count"}


def links(client, address) -> dict[str, str]:
    return {words(link): link.get("href") for link in tree(client, address).iter("a")}


def test_members_and_partners_stand_in_the_order_of_the_alphabet(client, network):
    assert rows(client) == ["Сдружение „Ела“", "НЧ „Искра – 1929“", "МИГ – Тунджа"]
    html = client.get(LIST).content.decode()
    assert "Намерени са 3\xa0организации" in html
    assert "гр.\xa0Ямбол, област Ямбол" in html and "община Тунджа и 1\xa0село от община Сливен" in html


def test_who_is_no_member_any_more_is_shown_only_to_who_asks(client, network):
    assert rows(client, "?status=former") == ["Сдружение „Бивше“"]
    assert rows(client, "?status=former&status=member&status=partner")[0] == "Сдружение „Бивше“"


@pytest.mark.parametrize("address", [LIST, MAP, LIST + "eksport.csv", "/en/organisations/"])
@pytest.mark.parametrize("query", ["", "?status=applicant", "?q=kandidat", "?q=chernova", "?kind=ngo&status=former"])
def test_applicants_and_drafts_show_nowhere(client, network, address, query):
    html = client.get(address + query)
    text = (html.getvalue() if html.streaming else html.content).decode()
    for hidden in ("Кандидат“", "Kandidat", "/kandidat/", "Чернова“", "Chernova", "/chernova/"):
        assert hidden not in text


def test_filters_narrow_together(client, network):
    assert rows(client, "?kind=ngo&kind=chitalishte") == ["Сдружение „Ела“", "НЧ „Искра – 1929“"]
    assert rows(client, "?province=BG342") == ["Сдружение „Ела“", "НЧ „Искра – 1929“", "МИГ – Тунджа"]
    assert rows(client, "?province=BG343") == ["МИГ – Тунджа"]
    assert rows(client, "?theme=zanayati") == ["МИГ – Тунджа"]
    assert rows(client, "?theme=turizam&kind=chitalishte&status=member") == ["НЧ „Искра – 1929“"]
    assert rows(client, "?theme=zanayati&kind=ngo") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("тунджа", ["МИГ – Тунджа"]),
        ("МИГ-Тунджа", ["МИГ – Тунджа"]),
        ("tundzha", ["МИГ – Тунджа"]),
        ("tundja", ["МИГ – Тунджа"]),
        ("иск", ["НЧ „Искра – 1929“"]),
        ("1929", ["НЧ „Искра – 1929“"]),
        ("kru6are", ["Сдружение „Ела“", "НЧ „Искра – 1929“", "МИГ – Тунджа"]),
        ("ела крушаре", ["Сдружение „Ела“"]),
        ("унджа", []),
        ("%", []),
    ],
)
def test_a_word_or_a_settlement(client, network, typed, found):
    """The seat, the name, or a place that the territory takes in; words count from their beginning."""
    assert rows(client, f"?q={typed.replace('%', '%25')}") == found


def test_counts_beside_the_boxes(client, network):
    found = counts(client, "?kind=lag")
    assert (found["n-kind-lag"], found["n-kind-ngo"], found["n-kind-chitalishte"]) == ("(1)", "(1)", "(1)")
    assert (found["n-theme-turizam"], found["n-theme-zanayati"]) == ("(1)", "(1)")
    assert (found["n-status-member"], found["n-status-partner"]) == ("(1)", "(0)")
    assert counts(client, "?status=former&theme=turizam")["n-kind-ngo"] == "(1)"


def test_what_nobody_is_vanishes_unless_it_is_chosen(client, network):
    assert "n-theme-turizam" not in counts(client, "?q=nyama-takava") and "n-kind-lag" not in counts(client, "?q=nyama")
    chosen = counts(client, "?q=nyama-takava&theme=turizam&kind=lag")
    assert (chosen["n-theme-turizam"], chosen["n-kind-lag"]) == ("(0)", "(0)")


def test_counts_follow_at_once(client, network):
    assert counts(client)["n-kind-ngo"] == "(1)"
    network["ela"].delete()
    network["iskra"].themes.clear()
    network["iskra"].save()
    assert counts(client)["n-theme-turizam"] == "(1)" and "n-kind-ngo" not in counts(client)


def test_what_is_chosen_can_be_taken_away(client, network):
    found = links(client, LIST + "?q=ела&kind=ngo&province=BG342&theme=turizam")
    chips = {name: url for name, url in found.items() if name.endswith("махни филтъра")}
    assert len(chips) == 4
    kinds = next(url for name, url in chips.items() if "Неправителствена" in name)
    assert "kind" not in kinds and "province=BG342" in kinds and "theme=turizam" in kinds
    assert found["Изчисти филтрите"] == "."


def test_pages_of_twenty(client, network):
    for number in range(45):
        make_organization(f"Яма {number:02}", "", f"yama-{number}")
    assert len(rows(client)) == 20 and rows(client, "?page=3")[-1] == "Яма 44"
    found = links(client, LIST + "?kind=ngo&page=2")
    assert found["Страница 3"] == "?kind=ngo&page=3" and found["Следваща страница"] == "?kind=ngo&page=3"
    assert found["Страница 1"] == "?kind=ngo"
    html = client.get(LIST + "?page=2").content.decode()
    assert 'rel="canonical" href="http://localhost:8000/organizatsii/?page=2"' in html
    assert "страница 2 |" in html


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "99999999", "٢", ""])
def test_a_page_that_is_not_there(client, network, page):
    assert client.get(LIST, {"page": page}).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        *("kind=nobody", "province=BG999", "status=applicant", "kind=lag%27--", "page=1&page=1"),
        *("q=" + "a" * 5000, "theme=" + "x" * 500, "&".join(f"theme=t{n}" for n in range(500)), "q=%F0%9F%98%80"),
    ],
)
def test_whatever_stands_in_the_address(client, network, query):
    assert client.get(f"{LIST}?{query}").status_code == 200


def test_search_engines_take_the_list_and_not_its_every_form(client, network):
    assert "X-Robots-Tag" not in client.get(LIST).headers
    for query in ("?kind=lag", "?q=ela"):
        response = client.get(LIST + query)
        assert response.headers["X-Robots-Tag"] == "noindex"
        assert 'rel="canonical" href="http://localhost:8000/organizatsii/"' in response.content.decode()
    sitemap = client.get("/sitemap-bg.xml").content.decode()
    assert "http://localhost:8000/organizatsii/<" in sitemap


def test_nothing_found_leads_on(client, network):
    html = client.get(LIST + "?q=несъществуващо&kind=lag").content.decode()
    assert "Няма организация, която отговаря" in html and "Намерени са 0" in html
    assert 'href="/organizatsii/namerete/?q=' in html


def test_while_a_reader_types_only_the_answer_is_sent(client, network):
    whole, part = client.get(LIST), client.get(LIST, headers={"HX-Request": "true"})
    assert "HX-Request" in whole.headers["Vary"] and "HX-Request" in part.headers["Vary"]
    assert "Cookie" not in whole.headers["Vary"] and not part.cookies
    html = part.content.decode()
    assert "<html" not in html and "data-results" in html and 'id="n-kind-lag"' in html
    again = client.get(LIST, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in again.content.decode()


def test_in_english_names_are_english_or_in_latin_letters(client, network):
    Organization.objects.filter(slug="ela").update(name_en="Fir Association", sort_key_en="fir")
    html = client.get("/en/organisations/").content.decode()
    assert rows(client, address="/en/organisations/") == [
        "Fir Association", "NCH “Iskra – 1929”", "MIG – Tundzha",
    ]  # fmt: skip
    assert '<h3 lang="bg-Latn"><a href="/en/organisations/iskra/">NCH' in html
    assert '<h3><a href="/en/organisations/ela/">Fir' in html
    assert "Yambol, province Yambol" in html and "Local action group" in html


def test_offers_that_are_open_are_counted(client, network):
    today = {"organization": network["iskra"], "live": True}
    PartnerOffer.objects.create(title_bg="Търсим", slug="a", **today)
    PartnerOffer.objects.create(title_bg="Мина", slug="b", deadline="2020-01-01", **today)
    PartnerOffer.objects.create(title_bg="Чернова", slug="c", organization=network["iskra"], live=False)
    PartnerOffer.objects.create(title_bg="Стана", slug="d", state="formed", **today)
    assert "1\xa0предложение за партньорство" in client.get(LIST).content.decode()


def test_a_logo_stands_in_for_the_embroidery(client, network):
    network["iskra"].logo = make_picture(size=(300, 100))
    network["iskra"].save()
    html = client.get(LIST).content.decode()
    assert html.count("org-logo") == 1 and html.count('class="stitch-mark') == 2


def sheet(client, query="", address=LIST) -> list[list[str]]:
    response = client.get(f"{address}eksport.csv{query}")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:])))


def test_the_file_holds_the_same_organisations_and_no_addresses_of_mail(client, network):
    Organization.objects.filter(slug="ela").update(
        name_bg="=HYPERLINK(1)", email="ela@example.org", phone="+359 2 123 4567"
    )
    head, *found = sheet(client)
    assert head[0] == "Име" and [row[0] for row in found] == ["'=HYPERLINK(1)", "НЧ „Искра – 1929“", "МИГ – Тунджа"]
    assert found[0][8] == "+359 2 123 4567" and found[2][3:6] == ["гр. Ямбол", "Ямбол", "Ямбол"]
    assert found[1][-1] == "http://localhost:8000/organizatsii/iskra/"
    assert "@" not in str(found)
    assert [row[0] for row in sheet(client, "?kind=chitalishte")[1:]] == ["НЧ „Искра – 1929“"]
    assert sheet(client, address="/en/organisations/")[0][0] == "Name"


def test_the_map_has_provinces_as_filters_and_the_list_below(client, network):
    assert rows(client, address=MAP) == rows(client)
    found = tree(client, MAP)
    svg = next(element for element in found.iter() if element.get("class") == "bg-map")
    provinces = {link.get("aria-label"): link.get("href") for link in svg.iter() if link.get("aria-label")}
    assert provinces["Ямбол: 1\xa0организация"] == "?province=BG343"
    assert provinces["Сливен: 3\xa0организации"] == "?province=BG342"
    assert links(client, MAP)["Ямбол"] == "?province=BG343"
    (signs,) = [path.get("d") for path in svg.iter() if path.get("class") == "lag"]
    assert signs.count("M") == 2


def test_a_chosen_province_fills_the_map_and_its_points_lead_on(client, network):
    html = client.get(MAP + "?province=BG343").content.decode()
    tundzha = next(slug for slug in network if slug.startswith("mig"))
    assert f'href="/organizatsii/{tundzha}/" aria-label="МИГ – Тунджа, гр. Ямбол"' in html
    assert 'viewBox="0 0 760 507"' not in html and "Покажете цялата страна" in html
    assert re.search(
        r'<g font-size="[\d.]+".*<text x="[\d.]+" y="[\d.]+" text-anchor="(start|end)"><tspan>гр. Ямбол<', html
    )
    html = client.get(MAP + "?province=BG342&kind=ngo&kind=chitalishte").content.decode()
    assert '&amp;province=BG342" aria-label="с. Крушаре: 2\xa0организации"' in html


def test_the_toggle_keeps_what_is_chosen(client, network):
    assert links(client, LIST + "?kind=lag&page=1")["Карта"] == "/organizatsii/karta/?kind=lag"
    assert links(client, MAP + "?kind=lag")["Списък"] == "/organizatsii/?kind=lag"


def test_words_of_the_directory_are_no_organisations(client, network):
    make_organization("Карта", "", "karta")
    assert "bg-map" in client.get("/organizatsii/karta/").content.decode()
    assert client.get("/organizatsii/iskra/").status_code == 200
    for address in ("/organizatsii/kandidat/", "/organizatsii/chernova/", "/organizatsii/drugo.csv"):
        assert client.get(address).status_code == 404


def test_no_address_in_the_file(client, homes):
    organization = make_organization("МИГ – Попово, a@b.example.com", slug="popovo")
    type(organization).objects.filter(pk=organization.pk).update(website="https://web@example.net/")
    text = b"".join(client.get(f"{LIST}eksport.csv").streaming_content).decode()
    assert "Попово" in text and "@" not in text
