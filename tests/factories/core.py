"""Pictures, documents and records for tests."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image

from core.models import ContactRole, FundingRecord, PortalDocument, PortalImage


def picture_bytes(size=(1600, 1000), colour="#2d7453", kind="PNG") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind)
    return buffer.getvalue()


def make_picture(title="Нива", size=(1600, 1000), **fields) -> PortalImage:
    file = ImageFile(BytesIO(picture_bytes(size)), name="niva.png")
    defaults = {"alt_bg": "Рисунка: нива", "credit": "БНЛМ", "licence": "cc-by-4.0"}
    return PortalImage.objects.create(title=title, file=file, **defaults | fields)


def make_document(title="Образец", content=b"Obrazets na pokana", name="obrazets.txt", **fields) -> PortalDocument:
    from django.core.files.base import ContentFile

    return PortalDocument.objects.create(title=title, file=ContentFile(content, name=name), **fields)


def make_funding(name="Пробен запис", **fields) -> FundingRecord:
    defaults = {
        "programme_bg": "Програма за подкрепа на НПО",
        "programme_en": "NGO Programme",
        "sentence_bg": "Създадено с финансовата подкрепа на програмата.",
        "sentence_en": "Created with the financial support of the programme.",
        "contract_number": "РД50-39/23.04.2018",
    }
    return FundingRecord.objects.create(name=name, **defaults | fields)


def make_role(slug="koordinator", **fields) -> ContactRole:
    defaults = {
        "title_bg": "Координатор",
        "title_en": "Coordinator",
        "purpose_bg": "въпроси за членство",
        "purpose_en": "membership",
        "phone": "+359 46 000 001",
        "email": f"{slug}@example.org",
    }
    return ContactRole.objects.create(slug=slug, **defaults | fields)
