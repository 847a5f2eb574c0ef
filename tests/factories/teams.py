"""People in organisations for the tests that look at every page: a manager, and who is invited and asks."""

from datetime import timedelta

from django.utils import timezone

from members import consents, invitations
from members.affiliations import ask, join
from members.enums import Role
from members.models import Affiliation, User
from members.team.letters import token_of
from tests.factories.learning import learn_everything
from tests.factories.members import make_organization, make_user

ROOMS = ["sessions/", "organizatsii/mig-tundzha/hora/", "organizatsii/dalgo/dostap/"]
MEMBER = "clen-na-ekip@example.org"


def make_member(name: str = "Отговорник") -> User:
    """Somebody whose own page has something of everything on it."""
    person = make_user(MEMBER, display_name=name)
    join(person, make_organization(), Role.MANAGER)
    for kind in ("terms", "photos"):
        consents.record(kind, person=person)
    consents.withdraw(consents.record("newsletter", person=person))
    learn_everything(person)
    return person


def invitations_of_every_kind(name: str) -> dict[str, str]:
    """Where the links of invitations lead: still good, run out, and sent to the member above."""
    organization, other = make_organization(), make_organization("НЧ „Искра – 1929“", "Iskra", "iskra")
    if not organization.affiliations.filter(state="asked").exists():
        ask(make_user(display_name=name), organization, name)
    found = {
        "good": invitations.invite(organization, "nova@example.org", Role.EDITOR, name=name),
        "old": invitations.invite(organization, "stara@example.org", Role.MEMBER, name="Стара"),
        "own": invitations.invite(other, MEMBER, Role.MEMBER),
    }
    Affiliation.objects.filter(pk=found["old"].pk).update(sent_at=timezone.now() - timedelta(days=20))
    return {kind: f"/accounts/pokana/{token_of(invitation)}/" for kind, invitation in found.items()}
