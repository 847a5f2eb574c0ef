"""Writing to a contact role: nothing lost, nothing doubled, no address shown."""

import pytest
from django.core import mail, signing
from django.test import Client
from django.utils import timezone

from core.forms.guarded import SALT
from core.models import ContactMessage, OutgoingMail
from tests.factories.core import make_role
from tests.factories.news import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def role(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return make_role(email="taen@example.org")


def filled(client, role, prefix="", **typed):
    """What a browser posts a minute after the form was opened."""
    form = client.get(f"{prefix}/pishete/{role.slug}/").context["form"]
    return {
        "name": "Читалище „Искра“",
        "email": "iskra@example.net",
        "text": "Искаме да се присъединим.\nКакво е нужно?",
        "page": "",
        "website": "",
        "key": form["key"].value(),
        "opened": signing.dumps(timezone.now().timestamp() - 60, salt=SALT),
    } | typed


def send(client, role, data, prefix=""):
    return client.post(f"{prefix}/pishete/{role.slug}/", data)


def test_a_message_is_kept_and_sent_and_the_writer_thanked(client, role, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client, role, filled(client, role))
    assert answer.url == f"/pishete/{role.slug}/izprateno/"
    assert client.get(answer.url).status_code == 200
    message = ContactMessage.objects.get()
    assert (message.role, message.language, message.answered_at) == (role, "bg", None)
    letter = mail.outbox[0]
    assert letter.to == ["taen@example.org"] and letter.reply_to == ["iskra@example.net"]
    assert "Искаме да се присъединим." in letter.body


def test_the_same_press_twice_is_one_message_and_one_letter(client, role):
    data = filled(client, role)
    first, second = send(client, role, data), send(client, role, data)
    assert first.url == second.url
    assert ContactMessage.objects.count() == OutgoingMail.objects.count() == 1


def test_going_back_and_writing_something_else_is_another_message(client, role):
    data = filled(client, role)
    send(client, role, data)
    send(client, role, data | {"text": "И още нещо."})
    assert ContactMessage.objects.count() == 2


def test_in_english(client, role):
    answer = send(client, role, filled(client, role, "/en"), "/en")
    assert answer.url == f"/en/pishete/{role.slug}/izprateno/"
    assert ContactMessage.objects.get().language == "en"
    assert "Coordinator" in client.get(answer.url).content.decode()


def test_the_address_of_the_role_is_never_shown(client, role):
    data = filled(client, role)
    pages = [client.get(f"/pishete/{role.slug}/"), send(client, role, data | {"name": ""}), send(client, role, data)]
    pages.append(client.get(pages[-1].url))
    assert all("taen" not in page.content.decode() for page in pages)


BAD = {
    "empty": {"name": "", "email": "", "text": ""},
    "no address": {"email": "iskra при пощата"},
    "long name": {"name": "А" * 300},
    "long text": {"text": "А" * 5001},
    "NUL": {"text": "Добър\x00 ден"},
    "turned writing": {"name": "Искра \u202egnp.exe"},
    "line end in the name": {"name": "Искра\r\nBcc: drug@example.net"},
    "line end in the address": {"email": "iskra@example.net\r\nBcc: drug@example.net"},
    "machine": {"website": "https://example.net"},
}


@pytest.mark.parametrize("typed", BAD.values(), ids=BAD.keys())
def test_a_wrong_message_is_explained_and_nothing_typed_is_lost(client, role, typed):
    answer = send(client, role, filled(client, role, **typed))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="error-summary"' in text
    assert not ContactMessage.objects.exists() and not OutgoingMail.objects.exists()
    if "text" not in typed:
        assert "Искаме да се присъединим." in text
    if "email" not in typed:
        assert 'value="iskra@example.net"' in text


def test_a_machine_that_is_too_quick_is_asked_again_and_a_person_gets_through(client, role):
    data = filled(client, role, opened=signing.dumps(timezone.now().timestamp(), salt=SALT))
    again = send(client, role, data)
    assert not ContactMessage.objects.exists()
    assert "Искаме да се присъединим." in again.content.decode()
    later = data | {"opened": signing.dumps(timezone.now().timestamp() - 9, salt=SALT)}
    assert send(client, role, later).status_code == 302


@pytest.mark.parametrize("hidden", [{"key": "", "opened": ""}, {"key": "нещо", "opened": "подправено"}])
def test_broken_hidden_fields_are_mended(client, role, hidden):
    again = send(client, role, filled(client, role, **hidden))
    form = again.context["form"]
    mended = {name: form[name].value() for name in ("key", "opened")}
    assert all(mended.values()) and mended != hidden
    assert not ContactMessage.objects.exists()


def test_too_many_messages_from_one_place(client, role):
    for number in range(6):
        assert send(client, role, filled(client, role, text=f"Писмо {number}")).status_code == 302
    answer = send(client, role, filled(client, role, text="Седмо писмо"))
    assert answer.status_code == 429
    assert "Седмо писмо" in answer.content.decode()
    assert ContactMessage.objects.count() == 6


@pytest.mark.parametrize(
    ("came_from", "kept"),
    [("http://testserver/novini/pazar/", "/novini/pazar/"), ("https://evil.example/x", ""), ("", "")],
)
def test_the_page_a_reader_came_from_is_noted(client, role, came_from, kept):
    form = client.get(f"/pishete/{role.slug}/", headers={"referer": came_from}).context["form"]
    assert form["page"].value() == kept


def test_a_browser_without_cookies_is_told_what_to_do(role):
    answer = Client(enforce_csrf_checks=True).post(f"/en/pishete/{role.slug}/", {"name": "x"})
    assert answer.status_code == 403
    assert "cookies" in answer.content.decode()


def test_the_letter_shows_markup_as_text(client, role, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(client, role, filled(client, role, text="<script>alert(1)</script> & друго\nнов ред"))
    letter = mail.outbox[0]
    html = letter.alternatives[0][0]
    assert "<script>alert" not in html and "&lt;script&gt;" in html and "<br>" in html
    assert "<script>alert(1)</script> & друго" in letter.body


def test_only_the_form_gives_a_cookie(client, role):
    make_news()
    assert "csrftoken" not in client.get("/kontakti/").cookies
    assert "csrftoken" not in client.get(f"/pishete/{role.slug}/izprateno/").cookies
    assert "csrftoken" in client.get(f"/pishete/{role.slug}/").cookies


def test_nobody_is_there(client, homes):
    assert client.get("/pishete/nyama-takav/").status_code == 404
