"""The people of the demo, one of each kind. Only for trying the portal out: their password is no secret."""

from django.contrib.auth.models import Group

from home.demo.reading import Text, entries, read
from home.lay_out import OFFICERS
from members.actions import create_person
from members.affiliations import join
from members.enums import Role
from members.models import Organization, User

PASSWORD = "leader-demo"  # noqa: S105 printed by `make run`, refused on a public server


def make_people() -> dict[str, User]:
    """By the names in people.toml; who is there stays as she is."""
    return {key: _make(text) for key, text in entries("people.toml", "person").items()}


def log_ins() -> str:
    """Who may log in and what each can do, to be printed."""
    lines = [read("people.toml").need("heading").replace("{password}", PASSWORD)]
    for text in entries("people.toml", "person").values():
        lines.append(f"  {text.need('email'):<26} {text.need('can')}")
    return "\n".join([*lines, read("people.toml").need("also")])


def _make(text: Text) -> User:
    email = text.need("email")
    found = User.objects.filter(email=email).first()
    if found:
        return found
    person = create_person(
        email,
        text.need("name"),
        password=PASSWORD,
        groups=_groups(text),
        is_superuser=text.get("administrator", False),
    )
    if "newsroom" in text:
        slug = entries("newsrooms.toml", "newsroom")[text["newsroom"]].need("slug_bg")
        organization = Organization.objects.get(slug=slug)
        join(person, organization, text.get("role", Role.EDITOR))
        _decide(organization, person, text)
    return person


def _decide(organization: Organization, person: User, text: Text) -> None:
    """What the office may decide about the news of an organisation."""
    organization.may_publish = text.get("publishes", organization.may_publish)
    organization.reviewer = person if text.get("reviews") else organization.reviewer
    organization.save(update_fields=["may_publish", "reviewer"])


def _groups(text: Text) -> list[Group]:
    groups = []
    if text.get("officer"):
        groups.append(Group.objects.get(name=OFFICERS))
    if "group" in text:
        groups.append(Group.objects.get_or_create(name=text["group"])[0])
    return groups
