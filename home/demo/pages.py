"""The pages of the demo. Each is first put into the tree as an empty draft, so that texts can link to it, and then
written and published; one that has been written is never touched again."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import LogContext
from wagtail.models import Locale, Page

from core import language
from core.actions import publish_as_it_is
from core.models import BasePage
from core.transliteration import slugify_bg
from home.demo.blocks import Writer, sample_note
from home.demo.keys import key
from home.demo.made import Made
from home.demo.reading import Text
from home.demo.records import day
from home.models import ProjectPage, StandardPage
from news.models import RubricPage


@dataclass
class Planned:
    """A page to be: its name among the links, its class, its text and the name of what it stands under."""

    name: str
    model: type[BasePage]
    text: Text
    parent: str

    @property
    def slug(self) -> str:
        return self.text.get("slug_bg") or slugify_bg(self.text.need("title_bg"), 60)


def put_into_tree(planned: Planned, made: Made) -> BasePage:
    """The page as an empty draft; the one that is there if there is one."""
    page = planned.model.objects.filter(translation_key=key(planned.name), locale=_locale(language.ORIGINAL)).first()
    if page is None:
        text = planned.text
        parent = Page.objects.get(pk=made.find("pages", planned.parent, text, "parent").pk)
        page = planned.model(
            title=text.words("title", "bg"),
            slug=_free_slug(parent, planned.slug),
            locale=_locale(language.ORIGINAL),
            translation_key=key(planned.name),
            live=False,
        )
        _checked(text, lambda: parent.add_child(instance=page))
    made.pages[planned.name] = page
    return page


def write(page: BasePage, text: Text, made: Made, code: str) -> None:
    """Everything the text says, in one language."""
    page.title = text.words("title", code)
    if "summary_bg" in text or "lead_bg" in text:
        page.summary = text.words("summary" if "summary_bg" in text else "lead", code)
    if hasattr(page, "picture"):
        page.picture = made.picture_of(text)
        page.picture_caption = text.words("caption", code) if "caption_bg" in text else ""
    page.funding = made.funding_of(text)
    page.show_in_menus = bool(text.get("in_menu"))
    if hasattr(page, "body"):
        page.body = Writer(text, code, made).body(_blocks(page, text, code))
    if isinstance(page, ProjectPage):
        page.starts_on, page.ends_on = day(text, "started_days_ago", -1), day(text, "ends_in_days")
        for name in ("aims", "activities", "results"):
            setattr(page, name, Writer(text, code, made).html(text, f"{name}_{code}"))


def publish(page: BasePage, text: Text, made: Made) -> None:
    """By the office: what editors may not publish themselves is not told as published without a review."""
    officer = made.people["redaktor"]
    version = {"user": page.owner, "log_action": True}
    with LogContext(user=officer):
        if page.go_live_at:
            _checked(text, lambda: page.save_revision(**version).publish(user=officer))
        else:
            _checked(text, lambda: publish_as_it_is(page, **version))


def publish_in_english(page: BasePage, text: Text, made: Made) -> None:
    """The translation, made as the Translate button makes it."""
    twin = page.copy_for_translation(_locale("en"))
    write(twin, text, made, "en")
    _give_address(twin, text.get("slug_en") or slugify_bg(text["title_en"], 60))
    twin.owner = page.owner
    publish(twin, text, made)


def _blocks(page: BasePage, text: Text, code: str) -> list[Text]:
    if isinstance(page, RubricPage):
        return [Text({"type": "text", "html": text.need(f"introduction_{code}")}, f"{text.where}, introduction")]
    if isinstance(page, ProjectPage):
        return sample_note(text, code)
    blocks = text.parts(f"body_{code}")
    return blocks if isinstance(page, StandardPage) else [*blocks, *sample_note(text, code)]


def _give_address(page: BasePage, slug: str) -> None:
    """Straight into the table: nobody has read the copy at its first address, so no redirect shall be made from it."""
    parent = page.get_parent()
    page.slug = _free_slug(parent, slug, page)
    page.set_url_path(parent)
    Page.objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)


def _free_slug(parent: Page, wanted: str, page: Page | None = None) -> str:
    return find_available_slug(parent, wanted, ignore_page_id=page and page.pk)


def _locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def _checked(text: Text, save):
    """What the models refuse becomes a sentence about the text."""
    try:
        return save()
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise text.wrong(name, " ".join(messages)) from error
