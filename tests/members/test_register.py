"""The register of settlements: read in every form it comes in, taken in whole or not at all."""

import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from members.models import Municipality, Settlement
from members.projection import project
from tests.factories.members import make_organization
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db

TENEVO = {
    "ekatte": "72240", "t_v_m": "с.", "name": "Тенево", "name_en": "Tenevo",
    "oblast": "JAM", "obshtina": "JAM25", "obshtina_name": "Тунджа",
}  # fmt: skip
AYTOS = {
    "ekatte": "00151", "t_v_m": "гр.", "name": "Айтос", "name_en": "Aytos",
    "oblast": "BGS", "obshtina": "BGS01", "obshtina_name": "Айтос",
}  # fmt: skip
EXCEL_TODAY = ("ЕКАТТЕ", "Вид", "Име на населено място", "Транслитерация", "Код на областта", "Код на общината")
EXCEL_BEFORE = ("ekatte", "t_v_m", "name", "oblast", "obstina", "kind")


@pytest.fixture
def bring(tmp_path):
    """Writes files and imports them; returns what the command said."""

    def run(**files) -> str:
        paths = []
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
            paths.append(str(path))
        said = StringIO()
        call_command("import_settlements", *paths, stdout=said)
        return said.getvalue()

    return run


def excel(*rows, above=0) -> bytes:
    book, made = Workbook(), BytesIO()
    for _number in range(above):
        book.active.append(["Национален статистически институт"])
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def packed(**files) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return made.getvalue()


@pytest.mark.database
def test_one_file_tells_it_all_and_a_code_keeps_its_zeros(bring):
    said = bring(ek_atte__json=[TENEVO, AYTOS, {"name": "Общо", "ekatte": ""}])
    assert "2 нови" in said and "общини" in said and "municipalities" not in said
    town = Settlement.objects.get(name_bg="Айтос")
    assert (town.ekatte, town.kind, town.key) == ("00151", "town", "aitos")
    assert (town.municipality.code, town.municipality.name_en, town.municipality.province.nuts) == (
        "BGS01", "Aytos", "BG341",
    )  # fmt: skip


@pytest.mark.parametrize(("above", "code"), [(3, "00151"), (0, 151), (0, 151.0)])
def test_excel_of_today_with_its_three_files(bring, above, code):
    bring(
        ek_obl__xlsx=excel(("Код на областта", "Име на областта"), ("BGS", "Бургас"), above=above),
        ek_obst__xlsx=excel(("Код на общината", "Име на общината", "NUTS3"), ("BGS01", "Айтос", ""), above=above),
        ek_atte__xlsx=excel(EXCEL_TODAY, (code, "гр.", "Айтос", "Aytos", "BGS", "BGS01"), above=above),
    )
    assert Settlement.objects.get().ekatte == "00151"
    assert Municipality.objects.get().name_bg == "Айтос"


def test_excel_of_earlier_years(bring):
    bring(
        Ek_obst__xlsx=excel(("obstina", "ekatte", "name"), ("JAM25", "87374", "Тунджа")),
        Ek_atte__xlsx=excel(EXCEL_BEFORE, ("00000", None, "01.01.2015"), ("72240", "с.", "Тенево", "JAM", "JAM25", 3)),
    )
    place = Settlement.objects.get()
    assert (place.name_bg, place.name_en, place.municipality.name_bg) == ("Тенево", "Tenevo", "Тунджа")


def test_the_archive_as_it_is_published(bring):
    inner = packed(ek_atte__json=json.dumps([TENEVO]), ek_doc__json="[]")
    bring(Ekatte__zip=packed(Ekatte_json__zip=inner, Ekatte_xlsx__zip=b"never opened"))
    assert Settlement.objects.get().name_bg == "Тенево"


@pytest.mark.database
def test_a_second_import_doubles_nothing_and_a_renamed_place_keeps_its_key(bring):
    bring(ek_atte__json=[TENEVO, AYTOS])
    key = Settlement.objects.get(ekatte="72240").pk
    organization = make_organization()
    organization.settlement_id = key
    organization.save()
    said = bring(ek_atte__json=[TENEVO | {"name": "Ново Тенево", "name_en": ""}, AYTOS])
    assert "0 нови, 1 променени, 1 без промяна" in said
    place = Settlement.objects.get(ekatte="72240")
    assert (place.pk, place.name_en, place.key) == (key, "Novo Tenevo", "novo tenevo")
    organization.refresh_from_db()
    assert organization.seat_bg == "с. Ново Тенево"


def test_a_place_entered_by_name_gets_its_code(bring):
    municipality = make_municipality("Тунджа")
    place = make_settlement("Тенево", municipality, ekatte=None, latitude=42.3)
    bring(ek_atte__json=[TENEVO])
    found = Settlement.objects.get()
    assert (found.pk, found.ekatte, found.latitude, found.municipality.pk) == (place.pk, "72240", 42.3, municipality.pk)
    assert found.municipality.code == "JAM25"


def test_places_that_left_the_register_are_told_and_kept(bring):
    bring(ek_atte__json=[TENEVO, AYTOS])
    assert "Останаха и 1" in bring(ek_atte__json=[AYTOS])
    assert Settlement.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (TENEVO | {"ekatte": "7224x"}, "ред 2: „7224x“ не е код"),
        (TENEVO | {"ekatte": AYTOS["ekatte"]}, "ред 2: кодът 00151 се среща два пъти"),
        (TENEVO | {"t_v_m": "кв."}, "ред 2: непознат вид „кв.“"),
        (TENEVO | {"obshtina_name": ""}, "ред 2: непозната община „JAM25“"),
        (TENEVO | {"obshtina": "XYZ25"}, "ред 2: „XYZ25“ не е код на община"),
        (TENEVO | {"name": " "}, "ред 2: името липсва"),
        (TENEVO | {"name": "А" * 81}, "ред 2: името липсва или е твърде дълго"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_taken_in(bring, row, said):
    with pytest.raises(CommandError) as error:
        bring(ek_atte__json=[AYTOS, row])
    assert "Нищо не е внесено" in str(error.value) and said in str(error.value)
    assert not Settlement.objects.exists() and not Municipality.objects.exists()


def test_many_bad_rows_are_told_together(bring):
    with pytest.raises(CommandError) as error:
        bring(ek_atte__json=[TENEVO | {"ekatte": f"x{n}"} for n in range(30)])
    assert "ред 1:" in str(error.value) and "и още 10" in str(error.value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ek_atte__json", b"{", "не е JSON"),
        ("ek_atte__json", b'{"ekatte": "1"}', "очаква се списък"),
        ("ek_atte__json", b"\xff\xfe", "не е JSON"),
        ("ek_atte__xlsx", b"PK junk", "не може да се прочете като файл на Excel"),
        ("ek_atte__xlsx", excel(("a", "b"), (1, 2)), "няма ред с имената на колоните"),
        ("ek_atte__xls", b"\xd0\xcf", "Запишете стария .xls"),
        ("ekatte__zip", b"PK junk", "повреден"),
        ("ekatte__zip", packed(readme__txt="x"), "няма файл ek_atte"),
        ("ek_obl__json", [{"oblast": "BGS", "name": "Бургас"}], "липсва файлът ek_atte"),
        ("people__json", [{"name": "Тенево"}], "не е файл от регистъра"),
    ],
)
def test_a_wrong_file_is_explained(bring, name, content, said):
    with pytest.raises(CommandError, match=said):
        bring(**{name: content})


def test_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="не може да се отвори"):
        call_command("import_settlements", "nyama.json")


def test_larger_places_get_their_coordinates_where_the_name_is_sure(bring):
    town = AYTOS | {"ekatte": "39030", "name": "Котел", "name_en": "Kotel", "oblast": "SLV", "obshtina": "SLV16"}
    village = town | {"ekatte": "39031", "t_v_m": "с."}
    elsewhere = town | {"ekatte": "39032", "oblast": "VID", "obshtina": "VID16", "obshtina_name": "Ружинци"}
    twice = [TENEVO | {"ekatte": code, "name": "Безмер", "name_en": "Bezmer"} for code in ("03229", "03230")]
    kept = make_settlement("Тенево", make_municipality(), ekatte="72240", latitude=1.5, longitude=2.5)
    bring(ek_atte__json=[town, village, elsewhere, *twice, TENEVO])
    found = {one.ekatte: (one.latitude, one.longitude) for one in Settlement.objects.all()}
    assert found["39030"] == (42.88, 26.45)
    assert found["39031"] == found["39032"] == found["03229"] == found["03230"] == (None, None)
    assert found[kept.ekatte] == (1.5, 2.5)


def test_a_place_without_coordinates_stands_among_its_neighbours_on_the_map(client):
    municipality = make_municipality("Котел", "BG342")
    make_settlement("Котел", municipality, "town", latitude=42.89, longitude=26.45)
    organization = make_organization()
    organization.settlement = make_settlement("Жеравна", municipality)
    organization.save()
    x, y = project(42.89, 26.45)
    assert f"M{x} {round(y - 5, 2):g}l" in client.get("/organizatsii/karta/").content.decode()
