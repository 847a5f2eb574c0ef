"""Papers to print: names in Cyrillic, hostile names that stay names, the columns that the host chose, nobody else's."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from events.certificates.giving import give
from events.enums import Service
from events.papers.badges import badges
from events.papers.certificate import certificate
from events.papers.poster import _set
from events.papers.sheet import USUAL, sheet
from tests.events.day import forum_part, held_event, register
from tests.factories.core import make_funding, make_picture
from tests.factories.events import make_forum, make_part
from tests.factories.members import make_editor, make_organization, make_user

pytestmark = pytest.mark.django_db
HOSTILE = [
    '#panic("край")',
    "*Иван* _Петров_ `код` $x^2$ @ref <label>",
    'Ана "Кавичка" \\ Обратна',
    '#import "/etc/passwd": *',
    "Мария\u202e вортеП\u0001\u2028Стоянова",
    ']#eval("1+1")[',
    "= Заглавие - списък + 1. //коментар /*",
]


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def event(homes):
    return held_event("Форум „Какво задържа хората на село“", funding=make_funding())


@pytest.fixture
def part(event):
    return forum_part(event)


def address(name, event):
    return reverse(f"wagtailsnippets_events_event:{name}", args=[event.pk])


def test_the_sheet_has_the_people_the_contract_and_room_for_others(event, part):
    register(
        event,
        part,
        "Станислава Живкова",
        "Щерю Ъглев",
        organization=make_organization("НЧ „Искра – 1929“", slug="iskra"),
    )
    register(event, part, "Отказал се", state="cancelled")
    made = sheet(event, part, list(USUAL), 3)
    text = text_of(made)
    for words in ("Станислава Живкова", "Щерю Ъглев", "НЧ „Искра – 1929“", "Присъствен списък", "РД50-39/23.04.2018"):
        assert words in text
    assert "Отказал се" not in text and "Телефон" not in text and "gost" not in text
    assert " 5 " in text  # two people and three empty rows
    assert PdfReader(BytesIO(made)).metadata.title.startswith("Присъствен списък")


def test_columns_are_the_hosts_choice(event, part):
    register(event, part, "Иван Иванов", phone="+359 46 123 456")
    text = text_of(
        sheet(event, None, ["number", "name", "phone", "settlement", "position", "organization", "signature"], 0)
    )
    assert "+359 46 123 456" in text.replace("\xa0", " ") and "Телефон" in text
    assert "Име и фамилия" not in text_of(sheet(event, None, ["number", "signature"], 2))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_a_name(event, part, name):
    seats = register(event, part, name, "Обикновено Име", came=True, organization_name=name)
    give(event)
    seen = "".join(sign for sign in name if sign.isalnum() and sign.isprintable())
    for made in (sheet(event, part, list(USUAL), 0), badges(event, part), certificate(seats[0].attendee.certificate)):
        text = text_of(made)
        assert "\u202e" not in text
        assert "".join(sign for sign in text if sign.isalnum()).count(seen) >= 1
    assert "Обикновено Име" in text_of(badges(event, part))


def test_a_person_of_two_parts_is_one_row_and_one_badge(event, part):
    press = make_part(event, "Пресконференция")
    [seat] = register(event, part, "Ива Репортерова")
    press.seats.create(attendee=seat.attendee, part=press, state="confirmed")
    assert text_of(sheet(event, None, list(USUAL), 0)).count("Ива Репортерова") == 1
    text = text_of(badges(event, None))
    assert text.count("Ива Репортерова") == 1 and "Форум, Пресконференция" in text
    assert seat.attendee.code in text.replace(" ", "")  # two letters set apart are read as a gap


def test_eight_badges_stand_on_a_sheet(event, part):
    for number in range(9):
        register(event, part, f"Участник {number}")
    assert len(PdfReader(BytesIO(badges(event, part))).pages) == 2


LONG = "Непротивоконституционствувателствувайте и „Какво задържа хората на село“ "


@pytest.mark.parametrize("times", [0, 1, 9])
def test_the_poster_is_one_page_whatever_is_typed(homes, times):
    hosts = [make_organization(f"Сдружение {number} {LONG}", slug=f"host-{number}") for number in range(times)]
    event = make_forum(slug="forum-" + "na-selo-" * 8 + "3")
    words = LONG * times
    for name, size in (
        ("title", 200),
        ("summary", 300),
        ("for_whom", 200),
        ("hints", 300),
        ("place", 160),
        ("hall", 120),
    ):
        if words:
            setattr(event, f"{name}_bg", words[:size])
    event.address = words[:200]
    event.services = Service.values
    event.save()
    event.co_hosts.add(*hosts)
    made = _set(event, "bg")
    [page] = PdfReader(BytesIO(made)).pages
    text = "".join(text_of(made).replace("\u200b", "").split())
    for shown in (
        event.organization.name_bg,
        event.title_bg[:60],
        event.for_whom_bg[:60],
        event.place_bg[:60],
        "РД50-39",
    ):
        assert "".join(shown.split()) in text, shown
    assert float(page.mediabox.height) == pytest.approx(841.9, abs=1)


def test_a_logo_whose_file_is_gone_does_not_stop_the_paper(event, part):
    event.organization.logo = make_picture()
    event.organization.save()
    register(event, part, "Иван Иванов")
    assert "Иван Иванов" in text_of(sheet(event, part, list(USUAL), 0))
    event.organization.logo.file.delete(save=False)
    event.organization.logo.renditions.all().delete()
    assert "Иван Иванов" in text_of(sheet(event, part, list(USUAL), 0))


def test_the_host_gets_them_from_the_desk(client, event, part):
    register(event, part, "Станислава Живкова")
    client.force_login(make_editor(event.organization))
    assert "Присъствен списък" in client.get(address("inspect", event)).content.decode()
    made = client.post(address("sheet", event), {"part": part.pk, "columns": list(USUAL), "empty_rows": 2})
    assert made["Content-Type"] == "application/pdf" and "no-store" in made["Cache-Control"]
    assert "Станислава Живкова" in text_of(made.content)
    refused = client.post(address("sheet", event), {"columns": ["number"], "empty_rows": 900}).content.decode()
    assert "нужни имена или място за подпис" in refused and "200" in refused


def test_badges_of_nobody_are_a_sentence(client, event, part):
    client.force_login(make_editor(event.organization))
    assert "Още никой не е записан" in client.post(address("badges", event), {}).content.decode()


@pytest.mark.parametrize("name", ["sheet", "badges", "certificates"])
def test_nobody_else_gets_them(client, event, part, name):
    register(event, part, "Станислава Живкова", came=True)
    others = [
        make_user("chlen@example.org"),
        make_editor(make_organization("Чужда", slug="chuzhda"), "chuzhd@example.org"),
    ]
    for person in (None, *others):
        client.logout()
        if person:
            client.force_login(person)
        for answer in (
            client.get(address(name, event)),
            client.post(address(name, event), {"columns": ["name"], "empty_rows": 1}),
        ):
            assert answer.status_code in (302, 403, 404) and "Станислава" not in answer.content.decode(errors="replace")
    assert not event.certificates.exists()


def test_an_unbroken_name_stays_in_its_column(event, part):
    register(event, part, "Ъ" * 120, "Обикновено Име", organization_name="Щ" * 60)
    [page] = PdfReader(BytesIO(sheet(event, part, list(USUAL), 0))).pages
    lines = [line for line in page.extract_text().splitlines() if "ЪЪ" in line]
    assert len(lines) > 3 and "".join(lines).count("Ъ") == 120
    assert max(line.count("Ъ") for line in lines) < 40
