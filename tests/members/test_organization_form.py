"""The editor of a profile: what is typed in any usual form is understood, mistakes are told in words."""

from decimal import Decimal

import pytest

from members.models import Organization
from tests.factories.members import make_admin, make_organization
from tests.factories.organization_form import form_data
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db
PUBLISH = {"action-publish": "action-publish"}


@pytest.fixture
def places():
    tundzha, sliven = make_municipality(), make_municipality("Сливен", "Сливен")
    make_settlement("Крушаре", sliven, ekatte="40165")
    make_settlement("Чокоба", sliven)
    make_settlement("Роза", tundzha)
    for province in ("Варна", "Русе"):
        make_settlement("Бяла", make_municipality("Бяла", province), "town")


@pytest.fixture
def send(client, homes, places):
    """Sends the form of МИГ – Тунджа as an administrator."""
    client.force_login(make_admin())
    organization = make_organization()

    def post(**fields):
        return client.post(f"/admin/snippets/members/organization/edit/{organization.pk}/", form_data(**fields))

    return post


def live() -> Organization:
    return Organization.objects.get()


def errors(response) -> str:
    assert response.status_code == 200
    form = response.context["form"]
    return str([form.errors, [formset.errors for formset in form.formsets.values()]])


def test_what_is_typed_in_any_usual_form_is_kept_in_one(send):
    response = send(
        **PUBLISH,
        settlement="с. Krushare",
        phone="044/66 11 22",
        eik="BG 175 074 752",
        contacts=[{"title_bg": "Счетоводител", "phone": "0888 123 456"}],
        links=["https://example.org/mig"],
        strategies=[
            {
                "budget": "2 300 000,50 €",
                "municipalities": "Тунджа",
                "settlements": "с. Крушаре; Чокоба\n40165",
                "without": "Роза",
            }
        ],
    )
    assert response.status_code == 302, errors(response)
    organization = live()
    assert organization.seat_bg == "с. Крушаре" and organization.phone == "+359 44 661 122"
    assert organization.eik == "175074752"
    assert organization.contacts.get().phone == "+359 88 812 3456"
    strategy = organization.strategies.get()
    assert strategy.budget == Decimal("2300000.50")
    assert [place.name for place in strategy.municipalities.all()] == ["Тунджа"]
    assert [place.name for place in strategy.settlements.all()] == ["Крушаре", "Чокоба"]
    assert [place.name for place in strategy.without.all()] == ["Роза"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"eik": "175074753"}, "Последната цифра не отговаря"),
        ({"eik": "1750"}, "ЕИК има 9 цифри"),
        ({"eik": "12345678Ж"}, "ЕИК има 9 цифри"),
        ({"phone": "обадете се"}, "Това не е телефонен номер"),
        ({"settlement": "Крушере"}, "Няма такова населено място: Крушере"),
        ({"settlement": "Бяла"}, "Бяла (област Варна) или Бяла (област Русе)"),
        ({"settlement": "Бяла, Роза"}, "само едно населено място"),
        ({"strategies": [{"municipalities": "Тунджа, Тунчо, Марс"}]}, "Няма такава община: Тунчо, Марс"),
        ({"strategies": [{"settlements": "Бяла"}]}, "Няколко места се казват „Бяла“"),
        ({"strategies": [{"municipalities": "Тунджа", "without": "Крушаре"}]}, "Крушаре не е в нито една от"),
        ({"strategies": [{"budget": "много"}]}, "Напишете сума, например"),
        ({"strategies": [{"period": "2014-20"}, {"period": "2014-20"}]}, "За този период вече има стратегия"),
        ({"member_since": "01.02.2020", "member_until": "01.01.2020"}, "преди деня на присъединяване"),
    ],
)
def test_a_mistake_is_told_in_words_and_nothing_typed_is_lost(send, fields, said):
    response = send(**PUBLISH | fields, summary_bg="Дълго писано резюме")
    page = response.content.decode()
    assert said in errors(response)
    assert said.split(" – ")[0] in page and "Дълго писано резюме" in page
    typed = fields if "strategies" not in fields else fields["strategies"][0]
    for value in typed.values():
        assert value in page
    assert not live().summary_bg


def test_an_eik_that_another_organisation_has_is_told_with_its_name(send):
    other = make_organization("НЧ „Искра“", slug="iskra")
    other.eik = "175074752"
    other.save()
    assert "Този ЕИК вече е на НЧ „Искра“" in errors(send(**PUBLISH, eik="175074752"))


def test_the_form_shows_places_and_sums_as_they_are_written(send, client):
    send(
        **PUBLISH,
        settlement="Бяла (област Русе)",
        strategies=[{"budget": "5867490", "currency": "BGN", "settlements": "Крушаре, Чокоба"}],
    )
    page = client.get(f"/admin/snippets/members/organization/edit/{live().pk}/").content.decode()
    assert "Бяла (област Русе)" in page and "5\xa0867\xa0490" in page and "Крушаре, Чокоба" in page


def test_what_the_office_decides_holds_at_once_and_a_draft_waits(send):
    response = send(slug="mig-tundzha-yambol", status="former", verified="on", summary_bg="Само в черновата")
    assert response.status_code == 302
    organization = live()
    assert (organization.slug, organization.status, organization.verified) == ("mig-tundzha-yambol", "former", True)
    assert not organization.summary_bg and organization.has_unpublished_changes
    assert organization.get_latest_revision_as_object().summary_bg == "Само в черновата"


def test_half_typed_words_do_not_hold_while_the_editor_saves_by_itself(send, client):
    path = f"/admin/snippets/members/organization/edit/{live().pk}/"
    response = client.post(path, form_data(slug="mig-t", summary_bg="Пише се"), headers={"accept": "application/json"})
    assert response.json()["success"], response.json()
    assert live().slug == "mig-tundzha"
    assert live().get_latest_revision_as_object().summary_bg == "Пише се"


def test_an_empty_word_in_the_address_keeps_the_old_one(send):
    assert send(**PUBLISH, slug="").status_code == 302
    assert live().slug == "mig-tundzha"


def test_an_officer_is_warned_of_what_readers_would_stumble_over(send, client):
    text = '{"blocks":[{"key":"a1","type":"unstyled","depth":0,"text":"Вижте тук","inlineStyleRanges":[],"entityRanges":[{"key":0,"offset":6,"length":3}]}],"entityMap":{"0":{"type":"LINK","mutability":"MUTABLE","data":{"url":"https://example.org/"}}}}'
    response = send(name_bg="МИГ ТУНДЖА И КРАЙРЕЧИЕ", description_bg=text)
    page = client.get(response.url).content.decode()
    assert "Заглавието е с главни букви" in page and "не казва накъде води" in page
