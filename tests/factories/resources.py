"""Courses, lessons and materials for tests: of МИГ – Тунджа unless told otherwise."""

from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile

from members.models import Organization
from resources.keeping import new_material
from resources.models import CoursePage, LessonMaterial, LessonPage, Material, ResourceIndexPage
from resources.reading.tasks import look_through
from search.materials import remember_material
from tests.core.files import pdf
from tests.factories.members import make_organization
from tests.factories.news import add, index_of, publish

_number = count(1)


def make_file(name: str = "narachnik.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    number = next(_number)
    return SimpleUploadedFile(name, pdf(2, f"Text {number}") if content is None else content)


def make_material(
    title_bg: str = "Наръчник", organization: Organization | None = None, file=None, publish: bool = True, **fields
) -> Material:
    organization = organization or _published(make_organization())
    material = new_material(file or make_file(), None, title_bg=title_bg, organization=organization, **fields)
    for version in material.versions.all():
        look_through.call(version.pk)  # else after the commit, which never comes in a test
    if publish:
        material.get_latest_revision().publish()
        remember_material.call(material.pk)
    return Material.objects.select_related("current").get(pk=material.pk)


def make_course(title: str = "Ясна обява", organization=None, live: bool = True, **fields) -> CoursePage:
    course = CoursePage(title=title, organization=organization or _published(make_organization()), **fields)
    return (publish if live else add)(course, index_of(ResourceIndexPage))


def make_lesson(course: CoursePage, title: str = "Първото изречение", materials=(), live: bool = True, **fields):
    lesson = LessonPage(title=title, **fields)
    lesson.materials = [LessonMaterial(material=material) for material in materials]
    return (publish if live else add)(lesson, course)


def _published(organization: Organization) -> Organization:
    if not organization.live:
        Organization.objects.filter(pk=organization.pk).update(live=True)
        organization.refresh_from_db()
    return organization
