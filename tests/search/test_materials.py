"""Materials are found by what their files say; of what a reader may not have there is no trace by any door."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfWriter

from core.regularly import tick
from events.models import Seat
from members.models import Organization, Theme
from resources.keeping import new_version
from resources.models import Material, MaterialVersion
from resources.publishing import publish
from resources.reading.tasks import look_through
from search.models import Entry, Promotion, Word
from search.rebuilding import behind, rebuild
from tests.core.files import pdf
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_user
from tests.factories.resources import make_course, make_file, make_material

pytestmark = pytest.mark.django_db
DOORS = [
    *("?q=тайна", "?q=тайна&kind=material", "?q=тайна&sort=new&exact=1", "?q=тайма", "?q=taina", "?q=пчелно"),
    *("rss/?q=тайна", "podskazki/?q=тай", "podskazki/?q=tai", "?q=важно"),
]


@pytest.fixture
def told(homes, django_capture_on_commit_callbacks):
    """What happens inside is committed, with its background work."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def audiences():
    return list(Entry.objects.filter(kind="material").values_list("audience", flat=True))


def book(*pages: str) -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    for text in pages:
        writer.append(io.BytesIO(pdf(1, text)))
    writer.write(stream)
    return stream.getvalue()


def say(material, *pages: str) -> None:
    """As if the portal had read it in the file."""
    version = material.current
    version.text, version.is_scan = "\f".join(pages), False
    version.save()
    Entry.objects.filter(kind="material", thing=material.pk).update(stamp="")


def test_a_word_in_the_middle_of_a_file_is_found_with_its_page(look):
    pages = ["Uvod", "", "Tri", "Chetiri", "Pet", "Shest", "Pchelen med ot Krushare", "Osem"]
    make_material("Наръчник", file=make_file("a.pdf", book(*pages)))
    answer = look.answer("крушаре")
    (hit,) = answer.context["hits"]
    assert hit.url == "/obuchenia/biblioteka/narachnik/?str=7#dok"
    assert "<span>стр. 7</span>" in answer.content.decode() or "<span>page 7</span>" in answer.content.decode()
    assert "<mark>Krushare</mark>" in hit.text and "Uvod" not in hit.text
    assert answer.client.get(hit.url).status_code == 200
    (by_title,) = look.answer("наръчници").context["hits"]
    assert by_title.page == "" and by_title.url == "/obuchenia/biblioteka/narachnik/"


@pytest.mark.parametrize("query", ["пчелни кошери", "pchelni kosheri", "пчелния кошер"])
def test_the_page_with_all_the_words_before_those_with_one(look, query):
    material = make_material("Книга")
    say(material, "Пчелна паша. " * 900, "Кошери, кошери, кошери", *["Празно"] * 40, "Пчелен кошер", "Кошер")
    (hit,) = look.answer(query).context["hits"]
    assert hit.url.endswith("?str=43#dok")


def test_a_thick_book_is_found_by_its_last_page(look):
    material = make_material("Книга")
    say(
        material, *[" ".join(f"дума{n} селото" for n in range(page, page + 60)) for page in range(280)], "Накрая хвойна"
    )
    (hit,) = look.answer("хвойни").context["hits"]
    assert hit.url.endswith("?str=281#dok")
    page = look.answer("x").client.get(hit.url).content.decode()
    assert "Накрая хвойна" in page and "/281.webp" not in page


def test_contacts_out_of_a_file_are_neither_found_nor_shown(look):
    material = make_material("Списък", description_bg="Питайте на 0888 765 432 за списъка")
    say(material, "Участници: Иван, ivan.petrov@example.org, 0888 123 456", "ЕГН 7501020018 край")
    for query in ("0888123456", "0888 123 456", "ivan.petrov@example.org", "petrov", "7501020018", "0888 765 432"):
        assert look(query, exact=1) == [], query
    for query in ("участници", "край", "списък"):
        html = look.answer(query).content.decode()
        assert "Списък" in html
        assert not [one for one in ("123 456", "petrov", "7501020018", "765 432") if one in html]
    assert not Word.objects.filter(word__in=["petrov", "example"]).exists()


def test_of_a_scan_it_is_said_that_it_has_no_text(look):
    material = make_material("Стара книга", file=make_file("k.pdf", pdf(2)))
    assert material.current.is_scan
    (hit,) = look.answer("стара").context["hits"]
    assert str(hit.remark) in ("сканирано, без текст", "scanned, without text")
    assert look("сканирано") == look("scanned") == []


def test_found_by_theme_kind_author_and_in_both_languages(look):
    material = make_material("Наръчник", title_en="Handbook", kind="template", year=2024)
    bees = Theme.objects.create(title_bg="Пчеларство", slug="pchelarstvo")
    material.themes = [bees]
    material.save_revision().publish()
    for query in ("пчеларство", "2024 наръчник", "тунджа наръчник"):
        assert look(query) == ["Наръчник"], query
    assert look("наръчник", theme="pchelarstvo") == ["Наръчник"]
    assert look("наръчник", kind="material") == ["Наръчник"]
    assert look("handbook", "/en") == ["Handbook"]


def secret(**fields) -> Material:
    material = make_material("Тайна книга", file=make_file("t.pdf"), **fields)
    say(material, "Тайна", "Пчелно слово за тайна")
    return material


def seen_by(client, person=None) -> list[str]:
    """Doors through which anything of it comes."""
    client.logout()
    if person:
        client.force_login(person)
    rebuild()
    found = []
    for prefix in ("", "/en"):
        for door in DOORS:
            html = client.get(f"{prefix}/tarsene/{door}").content.decode()
            if "tayna-kniga" in html or "слово" in html or "Тайна" in html or "Did you mean" in html:
                found.append(prefix + door)
    return found


def test_who_may_not_have_it_learns_nothing_of_it(client, homes):
    part = make_part(make_event("Обучение"))
    member, taking, waiting = make_user(), make_user("zapisan@example.org"), make_user("chaka@example.org")
    make_registration(part, "Записан", taking.email)
    seat = make_registration(part, "Чака", waiting.email).attendees.get().seats.get()
    Seat.objects.filter(pk=seat.pk).update(state="waiting")
    material = secret(audience="event", event=part.event)
    Promotion.objects.create(words="важно", address="/x/", kind="material", thing=material.pk)
    assert audiences() == ["chosen"]
    for person in (None, member, waiting):
        assert seen_by(client, person) == [], person
    assert len(seen_by(client, taking)) >= 12
    context = client.get("/tarsene/?q=тайна").context
    assert [one.count for one in context["kinds"]] == ["1", "1"]
    Seat.objects.all().delete()
    assert seen_by(client, taking) == []


def test_for_members_first_then_for_everybody(client, homes):
    material = secret(public_from=timezone.now() + timedelta(days=2))
    assert audiences() == ["members"] and seen_by(client) == []
    assert len(seen_by(client, make_user())) >= 12
    Material.objects.filter(pk=material.pk).update(public_from=timezone.now() - timedelta(minutes=1))
    tick.send(None)
    assert audiences() == ["public"]
    assert len(seen_by(client)) >= 14  # the feed and what may have been meant are for everybody
    material.refresh_from_db()
    material.audience = "members"
    material.save()
    assert audiences() == ["members"] and seen_by(client) == []


def test_publishing_and_reading_a_new_version_is_enough(told, client):
    with told():
        material = make_material("Наръчник", file=make_file("a.pdf", pdf(2, "Krushare")))
    assert len(client.get("/tarsene/?q=крушаре").context["hits"]) == 1
    with told():
        version = new_version(material, make_file("b.pdf", pdf(2, "Miladinovtsi")), None)
    look_through.call(version.pk)
    assert client.get("/tarsene/?q=miladinovtsi").context["hits"] == []
    with told():
        publish(MaterialVersion.objects.get(pk=version.pk), timezone.now())
    assert client.get("/tarsene/?q=крушаре").context["hits"] == []
    assert len(client.get("/tarsene/?q=миладиновци").context["hits"]) == 1
    assert behind() == 0


def test_what_is_read_anew_in_a_file_and_a_theme_with_another_name(told, look):
    with told():
        material = make_material("Наръчник", file=make_file("a.pdf", pdf(2, "Krushare")))
        theme = Theme.objects.create(title_bg="Пчеларство", slug="pchelarstvo")
        material.themes = [theme]
        material.save_revision().publish()
    version = MaterialVersion.objects.get()
    version.text = "Миладиновци"  # the reading of files has become better
    with told():
        version.save(update_fields=["reading", "text"])
        theme.title_bg = "Бубарство"
        theme.save()
    assert look.answer("миладиновци").context["hits"] and look("бубарството") == ["Наръчник"]
    assert look("крушаре", exact="1") == look("пчеларство", exact="1") == []


@pytest.mark.parametrize("how", ["unpublish", "delete", "version", "organisation", "course", "course for members"])
def test_what_is_taken_away_is_hidden_before_anything_is_committed(homes, how):
    course = make_course()
    material = make_material("Наръчник", course=course)
    rebuild()
    assert audiences() == ["public"]
    if how == "unpublish":
        material.unpublish()
    elif how == "delete":
        material.delete()
    elif how == "version":
        material.current.delete()
    elif how == "organisation":
        organization = Organization.objects.get(pk=material.organization_id)
        organization.live = False
        organization.save()
    elif how == "course":
        course.unpublish()
    else:
        course.audience = "members"
        course.save_revision().publish()
    expected = {"delete": [], "course for members": ["members"]}.get(how, ["editors"])
    assert audiences() == expected
    rebuild()
    assert audiences() == expected
    assert not Word.objects.filter(word="наръчник", times__gt=0).exists()


def test_however_many_materials_it_costs_the_same(client, homes, django_assert_max_num_queries):
    part, person = make_part(make_event("Обучение")), make_user()
    make_registration(part, "Записан", person.email)
    client.force_login(person)

    def cost():
        for _time in range(2):
            client.get("/tarsene/?q=наръчник")
        with django_assert_max_num_queries(9) as queries:
            client.get("/tarsene/?q=наръчник")
        return len(queries)

    for number in range(3):
        make_material(f"Наръчник {number}", audience="event", event=part.event)
    few = cost()
    for number in range(5):
        make_material(f"Наръчник втори {number}", audience="event", event=make_part(make_event("Друго")).event)
        make_material(f"Наръчник трети {number}", audience="members")
    assert cost() == few
