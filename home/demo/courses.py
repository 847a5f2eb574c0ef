"""Sample courses with their lessons and materials; what is there already stays as it is."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from core import language
from core.transliteration import slugify_bg
from home.demo import pages
from home.demo.blocks import SAMPLE, Writer
from home.demo.course_files import KINDS
from home.demo.keys import key
from home.demo.made import Made
from home.demo.reading import Text, entries
from home.demo.references import as_one
from members.models import Organization, Theme
from resources import publishing
from resources.files import recordings
from resources.files.formats import is_recording
from resources.keeping import new_material, new_version
from resources.models import CoursePage, LessonMaterial, LessonPage, Material, ResourceIndexPage, Subtitles
from resources.reading.posters import give_poster
from resources.reading.regularly import look_through_waiting

FILE = "courses.toml"
FILMS = Path(__file__).parent / "films"
SPOKEN = {"bg": "lines", "en": "lines_en"}


def load_courses(progress, made: Made) -> None:
    for name, text in progress("courses", list(entries(FILE, "course").items())):
        if not _known(CoursePage, f"course:{name}"):
            _course(name, text, made)
    materials = entries(FILE, "material")
    for slug, text in progress("materials", list(materials.items())):
        if not Material.objects.filter(slug=slug).exists():
            _material(slug, text)
    look_through_waiting()
    for name, text in entries(FILE, "course").items():
        for number, lesson in enumerate(text.parts("lessons"), 1):
            if not _known(LessonPage, f"lesson:{name}:{number}"):
                _lesson(name, number, lesson, made)


@transaction.atomic
def remove_courses() -> None:
    """The materials that the demo made; courses and lessons go with the other pages."""
    Material.objects.filter(slug__in=entries(FILE, "material")).delete()


@as_one()
def _course(name: str, text: Text, made: Made) -> None:
    section = ResourceIndexPage.objects.get(locale=_locale())
    course = CoursePage(
        title=text.need("title_bg"),
        slug=slugify_bg(text.need("title_bg"), 60),
        locale=_locale(),
        translation_key=key(f"course:{name}"),
        organization=_organization(text),
        level=text.need("level"),
        for_whom=text.need("for_whom_bg"),
        licence="cc-by-4.0",
        live=False,
    )
    section.add_child(instance=course)
    course.themes.set(_themes(text))
    course.owner = made.people["redaktor"]
    pages.write(course, text, made, "bg")
    pages.publish(course, text, made)
    if text.is_translated:
        pages.publish_in_english(CoursePage.objects.get(pk=course.pk), text, made)


@as_one()
def _lesson(course_name: str, number: int, text: Text, made: Made) -> None:
    course = _known(CoursePage, f"course:{course_name}")
    lesson = LessonPage(
        title=text.need("title"),
        slug=slugify_bg(text.need("title"), 60),
        locale=_locale(),
        translation_key=key(f"lesson:{course_name}:{number}"),
        summary=text.need("goal"),
        module=text.get("module", ""),
        minutes=text.need("minutes", int),
        task=f"<p>{text['task']}</p>" if "task" in text else "",
        task_steps="\n".join(text.get("steps", [])),
        live=False,
    )
    blocks = [Text({"type": "text", "html": text.need("html")}, text.where)]
    lesson.body = Writer(text, "bg", made).body(blocks)
    lesson.questions = [("question", _question(one)) for one in text.get("questions", [])]
    for slug in text.get("materials", []):
        lesson.materials.add(LessonMaterial(material=Material.objects.get(slug=slug)))
    Page.objects.get(pk=course.pk).specific.add_child(instance=lesson)
    lesson.owner = made.people["redaktor"]
    pages.publish(lesson, text, made)


def _question(values: dict) -> dict:
    answers = [
        {"text": answer["text"], "is_right": answer.get("right", False), "explanation": answer["why"]}
        for answer in values["answers"]
    ]
    return {"question": values["question"], "answers": answers}


@as_one()
def _material(slug: str, text: Text) -> None:
    course = _known(CoursePage, f"course:{text['course']}") if "course" in text else None
    title, kind = text.need("title_bg"), text.need("file")
    file = _file(text, title, text.need("lines", list))
    spoken = {code: text[name] for code, name in SPOKEN.items() if name in text} if is_recording(kind) else {}
    material = new_material(
        file,
        None,
        organization=_organization(text),
        course=course,
        slug=slug,
        title_bg=title,
        title_en=text.get("title_en", ""),
        description_bg=f"{text.need('description_bg')} {SAMPLE['bg'][0]}.",
        kind=text.need("kind"),
        level=text.get("level", ""),
        language="bg",
        year=timezone.localdate().year - text.get("years_ago", 0),
        licence="cc-by-4.0",
        is_accessible=kind in ("pdf", "docx"),
        audience=text.get("audience", "public"),
        themes=_themes(text),
        **{f"transcript_{code}": "\n".join(lines) for code, lines in spoken.items()},
    )
    material.get_latest_revision().publish()
    for code, lines in spoken.items():
        Subtitles.objects.create(
            material=material, language=code, text=_subtitles(lines, recordings.seconds(file, kind))
        )
    if "film" in text:
        with (FILMS / f"{text['film']}.png").open("rb") as poster:
            give_poster(material.versions.get(), poster)
    if "new_lines" in text:
        newer = _file(text, title, [*text["lines"], *text["new_lines"]])
        publishing.publish(new_version(material, newer, None, text.need("note_bg")), timezone.now())


def _file(text: Text, title: str, lines: list[str]) -> ContentFile:
    kind, name = text.need("file"), slugify_bg(title, 60)
    if "film" in text:
        return ContentFile((FILMS / f"{text['film']}.{kind}").read_bytes(), name=f"{name}.{kind}")
    if kind not in KINDS:
        raise text.wrong("file", f"the demo can write {', '.join(KINDS)}, not “{kind}”.")
    return ContentFile(KINDS[kind](title, lines), name=f"{name}.{kind}")


def _subtitles(lines: list[str], seconds: int) -> str:
    """Each line for as long as the others."""
    each = seconds // len(lines)
    cues = [f"{_clock(n * each)} --> {_clock((n + 1) * each)}\n{line}" for n, line in enumerate(lines)]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def _clock(seconds: int) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}.000"


def _known(model, name: str):
    return model.objects.filter(translation_key=key(name), locale=_locale()).first()


def _organization(text: Text) -> Organization:
    found = Organization.objects.filter(slug=text.need("organization")).first()
    if found is None:
        raise text.wrong("organization", "there is no organisation with this word in its address.")
    return found


def _themes(text: Text):
    return Theme.objects.filter(title_bg__in=text.get("themes", []))


def _locale() -> Locale:
    return Locale.objects.get(language_code=language.ORIGINAL)
