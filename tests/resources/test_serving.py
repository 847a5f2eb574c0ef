"""Files as they are sent: in ranges, under the right name, as nothing that could run, counted without cookies."""

import io
import zipfile
from urllib.parse import quote

import pytest

from resources.models import Download, Material
from tests.factories.members import make_user
from tests.factories.resources import make_course, make_file, make_lesson, make_material
from tests.resources.recordings import mp4

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(homes):
    return make_material("Филм", file=make_file("Удължен срок.mp4", mp4(size=2000)))


def play(client, material, **headers):
    return client.get(f"/fayl/{material.slug}/1/puskane/", headers=headers)


def content(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_player_may_ask_for_a_range(client, film):
    whole = mp4(size=2000)
    for asked, start, end in (("bytes=0-99", 0, 99), ("bytes=100-", 100, len(whole) - 1), ("bytes=-50", -50, None)):
        answer = play(client, film, Range=asked)
        expected = whole[start:] if end is None else whole[start : end + 1]
        assert answer.status_code == 206 and content(answer) == expected
        assert answer.headers["Content-Length"] == str(len(expected))
        assert answer.headers["Content-Range"].endswith(f"/{len(whole)}")
    answer = play(client, film, Range=f"bytes={len(whole)}-")
    assert answer.status_code == 416 and answer.headers["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "items=0-1", "bytes=0-1,5-6", "bytes=a-b", "bytes=²-3"])
def test_what_is_no_range_gets_the_whole(client, film, asked):
    answer = play(client, film, Range=asked)
    assert answer.status_code == 200 and content(answer) == mp4(size=2000)


def test_a_changed_file_is_sent_whole_and_an_unchanged_one_not_again(client, film):
    answer = play(client, film)
    tag = answer.headers["ETag"]
    content(answer)
    assert play(client, film, **{"Range": "bytes=0-1", "If-Range": tag}).status_code == 206
    assert play(client, film, **{"Range": "bytes=0-1", "If-Range": '"other"'}).status_code == 200
    assert play(client, film, **{"If-None-Match": tag}).status_code == 304


def test_a_download_bears_its_name_and_never_runs(client, film):
    answer = client.get(f"/fayl/{film.slug}/")
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('Удължен срок.mp4')}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")
    text = make_material(file=make_file("a.txt", b"<script>alert(1)</script>"))
    assert client.get(f"/fayl/{text.slug}/1/puskane/").status_code == 404
    assert client.get(f"/fayl/{text.slug}/").headers["Content-Disposition"].startswith("attachment")


def test_names_lose_what_deceives(client, homes):
    material = make_material(file=make_file("otchet\u202efdp.txt", b"tekst"))
    assert material.current.name == "otchetfdp.txt"


def test_downloads_are_counted_once_an_hour_and_ranges_not_at_all(client, film):
    for _time in range(2):
        content(client.get(f"/fayl/{film.slug}/"))
    content(client.get(f"/fayl/{film.slug}/", headers={"Range": "bytes=500-"}))
    client.head(f"/fayl/{film.slug}/")
    content(play(client, film))
    content(client.get(f"/fayl/{film.slug}/", REMOTE_ADDR="10.0.0.7"))
    assert Material.objects.get().downloads == 2 and not Download.objects.exists()
    client.force_login(make_user())
    content(client.get(f"/fayl/{film.slug}/"))
    assert Download.objects.get().version == film.current


def test_a_lost_file_is_not_found(client, film):
    film.current.file.storage.delete(film.current.file.name)
    assert client.get(f"/fayl/{film.slug}/").status_code == 404


def test_a_course_as_one_zip_has_its_files_in_order(client, homes):
    course = make_course()
    second = make_material("Втори", file=make_file("втори.txt", b"2"))
    first = make_material("Първи", file=make_file("първи.txt", b"1"))
    besides = make_material("Общ", file=make_file("общ.txt", b"3"), course=course)
    make_lesson(course, "Урок 1", [first])
    make_lesson(course, "Урок 2", [second, first])
    answer = client.get(f"/fayl/kurs/{course.pk}.zip")
    with zipfile.ZipFile(io.BytesIO(content(answer))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "01 първи.txt": b"1", "02 втори.txt": b"2", "03 общ.txt": b"3",
        }  # fmt: skip
    besides.refresh_from_db()
    assert besides.downloads == 1


def test_the_address_on_paper_leads_on_when_its_word_changes(client, homes):
    material = make_material(slug="stara-duma", audience="members")
    material.slug = "nova-duma"
    material.save_revision().publish()
    assert client.get("/fayl/stara-duma/").status_code == 404
    client.force_login(make_user())
    assert client.get("/fayl/stara-duma/").headers["Location"] == "/fayl/nova-duma/"
    assert client.get("/fayl/stara-duma/1/").headers["Location"] == "/fayl/nova-duma/1/"
