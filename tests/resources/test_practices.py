"""Good practices: listed by theme, sector and province, in both languages; drafts are nobody else's business."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.models import Organization, Province, Theme
from resources.models import Practice, PracticeFigure, PracticeMaterial, PracticePartner
from tests.factories.core import make_picture
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.owned import make_practice
from tests.factories.resources import make_material

pytestmark = pytest.mark.django_db
LIST = "/obuchenia/praktiki/"


@pytest.fixture
def tundzha(homes):
    organization = make_organization()
    Organization.objects.filter(pk=organization.pk).update(live=True)
    return organization


def titles(client, query: str = "", address: str = LIST) -> set[str]:
    page = client.get(address + query).content.decode()
    return {practice.title_bg for practice in Practice.objects.all() if practice.title_bg in page}


def test_the_page_tells_everything_one_needs_to_repeat_it(client, tundzha):
    practice = make_practice(
        tundzha, "Чиста река", title_en="A clean river", cost="640.00", repeating_bg="<p>Картата е първа.</p>",
        asked_bg="координаторът", cost_note_bg="ръкавици",
    )  # fmt: skip
    practice.partners.add(PracticePartner(name_bg="Фирма „Превоз“", sector="business"))
    practice.figures.add(PracticeFigure(number="114", what_bg="чувала", what_en="sacks"))
    practice.save()
    answer = client.get(f"{LIST}{practice.slug}/")
    page = answer.content.decode()
    for told in ("Мръсна", "Чистихме", "640 €", "Картата е първа", "координаторът", "Фирма „Превоз“", "114", "чувала"):
        assert told in page.replace("\xa0", " "), told
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")
    english = client.get(f"/en/training/praktiki/{practice.slug}/").content.decode()
    assert "A clean river" in english and "sacks" in english and 'lang="bg"' in english


def test_filters_narrow_the_list(client, tundzha):
    other = make_organization("Фирма за туризъм", "", "firma")
    Organization.objects.filter(pk=other.pk).update(live=True, kind="other")
    rural, river = make_practice(other, "Къща за гости"), make_practice(tundzha, "Чиста река")
    river.themes.add(Theme.objects.get(slug="mladi-hora"))
    river.save()
    tundzha.provinces.add(Province.objects.get(nuts="BG343"))
    assert titles(client) == {rural.title_bg, river.title_bg}
    assert titles(client, "?theme=mladi-hora") == {river.title_bg}
    assert titles(client, "?province=BG343") == {river.title_bg}
    assert titles(client, "?sector=business") == {rural.title_bg}
    river.partners.add(PracticePartner(name_bg="Фирма", sector="business"))
    river.save()
    assert titles(client, "?sector=business") == {rural.title_bg, river.title_bg}, "by a partner as well"
    assert titles(client, "?theme=nyama&sector=x") == {rural.title_bg, river.title_bg}, "what nobody could choose"
    assert titles(client, "?sector=public") == set()


def test_a_draft_and_what_an_applicant_wrote_are_seen_by_no_reader(client, tundzha):
    draft = make_practice(tundzha, "Тайна чернова", live=False)
    applicant = make_practice(make_organization("Кандидат", "", "kandidat"), "От кандидат")
    Organization.objects.filter(slug="kandidat").update(status="applicant", live=True)
    client.force_login(make_user())
    for practice in (draft, applicant):
        assert client.get(f"{LIST}{practice.slug}/").status_code == 404
        assert practice.slug not in client.get("/sitemap-practices-bg.xml").content.decode()
    assert titles(client) == set()


def test_an_old_address_leads_on(client, tundzha):
    practice = make_practice(tundzha, slug="staro")
    practice.slug = "novo"
    practice.save()
    assert client.get(f"{LIST}staro/").url == f"{LIST}novo/"


def test_they_stand_on_the_profile_of_their_organisation(client, tundzha):
    make_practice(tundzha, "Чиста река", picture=make_picture("Реката"))
    make_practice(tundzha, "Чернова", live=False)
    page = client.get(f"/organizatsii/{tundzha.slug}/").content.decode()
    assert "Чиста река" in page and "Чернова" not in page and 'id="dobri-praktiki"' in page


def test_a_material_is_shown_to_whom_it_is_for(client, tundzha):
    practice = make_practice(tundzha)
    practice.materials.add(PracticeMaterial(material=make_material("Само за членове", tundzha, audience="members")))
    practice.save()
    address = f"{LIST}{practice.slug}/"
    assert "Само за членове" not in client.get(address).content.decode()
    client.force_login(make_user())
    assert "Само за членове" in client.get(address).content.decode()


def test_what_goes_to_readers_is_whole(client, tundzha):
    client.force_login(make_editor(tundzha))
    practice = make_practice(tundzha, live=False, result_bg="")
    address = reverse("wagtailsnippets_resources_practice:edit", args=[practice.pk])
    form = client.get(address).context["form"]
    sent = (
        {
            field.html_name: field.value() if field.value() is not None else ""
            for field in form
            if field.name != "themes"
        }
        | {f"{name}-TOTAL_FORMS": 0 for name in form.formsets}
        | {f"{name}-INITIAL_FORMS": 0 for name in form.formsets}
    )
    sent |= {f"{name}_bg": "null" for name in ("result", "repeating")} | {"title_bg": "Друго име", "cost": "1 200,50"}
    refused = client.post(address, sent | {"action-submit": "1"})
    assert "result_bg" in refused.context["form"].errors and "Друго име" in refused.content.decode()
    assert client.post(address, sent).status_code == 302, "a draft may lack it"
    assert Practice.objects.get().get_latest_revision_as_object().cost == pytest.approx(1200.5)


@pytest.mark.parametrize("address", [LIST, "one"])
def test_a_page_costs_the_same_for_one_and_for_three(client, tundzha, address):
    costs = []
    for number in range(3):
        practice = make_practice(tundzha, f"Практика {number}")
        practice.partners.add(*(PracticePartner(name_bg=f"Партньор {n}", sector="public") for n in range(number + 1)))
        practice.save()
        where = f"{LIST}{practice.slug}/" if address == "one" else address
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        costs.append(len(asked))
    assert costs[0] >= costs[1] == costs[2], costs
