from members.models import User


def test_person_changes_name_and_language(client, member):
    client.force_login(member)
    client.post("/accounts/profile/", {"display_name": "Ново име", "language": "en"})
    member.refresh_from_db()
    assert (member.display_name, member.language) == ("Ново име", "en")


def test_wrong_name_is_said_and_stays_in_the_form(client, member):
    client.force_login(member)
    page = client.post("/accounts/profile/", {"display_name": "<b>Име</b>", "language": "bg"}).content.decode()
    assert "&lt;b&gt;Име" in page
    assert 'class="error-summary"' in page
    assert User.objects.get(pk=member.pk).display_name == "Пробен член"


def test_profile_is_for_who_is_logged_in(client, db):
    assert client.get("/accounts/profile/").url == "/accounts/login/?next=/accounts/profile/"


def test_new_address_counts_after_its_link_was_opened(client, member, letters, log_in, signed_in):
    client.post("/accounts/login/", {"login": member.email, "password": "dalga-parola-za-proba"})
    client.post("/accounts/email/", {"action_add": "", "email": "drug@example.org"})
    member.refresh_from_db()
    assert member.email == "chlen@example.org"
    link = next(word for word in letters("drug@example.org")[0].text.split() if "confirm-email" in word)
    client.post(link.removeprefix("http://localhost:8000"))
    member.refresh_from_db()
    assert member.email == "drug@example.org"
