import io
import struct

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.uploads import check_image, without_metadata

from .files import picture, png_of, refusal, upload


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.png", "PNG"), ("a.JPG", "JPEG"), ("a.jpeg", "JPEG"), ("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.avif", "AVIF")],
)
def test_pictures_of_the_usual_kinds_are_taken(name, kind):
    file = upload(name, picture(kind))
    check_image(file)
    assert file.tell() == 0


@pytest.mark.parametrize("options", [{"progressive": True}, {"quality": 30}])
def test_large_photographs_are_taken(options):
    check_image(upload("a.jpg", picture("JPEG", (2000, 1500), **options)))


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_printers_photographs_are_taken(mode):
    check_image(upload("a.jpg", picture("JPEG", mode=mode)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_that_was_not_copied_whole_is_refused(kind, part):
    whole = picture(kind, (500, 500))
    code = refusal(check_image, f"a.{kind.lower()}", whole[: int(len(whole) * part)])
    assert code in {"damaged_picture", "no_picture"}


def test_first_bytes_of_a_picture_are_refused():
    assert refusal(check_image, "a.png", picture("PNG", (500, 500))[:60]) == "damaged_picture"


def test_a_picture_with_a_wrong_spot_is_refused():
    content = bytearray(picture("PNG", (500, 500)))
    content[len(content) // 2] ^= 0xFF
    assert refusal(check_image, "a.png", bytes(content)) == "damaged_picture"


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("side", [12_000, 11_000, 6_400])
def test_a_small_file_of_too_many_pixels_is_refused(side):
    content = png_of(side, side)
    assert len(content) < 40_000
    assert refusal(check_image, "a.png", content) == "too_many_pixels"


def test_header_that_promises_too_many_pixels_is_refused():
    header = png_of(8, 8).replace(struct.pack(">II", 8, 8), struct.pack(">II", 60_000, 60_000))
    assert refusal(check_image, "a.png", header) in {"too_many_pixels", "damaged_picture", "no_picture"}


def test_many_frames_count_as_pixels():
    stream = io.BytesIO()
    frames = [Image.new("L", (2000, 2000), shade) for shade in range(12)]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    assert refusal(check_image, "a.gif", stream.getvalue()) == "too_many_pixels"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", b"", "empty"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "no_picture"),
        ("a.png", b"<!doctype html><script>1</script>", "no_picture"),
        ("a.svg", b"<svg/>", "picture_kind"),
        ("a.heic", b"junk", "picture_kind"),
        ("a", b"junk", "picture_kind"),
        ("a.png", picture("JPEG"), "picture_kind"),
        ("a.jpg", picture("PNG"), "picture_kind"),
        ("a.gif", picture("BMP"), "no_picture"),
    ],
)
def test_what_is_no_picture_of_its_name_is_refused(name, content, code):
    assert refusal(check_image, name, content) == code


def test_words_hung_behind_a_picture_are_no_reason_to_refuse_it():
    check_image(upload("a.png", picture() + b"<script>alert(1)</script>"))


@given(st.binary(max_size=200), st.sampled_from(["a.png", "a.jpg", "a.gif", "a.webp", "a.avif"]))
def test_any_bytes_behind_a_true_beginning_are_a_sentence_and_no_crash(junk, name):
    kind = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    try:
        check_image(upload(name, picture(kind, (8, 8))[:40] + junk))
    except ValidationError as refused:
        assert str(refused.messages[0])


# Pictures without notes


def photograph(kind, **options):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(0x8825)[2] = (42.0, 29.0, 1.0)
    return picture(kind, exif=exif.tobytes(), **options)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_go_and_every_pixel_stays(kind):
    colours = b"ICC" * 60
    content = photograph(kind, icc_profile=colours)
    assert b"SECRET-CAMERA" in content
    file = upload(f"a.{kind.lower()}", content + b"HIDDEN-BEHIND")
    cleaned = without_metadata(file).read()
    assert b"SECRET-CAMERA" not in cleaned
    assert b"HIDDEN-BEHIND" not in cleaned
    check_image(upload(file.name, cleaned))
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(cleaned)) as after:
        assert before.tobytes() == after.tobytes()
        assert after.info["icc_profile"] == colours
        assert not after.getexif().get_ifd(0x8825)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"comment": b"SECRET"}, {"restart_marker_rows": 1}])
def test_photograph_stays_the_right_way_up(options):
    cleaned = without_metadata(upload("a.jpg", photograph("JPEG", size=(90, 70), **options))).read()
    assert b"SECRET" not in cleaned
    with Image.open(io.BytesIO(cleaned)) as after:
        after.load()
        assert dict(after.getexif()) == {0x0112: 6}


def test_other_kinds_are_left_alone():
    file = upload("a.gif", picture("GIF"))
    assert without_metadata(file) is file
