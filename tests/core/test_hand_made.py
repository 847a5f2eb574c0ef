"""What no page of ours sends is answered as a mistake of the sender, never as one of the portal."""

import base64
import json

import pytest

DEEP = "[" * 100_000
BROKEN = [b"{", b"\xff\xfe\x00", b'{"a": NaN}', b"5", b'"abc"', b"null", DEEP.encode()]
BROKEN += [b'{"a": "\\ud800"}', b'{"a": "\\u0000"}', b"[5]"]


def handle(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


CREDENTIALS = [
    "{", "5", "[]", "null", "{}", '"a"', DEEP, '{"response": 5}', '{"response": {"userHandle": 5}}',
    '{"id": 5, "rawId": 5, "type": 5, "response": {}}',
    *(
        json.dumps(
            {
                "id": "AAAA", "rawId": "AAAA", "type": "public-key", "clientExtensionResults": {},
                "response": {
                    "clientDataJSON": client, "authenticatorData": data, "signature": "AA", "userHandle": who,
                },
            }
        )
        for client, data, who in (
            ("AAAA", "AAAA", handle("1")), (handle("[]"), "A" * 60, handle("1")), (handle("{}"), "", None),
            (handle('{"type": "webauthn.get", "challenge": "AA", "origin": "x"}'), "A" * 60, handle("9" * 40)),
            (handle('{"type": "webauthn.get", "challenge": "AA", "origin": "x"}'), "A" * 60, handle("abc")),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
@pytest.mark.django_db
def test_broken_json_to_what_was_dismissed(client, officer, body):
    client.force_login(officer)
    answer = client.patch("/admin/dismissibles/", body, content_type="application/json")
    assert answer.status_code == 400 and client.get("/admin/dismissibles/").json() == {}
    unmarked = client.generic("PATCH", "/admin/dismissibles/", body if b"a" not in body else b"{", "text/plain")
    assert unmarked.status_code == 400


@pytest.mark.parametrize("credential", CREDENTIALS, ids=range(len(CREDENTIALS)))
@pytest.mark.django_db
def test_a_passkey_made_by_hand_lets_nobody_in(client, homes, credential):
    client.get("/accounts/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"})
    answer = client.post("/accounts/2fa/webauthn/login/", {"credential": credential})
    assert answer.status_code in (302, 400) and "_auth_user_id" not in client.session


def test_a_mistake_of_ours_elsewhere_is_not_hidden(rf):
    from django.urls import resolve

    from core.middleware.hand_made import RefuseHandMadeJson

    request = rf.post("/kontakti/")
    request.resolver_match = resolve("/accounts/login/")
    assert RefuseHandMadeJson(None).process_exception(request, KeyError("x")) is None
