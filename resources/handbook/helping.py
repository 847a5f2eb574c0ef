"""Which lesson is about which screen of the admin, told by the lessons themselves (`screens` in their texts)."""

from dataclasses import dataclass
from functools import lru_cache

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from core import language
from core.models import BasePage
from resources.handbook.reading import Told, sources
from resources.models import ShippedPage

ELSEWHERE = "course"


@dataclass(frozen=True)
class Help:
    """A lesson with its address; the course where no lesson is about the screen. Without an address it is not there."""

    name: str
    title: str
    url: str

    @property
    def is_about_this_screen(self) -> bool:
        return self.name != ELSEWHERE


def help_on(request) -> Help:
    """For the screen that a request shows; asked once."""
    if not hasattr(request, "help_on_screen"):
        match, code = getattr(request, "resolver_match", None), language.active()
        name = lesson_for(match.view_name, match.kwargs) if match else ELSEWHERE
        title = Told(name, code, sources()[name]).words("title")
        request.help_on_screen = Help(name, title, address_of(name, code))
    return request.help_on_screen


def lesson_for(view: str, arguments: dict) -> str:
    """The name of a lesson by the name of an address; „name:*“ stands for all that begin so, the longest counts.

    „wagtailadmin_pages:add[news.rubricpage]“ is about pages of one kind.
    """
    exact, beginnings = _screens()
    if (known := f"{view}[{_kind(arguments)}]") in exact:
        return exact[known]
    if view in exact:
        return exact[view]
    fitting = [begin for begin in beginnings if view.startswith(begin)]
    return beginnings[max(fitting, key=len)] if fitting else ELSEWHERE


def address_of(name: str, code: str) -> str:
    """Where the lesson is read; empty when it is not there, or not published."""
    shipped = ShippedPage.objects.filter(name=name, language__in=(code, "bg"), page__live=True).select_related("page")
    found = {one.language: one.page for one in shipped}
    page: BasePage | None = found.get(code) or found.get("bg")
    return (page.address_in(code) or "") if page else ""


def _kind(arguments: dict) -> str:
    """Of the page that is begun, edited or opened: “news.rubricpage”."""
    if "content_type_app_name" in arguments:
        return f"{arguments['content_type_app_name']}.{arguments['content_type_model_name']}"
    pk = arguments.get("page_id") or arguments.get("parent_page_id")
    kind = pk and Page.objects.filter(pk=pk).values_list("content_type", flat=True).first()
    return ".".join(ContentType.objects.get_for_id(kind).natural_key()) if kind else ""


@lru_cache(maxsize=1)
def _screens() -> tuple[dict[str, str], dict[str, str]]:
    exact, beginnings = {}, {}
    for name, data in sources().items():
        for screen in data.get("screens", ()):
            (beginnings if screen.endswith("*") else exact)[screen.rstrip("*")] = name
    return exact, beginnings
