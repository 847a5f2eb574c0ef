"""Wrong and right files through the admin as an editor of one newsroom meets it."""

import io
import json
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from PIL import Image
from wagtail.models import UploadedFile

from core.forms.uploads import CONSENT_NEEDED
from core.models import PortalDocument, PortalImage
from core.uploads import check_document, check_image

from .files import archive, office, pdf, picture, png_of, upload
from .test_uploaded_images import photograph

BAD_PICTURES = {
    "first bytes": ("a.png", picture("PNG", (500, 500))[:60]),
    "cut short": ("a.jpg", picture("JPEG", (500, 500))[:3000]),
    "144 megapixels in 17 KB": ("a.png", png_of(12_000, 12_000)),
    "121 megapixels in 14 KB": ("a.png", png_of(11_000, 11_000)),
    "SVG": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "SVG called PNG": ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "web page called PNG": ("a.png", b"<!doctype html><script>1</script>"),
    "JPEG called PNG": ("a.png", picture("JPEG")),
    "HEIC": ("a.heic", b"\x00\x00\x00\x18ftypheic"),
    "empty": ("a.png", b""),
    "no extension": ("snimka", picture()),
}
BAD_DOCUMENTS = {
    "web page called PDF": ("a.pdf", b"<!doctype html><p>1</p>"),
    "junk called docx": ("a.docx", b"PK\x03\x04junk"),
    "empty": ("a.pdf", b""),
    "web page": ("a.html", b"<p>1</p>"),
    "program": ("a.exe", b"MZ"),
    "program behind a PDF": ("a.pdf.exe", b"MZ"),
    "drawing": ("a.svg", b"<svg/>"),
    "archive": ("a.zip", archive({"a.txt": "a"})),
    "bomb": ("a.docx", office(**{"word/media/a.bin": b"\0" * 120_000_000})),
}
APPS = {"image": "wagtailimages", "document": "wagtaildocs"}
WAYS = ["form", "several", "chooser"]


def sentence(check, name, content):
    """What a Bulgarian officer is told about a file."""
    with pytest.raises(ValidationError) as refused:
        check(upload(name, content))
    with override("bg"):
        return refused.value.messages[0]


@pytest.fixture
def sent(client, editor):
    """Send a file in one of the three ways; gives the answer's text."""
    client.force_login(editor)

    def send(way, kind, name, content, **fields):
        file = upload(name, content)
        if way == "several":
            data = {"title": name, "files[]": file} | fields
            answer = client.post(reverse(f"{APPS[kind]}:add_multiple"), data)
            assert answer.status_code == 200
            return answer.json()["error_message"] if "error_message" in answer.json() else answer.json()
        prefix = {"form": "", "chooser": f"{kind}-chooser-upload-"}[way]
        data = {"title": name, "file": file, "people": "none", "licence": "cc-by-4.0", "language": "bg"} | fields
        url = f"{APPS[kind]}:add" if way == "form" else f"{APPS[kind]}_chooser:create"
        answer = client.post(reverse(url), {prefix + key: value for key, value in data.items()}, follow=True)
        assert answer.status_code == 200
        return unescape(answer.json().get("htmlFragment", "") if way == "chooser" else answer.content.decode())

    return send


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", BAD_PICTURES)
def test_a_wrong_picture_is_a_sentence_in_the_form(sent, way, case):
    name, content = BAD_PICTURES[case]
    assert sentence(check_image, name, content) in sent(way, "image", name, content)
    assert not PortalImage.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", BAD_DOCUMENTS)
def test_a_wrong_document_is_a_sentence_in_the_form(sent, way, case):
    name, content = BAD_DOCUMENTS[case]
    answer = sent(way, "document", name, content)
    assert sentence(check_document, name, content) in answer
    assert "„“" not in answer  # nothing about the extension of a file that is not there any more
    assert not PortalDocument.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_a_photograph_loses_where_and_with_what_it_was_taken(sent, way):
    sent(way, "image", "Снимка_от_Ямбол.jpg", photograph("JPEG"), title="Снимка_от_Ямбол")
    image = PortalImage.objects.get()
    with image.file.open() as stored:
        content = stored.read()
    assert b"SECRET-CAMERA" not in content
    assert not Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)
    assert re.fullmatch(r"original_images/[0-9a-f]{16}-snimka-ot-yambol.*\.jpg", image.file.name)
    assert image.title == "Снимка от Ямбол"
    assert len(image.checksum) == 64
    assert image.people == "none"
    assert image.uploaded_by_user.email == "tundzha@example.org"
    assert image.collection.name == "МИГ – Тунджа"


@pytest.mark.parametrize("way", WAYS)
def test_a_document_is_counted_and_named(sent, way):
    sent(way, "document", "Покана\u202e за среща.pdf", pdf(3, "Pokana za obshto sabranie na mrezhata"))
    document = PortalDocument.objects.get()
    assert document.title == "Покана за среща"
    assert document.filename.startswith("pokana-za-sreshta")
    assert (document.page_count, document.has_text, len(document.checksum)) == (3, True, 64)
    assert document.file_size == len(document.file.read())


@pytest.mark.parametrize("name", ["..%2f..%2fx.png", "я" * 230 + ".png", "..\\..\\x.png", "a\u202egnp.png", ".png"])
@pytest.mark.parametrize("way", WAYS)
def test_strange_names_are_made_plain(sent, way, name):
    sent(way, "image", name, picture())
    image = PortalImage.objects.get()
    assert image.file.name.isascii()
    assert image.file.name.count("/") == 1
    assert "\u202e" not in image.title


@pytest.mark.parametrize("people", ["adults", "children"])
def test_recognisable_people_need_a_word_about_their_consent(sent, people):
    text = sent("form", "image", "a.png", picture(), people=people)
    assert not PortalImage.objects.exists()
    sent("form", "image", "a.png", picture(), people=people, consent="Папка 7, деловодство")
    assert PortalImage.objects.get().consent == "Папка 7, деловодство"
    with override("bg"):
        assert str(CONSENT_NEEDED[people]) in text


def test_a_file_that_waited_for_its_title_is_cleaned_too(client, sent, editor):
    answer = sent("several", "image", "Снимка.jpg", photograph("JPEG"), title="т" * 300)
    key = answer["uploaded_file_id"]
    assert not PortalImage.objects.exists()
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[key])
    prefix = f"uploaded-image-{key}-"
    saved = client.post(url, {f"{prefix}title": "Двор", f"{prefix}people": "none", f"{prefix}licence": "cc-by-4.0"})
    assert json.loads(saved.content)["success"]
    image = PortalImage.objects.get()
    assert b"SECRET-CAMERA" not in image.file.read()
    assert len(image.checksum) == 64
    assert image.file_size == image.file.size
    assert image.file.name.isascii()


def test_a_replaced_file_is_looked_at_anew(client, sent):
    sent("form", "document", "a.pdf", pdf(2))
    document = PortalDocument.objects.get()
    url = reverse("wagtaildocs:edit", args=[document.pk])
    data = {"title": "Нов", "language": "bg", "licence": "cc-by-4.0"}
    client.post(url, data | {"file": upload("b.pdf", pdf(5))})
    document.refresh_from_db()
    assert (document.title, document.page_count) == ("Нов", 5)
    client.post(url, data | {"file": upload("b.pdf", b"junk")})
    document.refresh_from_db()
    assert document.page_count == 5


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_a_file_that_went_bad_later_breaks_no_page_of_the_admin(client, sent, harm):
    sent("form", "image", "a.png", picture("PNG", (500, 500)))
    image = PortalImage.objects.get()
    image.renditions.all().delete()
    if harm == "gone":
        image.file.storage.delete(image.file.name)
    else:
        with image.file.storage.open(image.file.name, "wb") as file:
            file.write(picture("PNG", (500, 500))[:600])
    edit = reverse("wagtailimages:edit", args=[image.pk])
    for url in (
        edit,
        reverse("wagtailimages:index"),
        reverse("wagtailimages:index") + "?layout=list",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages:image_usage", args=[image.pk]),
    ):
        assert client.get(url).status_code == 200, url
    data = {"title": "Друго", "people": "none", "licence": "cc-by-4.0", "language": "bg"}
    focus = {"focal_point_x": 10, "focal_point_y": 10, "focal_point_width": 5, "focal_point_height": 5}
    assert client.post(edit, data | focus).status_code == 302
    image = PortalImage.objects.get()
    assert (image.title, image.focal_point_x) == ("Друго", 10)
    assert image.share_url == ""


def test_a_document_that_is_gone_breaks_no_page_of_the_admin(client, sent):
    sent("form", "document", "a.pdf", pdf())
    document = PortalDocument.objects.get()
    document.file.storage.delete(document.file.name)
    edit = reverse("wagtaildocs:edit", args=[document.pk])
    for url in (
        edit,
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs_chooser:choose"),
        reverse("wagtaildocs_chooser:chosen", args=[document.pk]),
    ):
        assert client.get(url).status_code == 200, url
    assert client.post(edit, {"title": "Друго", "language": "bg", "licence": "cc-by-4.0"}).status_code == 302
    assert PortalDocument.objects.get().title == "Друго"
