"""The pictures and documents of the demo, in a collection of their own; the same file is never stored twice."""

from hashlib import sha1
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.models import Collection

from core.enums import Licence
from core.models import PortalDocument, PortalImage
from core.transliteration import slugify_bg
from home.demo.office_files import KINDS
from home.demo.reading import Text, entries, read

COLLECTION = "Примерно съдържание"
LICENCES = {str(licence.label): licence for licence in Licence if licence.value.startswith("cc-")}


def collection() -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=COLLECTION).first() or root.add_child(instance=Collection(name=COLLECTION))


def make_picture(text: Text) -> PortalImage:
    common, file = read("pictures.toml"), text.need("file")
    try:
        content = (Path(__file__).parent / "pictures" / file).read_bytes()
    except OSError as error:
        raise text.wrong("file", f"cannot be read: {error}") from error
    picture = _known(PortalImage, content) or PortalImage(
        title=text.need("title_bg"),
        file=ImageFile(BytesIO(content), name=file),
        alt_bg=text.need("alt_bg"),
        alt_en=text.need("alt_en"),
        language="zxx",
        licence=_licence(common),
        credit=common.need("credit"),
        people=common.need("people"),
    )
    return _kept(picture, text, content)


def make_document(text: Text) -> PortalDocument:
    kind, title = text.need("kind"), text.need("title_bg")
    if kind not in KINDS:
        raise text.wrong("kind", f"the demo can write {', '.join(KINDS)}, not “{kind}”.")
    content = KINDS[kind](title, text.need("lines", list))
    document = _known(PortalDocument, content) or PortalDocument(
        title=title,
        file=ContentFile(content, name=f"{slugify_bg(title)}.{kind}"),
        language=text.need("language"),
        licence=Licence.CC_BY,
        credit="БНЛМ",
    )
    return _kept(document, text, content)


def known_hashes() -> list[str]:
    """Of all files that the demo makes, as Wagtail keeps them."""
    pictures = [
        (Path(__file__).parent / "pictures" / text.need("file")).read_bytes()
        for text in entries("pictures.toml", "picture").values()
    ]
    documents = [
        KINDS[text.need("kind")](text.need("title_bg"), text.need("lines", list))
        for text in entries("documents.toml", "document").values()
    ]
    return [_hash(content) for content in pictures + documents]


def _known(model, content: bytes):
    return model.objects.filter(file_hash=_hash(content), collection__name=COLLECTION).first()


def _kept(file, text: Text, content: bytes):
    if not file.pk:
        file.collection = collection()
        file.file_size, file.file_hash = len(content), _hash(content)
        file.full_clean()
        file.save()
    file.titles = {"bg": text.need("title_bg"), "en": text.need("title_en")}
    return file


def _hash(content: bytes) -> str:
    return sha1(content, usedforsecurity=False).hexdigest()


def _licence(common: Text) -> str:
    try:
        return LICENCES[common.need("licence")]
    except KeyError:
        raise common.wrong("licence", f"is none of {', '.join(LICENCES)}.") from None
