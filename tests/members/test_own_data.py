"""A person gets everything that is kept about her, and nobody else does."""

import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone, translation

from core.models import ContactMessage
from members import consents
from members.models import OwnDataCopy
from members.own_data import archive, collectors
from members.own_data.tasks import make_copy
from tests.factories.core import make_picture, make_role
from tests.factories.members import give_app, make_user
from tests.factories.news import make_news

ASK = "/accounts/profile/danni/"


@pytest.fixture
def immediately(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def opened(client) -> ZipFile:
    answer = client.get(f"{ASK}{OwnDataCopy.objects.latest('pk').key}/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_the_copy_holds_everything_and_opens_as_a_page(client, editor, newsroom, letters, immediately):
    secret = give_app(editor)
    consents.record("photos", person=editor)
    picture = make_picture()
    picture.uploaded_by_user = editor
    picture.save()
    news = make_news("Моята новина", newsroom, owner=editor)
    news.save_revision(user=editor)
    role = make_role()
    ContactMessage.objects.create(role=role, name="Аз", email=editor.email, text="Мое писмо", language="bg", key="k1")
    ContactMessage.objects.create(
        role=role, name="Друг", email="drug@example.org", text="Чуждо писмо", language="bg", key="k2"
    )
    client.force_login(editor)
    with immediately():
        client.post(ASK)
    assert "#data" in letters(editor.email)[-1].text
    copy = opened(client)
    page = copy.read("index.html").decode()
    for words in ("Моята новина", "Мое писмо", "МИГ – Тунджа", editor.email, '<html lang="bg">'):
        assert words in page
    whole = b"".join(copy.read(name) for name in copy.namelist()).decode(errors="replace")
    for absent in ("Чуждо писмо", secret, editor.password):
        assert absent not in whole
    assert json.loads(copy.read("organizations.json"))[0]["role"] == "редактор"
    assert json.loads(copy.read("versions.json"))[-1]["content"]["title"] == "Моята новина"
    file = next(name for name in copy.namelist() if name.startswith("files/"))
    with picture.file.open("rb") as original:
        assert copy.read(file) == original.read()


def test_the_page_is_in_the_language_of_its_reader_and_harmless(member):
    member.display_name = "<script>x</script>"
    member.save()
    with translation.override("en"):
        archive.write(member, target := io.BytesIO())
    page = ZipFile(target).read("index.html").decode()
    assert '<html lang="en">' in page and "My profile" in page
    assert "<script>" not in page


def test_a_second_click_makes_no_second_copy_and_tomorrow_one_may_ask_again(client, member, immediately):
    client.force_login(member)
    for _click in range(2):
        with immediately():
            client.post(ASK)
    assert OwnDataCopy.objects.count() == 1
    OwnDataCopy.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    with immediately():
        client.post(ASK)
    assert OwnDataCopy.objects.count() == 2


def test_only_the_owner_downloads_and_only_for_a_week(client, member, immediately):
    client.force_login(member)
    with immediately():
        client.post(ASK)
    link = f"{ASK}{OwnDataCopy.objects.get().key}/"
    stranger = Client()
    assert stranger.get(link).url.startswith("/accounts/login/")
    stranger.force_login(make_user())
    assert stranger.get(link).status_code == 404
    OwnDataCopy.objects.update(ready_at=timezone.now() - timedelta(days=8))
    assert client.get(link).status_code == 404


def test_the_task_run_twice_makes_one_file(member, letters):
    copy = OwnDataCopy.objects.create(person=member)
    for _run in range(2):
        make_copy.call(copy.pk)
    assert len(letters(member.email)) == 1


def test_a_file_that_is_lost_does_not_stop_the_rest(member):
    picture = make_picture()
    picture.uploaded_by_user = member
    picture.save()
    picture.file.storage.delete(picture.file.name)
    archive.write(member, target := io.BytesIO())
    assert "index.html" in ZipFile(target).namelist()


def test_every_app_says_its_part():
    assert {"profile", "organizations", "consents", "messages", "pages", "versions"} <= set(collectors)
