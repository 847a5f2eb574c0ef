"""The newsrooms of the demo, opened as the office opens one."""

from core.actions import publish_as_it_is
from home.demo.keys import key
from home.demo.places import find
from home.demo.reading import Text
from home.demo.references import as_one
from members.admission import admit
from members.models import Organization
from news.models import NewsroomPage


@as_one()
def make_newsroom(name: str, text: Text) -> NewsroomPage:
    """The Bulgarian one; an organisation that is there keeps its newsroom as it is."""
    organization, is_new = Organization.objects.get_or_create(
        slug=text.need("slug_bg"),
        defaults={
            f"{field}_{code}": text.need(f"{field}_{code}") for field in ("name", "seat") for code in ("bg", "en")
        },
    )
    organization = admit(organization)
    rooms = {room.locale.language_code: room for room in organization.newsrooms.select_related("locale")}
    if is_new:
        _tell_of(organization, text)
        organization.full_clean()
        for code, room in rooms.items():
            room.translation_key = key(f"newsroom:{name}")
            room.summary = text.words("lead", code)
            publish_as_it_is(room)
    return rooms["bg"]


def _tell_of(organization: Organization, text: Text) -> None:
    """Its profile says what its newsroom says."""
    organization.kind = text.need("kind")
    if "place" in text:
        organization.settlement = find(*text.need("place").split("/"))
    for code in ("bg", "en"):
        setattr(organization, f"summary_{code}", text.words("lead", code))
        setattr(organization, f"description_{code}", text.words("introduction", code).strip())
    publish_as_it_is(organization)
