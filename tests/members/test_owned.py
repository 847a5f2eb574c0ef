"""What belongs to an organisation is seen and changed by its editors and the office, by nobody else by any address."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowMixin
from wagtail.snippets.models import get_snippet_models

from members.affiliations import leave
from members.models import Affiliation, Organization, PartnerOffer
from members.owned import is_owned
from tests.access.addresses import filled, patterns
from tests.access.state import checksum, written
from tests.factories.members import make_editor, make_organization
from tests.factories.owned import MAKE, make_offer, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]
SECRET = "zebra-secret-7341"
OWNED = sorted((model for model in get_snippet_models() if is_owned(model)), key=lambda model: model.__name__)
OWN_ONLY = {
    "upload",
    "upload_begin",
    "describe",
    "list",
    "list_results",
    "add",
    "preview_on_add",
    "choose",
    "choose_results",
    "chosen_multiple",
}


@pytest.fixture
def record(request, newsroom):
    return make_record(request.param, newsroom.organization, SECRET)


@pytest.fixture
def stranger(homes):
    """An editor of another organisation."""
    return make_editor(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"), "popovo@example.org")


def addresses(record) -> dict[str, str]:
    """Of every view of the view set and of its windows to choose from, filled in for one record."""
    values = {"pk": record, "key": uuid4()}
    if isinstance(record, WorkflowMixin):
        state = record.current_workflow_state
        values |= {
            "revision_id": record.latest_revision,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "action_name": "approve",
            "task_state_id": state.current_task_state,
            "task_id": state.current_task_state.task,
            "workflow_state_id": state,
        }
    view_set = record.snippet_viewset
    spaces = (view_set.url_namespace, view_set.chooser_viewset.url_namespace)
    return {
        name.rpartition(":")[2]: filled(here, arguments, values)
        for name, here, arguments in patterns()
        if name.startswith(tuple(f"{space}:" for space in spaces))
    }


def test_every_kind_of_owned_record_is_tested_here():
    assert set(OWNED) == set(MAKE)


@pytest.mark.parametrize("record", OWNED, indirect=True)
def test_an_editor_of_another_organisation_gets_nowhere(client, record, stranger):
    client.force_login(stranger)
    before = checksum()
    with written() as statements:
        for name, path in addresses(record).items():
            for answer in (
                client.get(path, {"id": record.pk, "q": "zebra", "export": "csv"}),
                client.post(path, {"title_bg": "Zlo", "name_bg": "Zlo", "action-publish": "1", "comment": "ok"}),
                client.delete(path),
            ):
                content = answer.getvalue()
                assert SECRET.encode() not in content, path
                assert answer.status_code in (302, 403, 404, 405) or name in OWN_ONLY | {"chosen", "create"}, path
            assert not statements or checksum() == before, (path, statements)
            statements.clear()


@pytest.mark.parametrize("record", OWNED, indirect=True)
def test_its_own_editor_gets_to_her_draft(client, record, editor):
    client.force_login(editor)
    views = {"edit", "history", "usage", "revisions_compare", "workflow_history", "workflow_history_detail"}
    for name in views & addresses(record).keys():
        assert client.get(addresses(record)[name]).status_code == 200, name
    assert SECRET in client.get(addresses(record)["edit"]).content.decode()


@pytest.mark.parametrize("record", OWNED, indirect=True)
def test_who_left_gets_no_further_in_the_same_session(client, record, editor):
    client.force_login(editor)
    assert client.get(addresses(record)["edit"]).status_code == 200
    leave(Affiliation.objects.get(person=editor))
    for path in addresses(record).values():
        assert SECRET not in client.get(path).getvalue().decode(), path
    assert client.get(addresses(record)["edit"]).status_code in (302, 403)


def test_an_editor_sees_hers_in_the_list_and_the_office_sees_all(client, editor, stranger, officer, newsroom):
    ours = make_offer(newsroom.organization, "Nash partnyor", live=False)
    theirs = make_offer(Organization.objects.of_editor(stranger).get(), "Tehen partnyor", live=False)
    seen = {}
    for person in (editor, stranger, officer):
        client.force_login(person)
        text = client.get(reverse("wagtailsnippets_members_partneroffer:list")).content.decode()
        seen[person] = {offer for offer in (ours, theirs) if offer.title in text}
    assert seen == {editor: {ours}, stranger: {theirs}, officer: {ours, theirs}}


@pytest.fixture
def form(homes):
    offer = {"title_bg": "Търсим партньор", "text_bg": "null", "text_en": "null", "fund": "leader"}
    deadline = timezone.localdate() + timedelta(days=30)
    return offer | {"role_sought_bg": "читалище", "deadline": deadline.isoformat()}


ADD = "/admin/snippets/members/partneroffer/add/"


def test_an_editor_adds_for_hers_alone(client, editor, stranger, form):
    client.force_login(editor)
    own, other = Organization.objects.of_editor(editor).get(), Organization.objects.of_editor(stranger).get()
    client.post(ADD, form | {"organization": other.pk})
    assert not PartnerOffer.objects.exists()
    answer = client.post(ADD, form | {"organization": own.pk})
    assert answer.status_code == 302, answer.context["form"].errors
    assert PartnerOffer.objects.get().organization == own


def test_an_offer_stays_with_its_organisation_whatever_is_sent(client, editor, stranger, form):
    offer = make_offer(Organization.objects.of_editor(editor).get())
    other = Organization.objects.of_editor(stranger).get()
    client.force_login(editor)
    answer = client.post(reverse("wagtailsnippets_members_partneroffer:edit", args=[offer.pk]),
                         form | {"organization": other.pk, "title_bg": "Ново заглавие"})  # fmt: skip
    assert answer.status_code == 302
    offer.refresh_from_db()
    assert offer.organization != other
    assert offer.get_latest_revision_as_object().organization != other
    assert offer.get_latest_revision_as_object().title_bg == "Ново заглавие"


@pytest.mark.parametrize("may", [False, True])
def test_publishing_is_for_whom_the_office_lets(client, editor, form, may):
    own = Organization.objects.of_editor(editor).get()
    Organization.objects.filter(pk=own.pk).update(may_publish=may)
    client.force_login(editor)
    offer = make_offer(own, live=False)
    path = reverse("wagtailsnippets_members_partneroffer:edit", args=[offer.pk])
    assert ('name="action-publish"' in client.get(path).content.decode()) is may
    client.post(path, form | {"action-publish": "1"})
    offer.refresh_from_db()
    assert offer.live is may
    client.post(ADD, form | {"organization": own.pk, "action-publish": "1", "title_bg": "Втора"})
    assert PartnerOffer.objects.filter(title_bg="Втора", live=True).exists() is may


def test_the_right_to_publish_is_that_of_the_organisation_it_is_for(client, editor, stranger, form):
    """Of two organisations one may publish by itself; the other's offers wait for the review."""
    from members.affiliations import join

    own, other = Organization.objects.of_editor(editor).get(), Organization.objects.of_editor(stranger).get()
    Organization.objects.filter(pk=own.pk).update(may_publish=True)
    join(editor, other)
    client.force_login(editor)
    client.post(ADD, form | {"organization": other.pk, "action-publish": "1"})
    assert not PartnerOffer.objects.filter(live=True).exists()


def test_only_drafts_are_hers_to_delete(client, editor):
    own = Organization.objects.of_editor(editor).get()
    draft, published = make_offer(own, live=False), make_offer(own, "Друга")
    client.force_login(editor)
    for offer in (draft, published):
        client.post(reverse("wagtailsnippets_members_partneroffer:delete", args=[offer.pk]))
    client.post(reverse("wagtailsnippets_members_organization:delete", args=[own.pk]))
    assert list(PartnerOffer.objects.all()) == [published]
    assert Organization.objects.filter(pk=own.pk).exists()


def test_what_the_office_decides_counts_at_once(client, officer, form):
    """Although a published offer is changed in a draft first."""
    offer = make_offer(make_organization())
    client.force_login(officer)
    client.post(
        reverse("wagtailsnippets_members_partneroffer:edit", args=[offer.pk]),
        form | {"slug": "druga-duma", "title_bg": "Чернова"},
    )
    offer.refresh_from_db()
    assert offer.slug == "druga-duma" and offer.title_bg != "Чернова"


def test_windows_offer_published_records_and_ones_own(client, editor, stranger):
    own, other = Organization.objects.of_editor(editor).get(), Organization.objects.of_editor(stranger).get()
    drafts = [make_offer(owner, title, live=False) for owner, title in ((own, "Moya"), (other, "Chuzhda"))]
    published = make_offer(other, "Izdadena")
    client.force_login(editor)
    names = reverse("wagtailsnippetchoosers_members_partneroffer:choose")
    ids = "&".join(f"id={offer.pk}" for offer in [*drafts, published])
    chosen = reverse("wagtailsnippetchoosers_members_partneroffer:chosen_multiple") + f"?{ids}"
    for path in (names, chosen):
        text = client.get(path).content.decode()
        assert "Moya" in text and "Izdadena" in text and "Chuzhda" not in text, path
    one = reverse("wagtailsnippetchoosers_members_partneroffer:chosen", args=[drafts[1].pk])
    assert client.get(one).status_code == 404


def test_an_editor_gets_straight_to_her_organisation(client, editor):
    client.force_login(editor)
    own = Organization.objects.of_editor(editor).get()
    assert reverse("my_organization") in client.get("/admin/").content.decode()
    to = reverse("wagtailsnippets_members_organization:edit", args=[own.pk])
    assert client.get(reverse("my_organization")).url == to
