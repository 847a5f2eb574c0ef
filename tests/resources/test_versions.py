"""One address, many versions: readers get the newest, and who has an older one is told."""

import re
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import OutgoingMail
from members.enums import Role
from members.erasure import erase
from members.models import Organization, SelfPublished
from members.own_data import collectors
from resources import keeping
from resources.models import Material, NoVersionLetters
from resources.publishing import publish_what_waits
from resources.telling import tell_of
from tests.core.files import pdf
from tests.factories.members import make_editor, make_officer, make_user
from tests.factories.resources import make_file, make_material

pytestmark = pytest.mark.django_db
SPACE = "wagtailsnippets_resources_material:"


@pytest.fixture
def trainer(newsroom, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    Organization.objects.update(may_publish=True)
    newsroom.organization.refresh_from_db()
    return make_editor(newsroom.organization, "obuchitel@example.org", Role.TRAINER)


@pytest.fixture
def material(trainer):
    return make_material("Образец", trainer.affiliations.get().organization, file=make_file("obrazets.txt", b"edno"))


def bring(client, material, content: bytes = b"dve", note="Сумите са в евро."):
    data = {"file": make_file("nov.txt", content), "note_bg": note}
    return client.post(reverse(SPACE + "version", args=[material.pk]), data)


def test_two_presses_make_one_and_subtitles_are_no_version(client, trainer, material, monkeypatch):
    """What the first of two presses brought is looked for again when the second has its turn."""
    client.force_login(trainer)
    look, looks = keeping._refuse_known, []
    monkeypatch.setattr(keeping, "_refuse_known", lambda same: looks.append(1) if len(looks) % 2 == 0 else look(same))
    for _press in range(2):
        bring(client, material)
        looks.clear()
    assert material.versions.count() == 2
    for _press in range(2):
        with suppress(ValidationError):
            keeping.new_material(
                make_file("nov.txt", b"drug"), None, title_bg="Друг", organization=material.organization
            )
        looks.clear()
    assert Material.objects.count() == 2
    data = {"file": make_file("nov.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nA\n"), "note_bg": "Нов"}
    answer = client.post(reverse(SPACE + "version", args=[material.pk]), data)
    assert answer.context["form"].errors["file"] and material.versions.count() == 2


def download(client, material, number=None) -> bytes:
    address = f"/fayl/{material.slug}/" + (f"{number}/" if number else "")
    return b"".join(client.get(address).streaming_content)


def test_the_address_gives_the_newest_and_older_ones_stay(client, trainer, material):
    client.force_login(trainer)
    bring(client, material)
    client.logout()
    assert download(client, material) == b"dve" and download(client, material, 1) == b"edno"
    page = client.get(f"/obuchenia/biblioteka/{material.slug}/").content.decode()
    assert "Сумите са в евро." in page
    assert Material.objects.get().renewed_at > material.renewed_at


def test_who_downloaded_an_older_one_with_an_account_is_told_once(client, trainer, material):
    reader, other, english = make_user("chete@example.org"), make_user("drug@example.org"), make_user("en@example.org")
    type(english).objects.filter(pk=english.pk).update(letter_language="en")
    for person in (reader, english):
        client.force_login(person)
        download(client, material)
    client.logout()
    download(client, material)  # somebody without an account
    client.force_login(trainer)
    bring(client, material)
    version = Material.objects.get().current
    for _time in range(2):
        tell_of.call(version.pk)
    letters = {letter.to[0]: letter for letter in OutgoingMail.objects.filter(key__startswith="material:")}
    assert set(letters) == {reader.email, english.email} and other.email not in letters
    assert "Сумите са в евро." in letters[reader.email].text
    assert f"/obuchenia/biblioteka/{material.slug}/" in letters[reader.email].text
    assert f"/en/training/biblioteka/{material.slug}/" in letters[english.email].text


def test_nobody_is_told_of_what_she_may_not_have_any_more(client, trainer, material):
    client.force_login(make_user("chete@example.org"))
    download(client, material)
    client.force_login(trainer)
    bring(client, material)
    Material.objects.update(live=False)
    tell_of.call(Material.objects.get().current_id)
    assert not OutgoingMail.objects.filter(key__startswith="material:").exists()


def test_the_letter_stops_such_letters_without_a_log_in_and_the_own_page_knows(client, trainer, material, settings):
    reader = make_user("chete@example.org")
    client.force_login(reader)
    download(client, material)

    def letters_after(content):
        client.force_login(trainer)
        bring(client, material, content)
        tell_of.call(Material.objects.get().current_id)
        client.logout()
        return OutgoingMail.objects.filter(key__startswith="material:").order_by("-pk")

    letter = letters_after(b"dve")[0]
    path = re.search(r"/uchene/novi-versii/\S+", letter.text)[0]
    assert settings.BASE_URL + path in letter.html
    assert client.get(path).status_code == 200 and letters_after(b"tri").count() == 2  # machines follow links
    for _time in range(2):
        client.post(path, {"do": "stop"})
    assert "Пишете ми отново" in client.get(path).content.decode()
    assert letters_after(b"chetiri").count() == 2
    assert collectors["no-version-letters"](reader).rows and not collectors["no-version-letters"](trainer).rows
    client.force_login(reader)
    own_page = client.get(reverse("members:profile")).content.decode()
    assert f'action="{path}"' in own_page and "Не получавате писма, когато материал" in own_page
    client.post(path, {"do": "again"})
    assert letters_after(b"pet").count() == 3
    client.post(path, {"do": "stop"})
    assert client.post(path.replace(f"/{reader.pk}.", f"/{trainer.pk}."), {"do": "stop"}).status_code == 404
    erase(reader)
    assert not NoVersionLetters.objects.exists() and client.get(path).status_code == 404


def test_where_news_are_reviewed_a_version_waits_for_the_office(client, trainer, material):
    Organization.objects.update(may_publish=False)
    client.force_login(trainer)
    bring(client, material)
    client.logout()
    assert download(client, material) == b"edno"
    waiting = Material.objects.get()
    assert waiting.current_workflow_state
    waiting.current_workflow_state.current_task_state.approve(user=make_officer())
    assert download(client, material) == b"dve"


def test_a_version_needs_a_word_and_a_good_file(client, trainer, material):
    client.force_login(trainer)
    for answer in (bring(client, material, note=""), bring(client, material, b"edno"), bring(client, material, b"")):
        assert answer.status_code == 200 and answer.context["form"].errors
    assert material.versions.count() == 1


def test_what_was_published_without_review_is_noted(client, trainer, material):
    revision = material.save_revision(user=trainer)
    publish_what_waits(Material, material, revision)
    assert SelfPublished.objects.filter(title="Образец").exists()


def test_the_desk_warns_of_scans(client, trainer):
    organization = trainer.affiliations.get().organization
    scan = make_material("Сканиран", organization, file=make_file("scan.pdf", pdf(1)))
    client.force_login(trainer)
    page = client.get(reverse(SPACE + "inspect", args=[scan.pk])).content.decode()
    assert "scan.pdf" in page and scan.current.is_scan
