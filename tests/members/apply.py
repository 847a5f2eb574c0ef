"""What a browser sends when an organisation applies."""

from django.core import signing
from django.utils import timezone

from core.forms.guarded import SALT

START = "/prisaedinyavane/"
FIRST = f"{START}organizatsia/"


def organization(client, path=FIRST, **typed):
    """What a browser sends from the first step."""
    key = client.get(path).context["form"]["key"].value()
    opened = signing.dumps(timezone.now().timestamp() - 60, salt=SALT)
    return {
        "kind": "chitalishte",
        "name_bg": "НЧ „Искра – 1929“",
        "eik": "000970464",
        "email": "Iskra@example.net",
        "website": "",
        "key": key,
        "opened": opened,
    } | typed


PROFILE = {"settlement": "с. Крушаре", "phone": "046/123 456", "summary_bg": "Пеем, шием и помним."}
PEOPLE = {
    "people-TOTAL_FORMS": "3",
    "people-INITIAL_FORMS": "0",
    "people-0-name": "Председател",
    "people-0-email": "Predsedatel@example.net",
    "people-0-role": "manager",
    "people-1-name": "",
    "people-1-email": "",
    "people-1-role": "editor",
    "people-2-name": "Секретар",
    "people-2-email": "sekretar@example.net",
    "people-2-role": "editor",
}
CONSENTS = {"terms": "on", "data": "on"}


def fill_in(client, prefix=START, **typed):
    """All four steps; returns the answer to the last."""
    client.post(f"{prefix}organizatsia/", organization(client, f"{prefix}organizatsia/", **typed))
    client.post(f"{prefix}profil/", PROFILE)
    client.post(f"{prefix}hora/", PEOPLE)
    return client.post(f"{prefix}saglasia/", CONSENTS)
