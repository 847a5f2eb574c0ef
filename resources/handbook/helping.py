"""Which lesson is about which screen of the admin, told by the lessons themselves (`screens` in their texts)."""

from functools import lru_cache

from core.models import BasePage
from resources.handbook.reading import sources
from resources.models import ShippedPage

ELSEWHERE = "course"


def lesson_for(view: str, arguments: dict) -> str:
    """The name of a lesson by the name of an address; „name:*“ stands for all that begin so, the longest counts.

    „wagtailadmin_pages:add[news.rubricpage]“ is about pages of one kind.
    """
    kind = f"{arguments['content_type_app_name']}.{arguments['content_type_model_name']}" if (
        "content_type_model_name" in arguments
    ) else ""  # fmt: skip
    exact, beginnings = _screens()
    if kind and f"{view}[{kind}]" in exact:
        return exact[f"{view}[{kind}]"]
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


@lru_cache(maxsize=1)
def _screens() -> tuple[dict[str, str], dict[str, str]]:
    exact, beginnings = {}, {}
    for name, data in sources().items():
        for screen in data.get("screens", ()):
            (beginnings if screen.endswith("*") else exact)[screen.rstrip("*")] = name
    return exact, beginnings
