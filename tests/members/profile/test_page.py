"""The public profile: what readers of each language find, and what stays out of sight."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from members.models import Organization, OrganizationContact
from tests.factories.core import make_picture
from tests.factories.members import make_organization
from tests.factories.places import make_municipality, make_settlement
from tests.factories.profiles import make_full_profile
from tests.factories.territories import make_lag

pytestmark = pytest.mark.django_db
BG, EN = "/organizatsii/mig-tundzha/", "/en/organisations/mig-tundzha/"


def read(client, path=BG) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def things(html: str) -> list[dict]:
    return json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["@graph"]


def test_a_reader_finds_who_they_are_and_whom_to_ask(client, homes):
    make_full_profile()
    html = read(client)
    for words in (
        "МИГ – Тунджа", "Местна инициативна група", "член на мрежата", "проверена от мрежата",
        "Обща стратегия за услуги.", "Дълъг разказ.", "ул. „Примерна“ 1", "8600 гр.\xa0Ямбол", "област Ямбол",
        '<a href="tel:+35946000001">+359\xa046\xa0000\xa0001</a>', "example.org/mig</a>", "Счетоводител",
        "сдружение в обществена полза", "2012", "български, английски", "175074752", "Селски туризъм",
    ):  # fmt: skip
        assert words in html, words
    assert html.count("<h1") == 1 and "mlat=42.4842" in html


def test_the_territory_and_the_strategies_of_all_periods(client, homes):
    make_full_profile(villages=30)
    html = read(client)
    for words in (
        "Тунджа; част от Сливен", '<dd class="num">31</dd>', "25\xa0665\xa0души", "Стратегия 2023–2027",
        "2\xa0999\xa0953,98\xa0€", "Стратегия 2014–2020", "5\xa0867\xa0490\xa0лв. (3\xa0000\xa0000\xa0€)", "Услуги",
        "Покажи останалите 10", "с.\xa0Крушаре*", "* населени места от община Сливен", "/documents/",
    ):  # fmt: skip
        assert words in html, words
    shown, hidden = html.split("Покажи останалите 10")
    assert shown.count("с.\xa0Село") == 21 and hidden.count("с.\xa0Село") == 9


def test_a_list_with_gaps_is_not_shown(client, homes):
    organization = make_full_profile()
    strategy = organization.strategies.all()[0]
    strategy.settlement_count = 47
    strategy.save()
    html = read(client)
    assert "Село 01" not in html and "47" in html


def test_what_was_left_out_of_a_municipality_is_named_and_not_listed(client, homes):
    organization = make_full_profile(villages=4)
    strategy = organization.strategies.all()[0]
    strategy.without.set([make_settlement("Село 01", make_municipality())])
    strategy.settlement_count = 4
    strategy.save()
    html = read(client)
    assert "Тунджа (без с.\xa0Село 01)" in html.replace("с. Село", "с.\xa0Село") and "<li>с.\xa0Село 01" not in html


def test_english_readers_find_the_same_in_english(client, homes):
    make_full_profile()
    html = read(client, EN)
    for words in (
        "LAG – Tundzha", "Local action group", "One strategy for services.", "A long story.", "1 Sample St.",
        "Tundzha; part of Sliven", "Krushare*", "<li>Services</li>", "Rural tourism", "3,000,000\xa0€", "Accountant",
        '<b lang="bg">Изпълнителен директор</b>',
    ):  # fmt: skip
        assert words in html, words
    assert "Bulgarian only" not in html
    for code, path in (("bg", BG), ("en", EN)):
        assert f'hreflang="{code}" href="http://localhost:8000{path}"' in html
        assert f'<link rel="canonical" href="http://localhost:8000{path}">' in read(client, path)


def test_what_lacks_english_is_shown_in_bulgarian_and_said_to_be(client, homes):
    make_full_profile(name_en="", summary_en="", description_en="", address_en="")
    html = read(client, EN)
    assert "Some of this profile is in Bulgarian only" in html
    assert "MIG – Tundzha" in html and '<p class="lead" lang="bg">Обща стратегия' in html
    assert '<div class="prose" lang="bg">' in html and '<span lang="bg">ул.' in html
    assert f'<link rel="canonical" href="http://localhost:8000{BG}">' in html and 'rel="alternate" hreflang' not in html


def test_no_part_of_a_bare_profile_is_empty(client, homes):
    make_organization("Сдружение „Празно“", "", "prazno")
    for path in ("/organizatsii/prazno/", "/en/organisations/prazno/"):
        html = read(client, path)
        for words in (
            'id="territoria"',
            'id="strategia"',
            'id="predstavyane"',
            'id="temi"',
            "onpage",
            "None",
            "<dd></dd>",
        ):
            assert words not in html, (path, words)


def test_a_strategy_with_its_period_alone_has_no_part_of_its_own(client, homes):
    make_lag("МИГ – Айтос", [make_municipality("Айтос", "BG341")], slug="mig-aytos")
    html = read(client, "/organizatsii/mig-aytos/")
    assert 'id="territoria"' in html and "2023–2027" in html
    assert 'id="strategia"' not in html and "#strategia" not in html


def test_who_finds_nobody_to_ask_is_led_to_the_network(client, homes):
    organization = make_organization("Сдружение „Празно“", "", "prazno")
    asks = "Пишете на мрежата"
    assert asks in read(client, "/organizatsii/prazno/")
    organization.phone = "+359 46 000 001"
    organization.save()
    assert asks not in read(client, "/organizatsii/prazno/")


def test_on_paper_the_address_of_a_document_leads_there_too(client, homes, settings):
    settings.BASE_URL = "https://leader.example.org"
    make_full_profile()
    assert 'data-address="https://leader.example.org/documents/' in read(client)


def test_an_address_is_never_in_the_page(client, homes):
    make_full_profile()
    for path in (BG, EN):
        html = read(client, path)
        assert "@example" not in html and html.count("mail-reveal") == 2


def test_what_waits_in_a_draft_does_not_show(client, homes):
    organization = make_full_profile()
    organization.summary_bg = "MARKER-SUMMARY"
    organization.contacts.add(OrganizationContact(title_bg="MARKER-CONTACT"))
    strategy = organization.strategies.all()[0]
    strategy.title_bg = "MARKER-STRATEGY"
    strategy.settlements.add(make_settlement("MARKER-PLACE", make_municipality("Сливен", "Сливен")))
    organization.strategies.add(strategy)
    organization.save_revision()
    assert "MARKER" not in read(client) and "MARKER" not in read(client, EN)
    organization.latest_revision.publish()
    html = read(client)
    for name in ("SUMMARY", "CONTACT", "STRATEGY"):
        assert f"MARKER-{name}" in html


@pytest.mark.parametrize("fields", [{"live": False}, {"status": "applicant"}])
def test_who_is_not_published_is_not_found(client, homes, fields):
    make_full_profile()
    Organization.objects.update(**fields)
    for path in (BG, EN):
        assert client.get(path).status_code == 404
    assert "mig-tundzha" not in client.get("/sitemap-organizations-bg.xml").content.decode()


@pytest.mark.parametrize("fields", [{"status": "former"}, {"member_until": timezone.localdate() - timedelta(1)}])
def test_a_former_member_is_said_to_be_one(client, homes, fields):
    make_full_profile()
    assert "вече не е член" not in read(client)
    Organization.objects.update(**fields)
    html = read(client)
    assert "Тази организация вече не е член на мрежата" in html and "бивш член" in html
    assert "memberOf" not in html or "status" not in fields


def test_the_old_address_leads_to_the_new_one(client, homes):
    organization = make_full_profile()
    organization.slug = "mig-tundzha-yambol"
    organization.save()
    for path in (BG, EN):
        response = client.get(path)
        assert response.status_code == 301 and response.url == path.replace("tundzha", "tundzha-yambol")
    organization.unpublish()
    assert client.get(BG).status_code == 404


def test_search_engines_read_who_it_is_and_where_it_stands(client, homes):
    make_full_profile(logo=make_picture("Лого", size=(300, 200)), summary_bg="</script><b>")
    html = read(client)
    organization, crumbs = things(html)
    assert organization["@type"] == "NGO" and organization["address"]["addressLocality"] == "Ямбол"
    assert organization["url"] == f"http://localhost:8000{BG}" and organization["memberOf"]
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Начало", "Организации", "МИГ – Тунджа"]
    assert f'<meta property="og:image" content="{organization["image"]}">' in html
    assert "email" not in organization and "</script><b>" not in html


def test_the_sitemap_has_a_profile_in_the_languages_it_is_really_in(client, homes):
    make_full_profile()
    make_organization("Само на български", "", "samo-bg")
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-organizations-bg.xml" in index
    bg, en = (client.get(f"/sitemap-organizations-{code}.xml").content.decode() for code in ("bg", "en"))
    assert f"<loc>http://localhost:8000{BG}</loc>" in bg and "/organizatsii/samo-bg/" in bg
    assert f"<loc>http://localhost:8000{EN}</loc>" in en and "samo-bg" not in en
    assert en.count('hreflang="bg"') == 1
