"""Courses, lessons and materials for tests: of МИГ – Тунджа unless told otherwise."""

from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile

from core.findable import findable
from members.models import Organization
from resources.keeping import new_material
from resources.models import CoursePage, LessonMaterial, LessonPage, Material, ResourceIndexPage, Subtitles
from resources.reading.tasks import look_through
from search.index import refresh
from tests.core.files import office, pdf
from tests.factories.members import make_organization
from tests.factories.news import add, index_of, publish
from tests.resources.recordings import mp4, wav

_number = count(1)
LONGEST = "Непротивоконституционствувателствувайте"


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
        refresh(findable("material"), [material.pk])
    return Material.objects.select_related("current").get(pk=material.pk)


def make_course(title: str = "Ясна обява", organization=None, live: bool = True, **fields) -> CoursePage:
    course = CoursePage(title=title, organization=organization or _published(make_organization()), **fields)
    return (publish if live else add)(course, index_of(ResourceIndexPage))


def make_lesson(course: CoursePage, title: str = "Първото изречение", materials=(), live: bool = True, **fields):
    lesson = LessonPage(title=title, **fields)
    lesson.materials = [LessonMaterial(material=material) for material in materials]
    return (publish if live else add)(lesson, course)


def fill_training(code: str) -> list[str]:
    """Courses, lessons and materials of every kind; returns what there is to visit in a language."""
    if not Material.objects.filter(slug="narachnik").exists():
        _fill()
    section = "/en/training/" if code == "en" else "/obuchenia/"
    library = f"{section}biblioteka/"
    return [
        section,
        library,
        f"{library}?kind=audio&accessible=1&order=most",
        f"{library}?year=1991",
        *(f"{library}{slug}/" for slug in ("narachnik", "zapis", "film", "slaydove", "schupen", "skaniran")),
        f"{library}narachnik/?str=2",
        f"{section}yasna-obyava/",
        f"{section}yasna-obyava/parvi-urok/",
        f"{section}yasna-obyava/vtori-urok/",
    ]


def _fill() -> None:
    course = make_course(slug="yasna-obyava", for_whom=LONGEST, summary=LONGEST)
    guide = make_material("Наръчник", description_bg=LONGEST, is_accessible=True, slug="narachnik", course=course)
    sound = make_material(LONGEST, file=make_file("z.wav", wav()), slug="zapis", kind="audio", transcript_bg=LONGEST)
    make_material("Филм", file=make_file("f.mp4", mp4()), slug="film", kind="video", language="en")
    Subtitles.objects.create(material=sound, language="bg", text="WEBVTT\n\n00:00.000 --> 00:01.000\nДобър ден\n")
    make_material("Слайдове", file=make_file("s.pptx", office("pptx")), slug="slaydove", kind="slides", year=2024)
    make_material("Счупен", file=make_file("s.pdf", b"%PDF-1.7 broken"), slug="schupen")
    make_material("Сканиран", file=make_file("k.pdf", pdf(2)), slug="skaniran")
    for number in range(10):
        make_material(f"Лист № {number}", file=make_file(f"{number}.txt", str(number).encode()))
    answers = [{"text": "Да", "is_right": True, "explanation": LONGEST}, {"text": "Не", "is_right": False}]
    question = ("question", {"question": "Вярно ли е?", "answers": answers})
    text = [("heading", "Ред"), ("text", "<p>Първо датата.</p>")]
    more = {"module": "Първа част", "minutes": 12, "task": "<p>Опитайте.</p>", "task_steps": "Едно\nДве"}
    make_lesson(course, "Първи урок", [guide, sound], slug="parvi-urok", body=text, questions=[question], **more)
    make_lesson(course, LONGEST, slug="vtori-urok", module="Втора част")


def _published(organization: Organization) -> Organization:
    if not organization.live:
        Organization.objects.filter(pk=organization.pk).update(live=True)
        organization.refresh_from_db()
    return organization
