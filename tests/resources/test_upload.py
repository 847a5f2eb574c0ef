"""Trainers bring files: many at once, a ZIP, large ones in pieces; the good ones stay, each bad one has its reason."""

import errno
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from core.regularly import tick
from members.enums import Role
from resources.models import Material, MaterialVersion, Subtitles, Upload
from resources.uploading import pieces
from tests.core.files import archive, pdf
from tests.factories.members import make_editor, make_organization
from tests.factories.resources import make_course, make_file
from tests.resources.recordings import mp4

pytestmark = pytest.mark.django_db
SPACE = "wagtailsnippets_resources_material:"


@pytest.fixture
def trainer(newsroom, client):
    person = make_editor(newsroom.organization, "obuchitel@example.org", Role.TRAINER)
    client.force_login(person)
    return person


def shared(trainer, **more) -> dict:
    organization = trainer.affiliations.get().organization_id
    fields = {"organization": organization, "audience": "public", "licence": "cc-by-4.0", "language": "bg"}
    return fields | more


def send(client, trainer, *files, **more):
    return client.post(reverse(SPACE + "upload"), shared(trainer, **more) | {"files": list(files)})


def stored() -> list[str]:
    folder = Path(FileSystemStorage().location) / "materials"
    return [str(path) for path in folder.rglob("*") if path.is_file()]


def test_the_good_ones_stay_and_each_bad_one_says_why(client, trainer):
    page = send(
        client, trainer, make_file("Наръчник_за_срещи.pdf"), make_file("lazha.pdf", b"<html>"),
        make_file("a.exe", b"MZ"),
        make_file("prazen.txt", b""), make_file("prezentatsia.mp4", mp4()),
    ).content.decode()  # fmt: skip
    kept = dict(Material.objects.values_list("title_bg", "kind"))
    assert kept == {"Наръчник за срещи": "guide", "Prezentatsia": "video"}
    for name in ("lazha.pdf", "a.exe", "prazen.txt"):
        assert name in page
    assert not Material.objects.filter(live=True).exists()


def test_a_zip_is_unpacked_and_its_bad_files_named(client, trainer):
    content = archive({
        "Урок 1/План.pdf": pdf(1, "Plan"), "Урок 1/../../../izvan.pdf": pdf(1, "Izvan"),
        "lazha.docx": b"PK\x03\x04junk",
        "vatre.zip": archive({"a.pdf": b"x"}), "zapis.mp4": mp4(), "zapis.en.srt": b"1\n00:00:01,0 --> x",
        "zapis.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nA\n",
    })  # fmt: skip
    page = send(client, trainer, make_file("vsichko.zip", content)).content.decode()
    assert set(Material.objects.values_list("title_bg", flat=True)) == {"План", "Izvan", "Zapis"}
    assert "lazha.docx" in page and "vatre.zip" in page and "zapis.en.srt" in page
    assert Subtitles.objects.get().material.title_bg == "Zapis"
    assert all("izvan" not in name or "/materials/" in name for name in stored())


def test_the_same_file_again_makes_nothing(client, trainer):
    for _time in range(2):
        page = send(client, trainer, make_file("a.txt", b"edno")).content.decode()
    assert Material.objects.count() == 1 and "a.txt:" in page


def test_a_full_disk_is_a_sentence_and_leaves_nothing(client, trainer, monkeypatch):
    before = stored()

    def write(self, name, content):
        Path(self.path(name)).parent.mkdir(parents=True, exist_ok=True)
        Path(self.path(name)).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", write)
    answer = send(client, trainer, make_file("a.pdf"))
    assert answer.status_code == 200 and answer.context["form"].errors["files"]
    assert not Material.objects.exists() and not MaterialVersion.objects.exists() and stored() == before


def test_a_disk_that_fills_up_while_the_form_arrives(client, trainer, monkeypatch, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    monkeypatch.setattr("tempfile._TemporaryFileWrapper.__getattr__", _no_room(), raising=False)
    answer = send(client, trainer, make_file("a.pdf"))
    assert answer.status_code == 200 and answer.context["form"].errors["files"]
    assert not Material.objects.exists()


def _no_room():
    from tempfile import _TemporaryFileWrapper

    before = _TemporaryFileWrapper.__getattr__

    def attribute(self, name):
        if name == "write":
            raise OSError(errno.ENOSPC, "No space left on device")
        return before(self, name)

    return attribute


def begin(client, trainer, content: bytes, name="film.mp4", **more):
    data = shared(trainer) | {"name": name, "size": len(content), "fingerprint": f"{name}-1"} | more
    return client.post(reverse(SPACE + "upload_begin"), data)


def piece(client, address: str, offset: int, content: bytes):
    return client.patch(address, content, "application/octet-stream", headers={"Upload-Offset": str(offset)})


def test_a_broken_upload_goes_on_where_it_stopped(client, trainer):
    content = mp4(size=5000)
    address = begin(client, trainer, content).json()["piece"]
    assert piece(client, address, 0, content[:2000]).json() == {"received": 2000}
    # The page is opened anew, the same file chosen again.
    begun = begin(client, trainer, content).json()
    assert begun["received"] == 2000 and begun["piece"] == address
    assert client.post(begun["done"], shared(trainer)).status_code == 409
    # A piece that came twice, and one that does not follow.
    assert piece(client, address, 0, content[:2000]).status_code == 409
    assert piece(client, address, 3000, content[3000:]).json() == {"received": 2000}
    assert piece(client, address, 2000, content[2000:]).json() == {"received": len(content)}
    done = client.post(begun["done"], shared(trainer)).json()
    material = Material.objects.get(pk__in=done["materials"])
    with material.versions.get().file.open() as kept:
        assert kept.read() == content
    assert not Upload.objects.exists() and client.post(begun["done"], shared(trainer)).status_code == 404


def test_a_bad_file_in_pieces_is_refused_like_any_other(client, trainer):
    content = b"<html>not a film</html>"
    begun = begin(client, trainer, content).json()
    piece(client, begun["piece"], 0, content)
    done = client.post(begun["done"], shared(trainer)).json()
    assert done["files"][0]["problem"] and not Material.objects.exists() and not Upload.objects.exists()
    assert begin(client, trainer, b"x", name="a.exe").json()["problem"]
    assert begin(client, trainer, b"x", size=3 * 1024**3).json()["problem"]
    assert begin(client, trainer, b"x", size="²").status_code == 400
    begin(client, trainer, b"x", name=f"C:\\Уроци/{'Първи урок ' * 30}.mp4")
    kept = Upload.objects.get().name
    assert len(kept) == 160 and kept.startswith("Първи урок") and kept.endswith(".mp4")


def test_two_tabs_with_the_same_file_do_not_spoil_it(client, trainer):
    content = mp4(size=5000)
    address = begin(client, trainer, content).json()["piece"]
    slow = Upload.objects.get()  # its piece is on its way while the other tab goes on
    for place in (0, 2000):
        piece(client, address, place, content[place : place + 2000])
    with pytest.raises(pieces.OutOfStep):
        pieces.add(slow, 0, content[:2000])
    assert slow.received == 4000 and pieces.path_of(slow).read_bytes() == content[:4000]
    # A disk that lost something is asked for it again.
    pieces.path_of(slow).write_bytes(content[:1000])
    assert piece(client, address, 4000, content[4000:]).json() == {"received": 1000}
    assert piece(client, address, 1000, content[1000:]).json() == {"received": len(content)}
    pieces.path_of(slow).unlink()
    done = client.post(address + "done/", shared(trainer))
    assert done.status_code == 409 and done.json() == {"received": 0}


def test_a_piece_of_an_upload_that_was_given_up_stays_nowhere(client, trainer, django_capture_on_commit_callbacks):
    address = begin(client, trainer, mp4()).json()["piece"]
    late = Upload.objects.get()
    assert client.delete(address).status_code == 200
    with pytest.raises(Upload.DoesNotExist):
        pieces.add(late, 0, mp4()[:100])
    begin(client, trainer, mp4())
    other = Upload.objects.get()
    pieces.add(other, 0, mp4()[:100])
    with transaction.atomic():
        Upload.objects.all().delete()
        transaction.set_rollback(True)
    assert pieces.path_of(other).exists(), "it was taken back"
    with django_capture_on_commit_callbacks(execute=True):
        Upload.objects.all().delete()  # as when an organisation goes
    assert not any(pieces.path_of(one).exists() for one in (late, other))


def test_no_room_for_a_piece_keeps_what_is_there(client, trainer, monkeypatch):
    content = mp4(size=5000)
    address = begin(client, trainer, content).json()["piece"]
    piece(client, address, 0, content[:1000])
    with monkeypatch.context() as full:
        full.setattr(pieces, "_write", lambda *args: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        answer = piece(client, address, 1000, content[1000:])
        assert answer.status_code == 507 and answer.json()["received"] == 1000 and answer.json()["problem"]
    assert piece(client, address, 1000, content[1000:]).json() == {"received": len(content)}


def test_too_little_room_is_said_before_the_first_piece(client, trainer, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1000})())
    assert begin(client, trainer, mp4()).json()["problem"] and not Upload.objects.exists()


def test_nobody_goes_on_with_the_upload_of_somebody_else(client, trainer):
    address = begin(client, trainer, mp4()).json()["piece"]
    client.force_login(make_editor(trainer.affiliations.get().organization, "drug@example.org"))
    assert client.get(address).status_code == 404 and piece(client, address, 0, b"x").status_code == 404


def test_old_uploads_are_tidied_away(client, trainer, django_capture_on_commit_callbacks):
    address = begin(client, trainer, mp4()).json()["piece"]
    piece(client, address, 0, mp4()[:100])
    path = pieces.path_of(Upload.objects.get())
    tick.send(None)
    assert path.exists()
    Upload.objects.update(touched_at=timezone.now() - timedelta(hours=25))
    with django_capture_on_commit_callbacks(execute=True):
        tick.send(None)
    assert not path.exists() and not Upload.objects.exists()


def test_files_go_to_ones_own_organisation_and_course_alone(client, trainer):
    other = make_organization("МИГ – Попово", "", "mig-popovo")
    course = make_course("Чужд", other)
    send(client, trainer, make_file(), organization=other.pk)
    send(client, trainer, make_file(), course=course.pk)
    begun = begin(client, trainer, mp4(), organization=other.pk)
    assert begun.status_code in (302, 403)
    assert not Material.objects.exists() and not Upload.objects.exists()


def test_what_was_uploaded_is_described_and_sent_for_review(client, trainer, officer):
    send(client, trainer, make_file("a.txt", b"edno"), make_file("b.txt", b"dve"))
    keys = list(Material.objects.order_by("pk").values_list("pk", flat=True))
    address = reverse(SPACE + "describe") + f"?materials={keys[0]},{keys[1]},999,x"
    form = client.get(address).context["form"]
    data = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "publish": "1"}
    for number, one in enumerate(form.forms):
        data |= {f"form-{number}-id": one.instance.pk, f"form-{number}-title_bg": f"Заглавие {number}"}
        data |= {f"form-{number}-kind": "guide", f"form-{number}-description_bg": "Изречение."}
    client.post(address, data)
    material = Material.objects.get(pk=keys[0])
    assert not material.live and material.current_workflow_state
    trainer.affiliations.get().organization.__class__.objects.update(may_publish=True)
    material.current_workflow_state.cancel()
    client.post(address, data)
    material.refresh_from_db()
    assert material.live and material.title_bg == "Заглавие 0" and material.current.number == 1
    assert client.post(address, data).headers["Location"] == reverse(SPACE + "list")  # pressed twice


def test_without_a_file_the_form_says_so(client, trainer):
    answer = client.post(reverse(SPACE + "upload"), shared(trainer))
    assert answer.context["form"].errors["files"]
    assert client.get(reverse(SPACE + "add")).headers["Location"] == reverse(SPACE + "upload")


def test_pieces_larger_than_agreed_are_refused(client, trainer, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 10)
    address = begin(client, trainer, mp4()).json()["piece"]
    assert piece(client, address, 0, io.BytesIO(b"x" * 11).read()).status_code == 413
