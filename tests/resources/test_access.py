"""Whoever may not have a material gets neither its file nor a picture, a word or a row of it, by no door."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Seat
from members.enums import Role
from resources.models import CoursePage, Material
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.news import translate
from tests.factories.resources import make_course, make_file, make_lesson, make_material
from tests.resources.recordings import wav

pytestmark = pytest.mark.django_db
SECRET = "Zebra"  # in its title, and in the text of its file
SEARCHED = ("?q=material", "?q=material&kind=material&sort=new", "rss/?q=material", "podskazki/?q=mater")


def doors(material: Material) -> list[str]:
    """Every address that gives something of a material."""
    file = f"/fayl/{material.slug}/"
    library = ("/obuchenia/biblioteka/", "/en/training/biblioteka/")
    return [
        *(file, f"{file}1/", f"{file}1/puskane/", f"{file}1/tekst/", f"{file}1/1.webp", f"{file}subtitri/bg.vtt"),
        *(f"{lib}{material.slug}/" for lib in library),
        *(f"{lib}{more}" for lib in library for more in ("", "?kind=guide", "?order=most", "rss/", "atom/")),
        *("/obuchenia/", "/en/training/", "/sitemap-materials-bg.xml"),
        *(f"{prefix}/tarsene/{more}" for prefix in ("", "/en") for more in SEARCHED),
    ]


def leaks(client, material: Material) -> list[str]:
    """Addresses that give it away: the answer says more than that there is nothing."""
    found = []
    for address in doors(material):
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        own = address.startswith("/fayl/") or address.endswith(f"/{material.slug}/")
        if own and answer.status_code != 404 or SECRET.encode() in content.replace(b"q=Zebra", b""):
            found.append(address)
    return found


def has(client, material: Material) -> bool:
    return client.get(f"/fayl/{material.slug}/1/").status_code == 200


def make_secret(**fields) -> Material:
    file = make_file("zebra.pdf")
    return make_material(f"{SECRET} material", file=file, slug="tainstven", **fields)


def test_the_doors_are_doors(client, homes):
    """What is public is found behind most of them: else the tests below would say nothing."""
    found = leaks(client, make_secret())
    assert len(found) >= 15, set(doors(Material.objects.get())) - set(found)


def test_a_members_material_is_for_those_who_are_logged_in(client, homes):
    material = make_secret(audience="members")
    assert leaks(client, material) == []
    client.force_login(make_user())
    assert has(client, material) and SECRET in client.get("/obuchenia/biblioteka/").content.decode()


def test_nothing_of_a_members_visit_stays_for_others(client, homes):
    material = make_secret(audience="members")
    client.force_login(make_user())
    for address in doors(material):
        client.get(address)
    client.logout()
    assert leaks(client, material) == []


def test_members_first_everybody_later(client, homes):
    material = make_secret(public_from=timezone.now() + timedelta(days=2))
    assert leaks(client, material) == []
    client.force_login(make_user())
    assert has(client, material)
    client.logout()
    Material.objects.update(public_from=timezone.now() - timedelta(minutes=1))
    assert has(client, material)


def test_participants_of_an_event(client, homes):
    part = make_part(make_event("Обучение"))
    material = make_secret(audience="event", event=part.event)
    member, taking, waiting = make_user(), make_user("zapisan@example.org"), make_user("chaka@example.org")
    make_registration(part, "Записан", taking.email)
    seat = make_registration(part, "Чака", waiting.email).attendees.get().seats.get()
    Seat.objects.filter(pk=seat.pk).update(state="waiting")
    for person, may in ((None, False), (member, False), (taking, True), (waiting, False)):
        client.logout()
        if person:
            client.force_login(person)
        assert has(client, material) is may, person
        assert may or leaks(client, material) == []


def test_a_material_of_a_course_is_for_nobody_to_whom_the_course_is_not(client, homes):
    draft = make_course("Чернова", live=False)
    material = make_secret(course=draft)
    assert leaks(client, material) == []
    draft.audience = "members"
    draft.save_revision().publish()
    lesson = make_lesson(draft, f"{SECRET} lesson", [material])
    assert leaks(client, material) == []
    zipped = f"/fayl/kurs/{draft.pk}.zip"
    assert client.get(zipped).status_code == 404
    assert SECRET not in client.get(lesson.url, follow=True).content.decode()
    client.force_login(make_user())
    assert has(client, material) and client.get(zipped).status_code == 200


@pytest.mark.parametrize("course", [{"live": False}, {"audience": "members"}, {"live": False, "audience": "members"}])
def test_a_material_stays_closed_when_its_course_is_deleted(client, homes, course):
    material = make_secret(course=make_course(**course))
    CoursePage.objects.get().delete()
    assert Material.objects.get().course is None and leaks(client, material) == []
    if "audience" in course:  # published anew it is for those for whom its course was
        Material.objects.get().get_latest_revision().publish()
        assert leaks(client, material) == []
        client.force_login(make_user())
        assert has(client, material)


def test_lessons_are_read_by_those_who_may_read_their_course_in_both_languages(client, homes):
    course = make_course("Курс", live=False)
    lesson = make_lesson(course, f"{SECRET} lesson")
    sitemaps = ("/sitemap-bg.xml", "/sitemap-en.xml")
    assert client.get(lesson.url).status_code == 404
    assert not any(lesson.slug in client.get(sitemap).content.decode() for sitemap in sitemaps)
    course = CoursePage.objects.get(pk=course.pk)
    course.save_revision().publish()
    translate(course, title="Course", slug="course")
    english = translate(lesson, title=f"{SECRET} in English", slug="in-english")
    assert [client.get(each.url).status_code for each in (lesson, english)] == [200, 200]
    assert english.slug in client.get(sitemaps[1]).content.decode()
    course = CoursePage.objects.get(pk=course.pk)
    course.audience = "members"
    course.save_revision().publish()
    for each in (lesson, english):
        assert client.get(each.url).status_code == 302
    for sitemap in sitemaps:
        found = client.get(sitemap).content.decode()
        assert lesson.slug not in found and english.slug not in found
    # What is written in English later does not open the rest.
    translate(make_lesson(course, "Втори"), title="Second", slug="second").save_revision().publish()
    CoursePage.objects.get(slug="course").save_revision().publish()
    assert client.get(english.url).status_code == 302 and client.get("/en/training/course/second/").status_code == 302
    client.force_login(make_user())
    assert client.get(english.url).status_code == 200


def test_drafts_are_for_those_who_work_on_them(client, newsroom):
    organization = newsroom.organization
    material = make_secret(organization=organization, publish=False)
    assert leaks(client, material) == []
    stranger = make_editor(make_organization("МИГ – Попово", "", "mig-popovo"), "popovo@example.org")
    client.force_login(stranger)
    assert leaks(client, material) == []
    client.force_login(make_editor(organization, "obuchitel@example.org", Role.TRAINER))
    assert has(client, material)


def test_a_lesson_in_a_public_course_does_not_open_its_members_material(client, homes):
    material = make_secret(audience="members")
    course = make_course()
    lesson = make_lesson(course, "Урок", [material])
    for address in (lesson.url, course.url):
        assert SECRET not in client.get(address).content.decode()
    assert client.get(f"/fayl/kurs/{course.pk}.zip").status_code == 404


def test_an_unpublished_version_is_not_given(client, homes):
    from resources.keeping import new_version

    material = make_material("Открит", file=make_file("zapis.wav", wav()))
    new_version(material, make_file(), None, f"{SECRET} note")
    assert client.get(f"/fayl/{material.slug}/2/").status_code == 404
    assert SECRET not in client.get(f"/obuchenia/biblioteka/{material.slug}/").content.decode()


def test_the_stored_file_has_no_address(client, homes):
    material = make_material()
    assert client.get(f"/media/{material.current.file.name}").status_code == 404
