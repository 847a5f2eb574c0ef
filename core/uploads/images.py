"""Pictures: decoded whole before they are taken, so that a damaged one is a sentence in the form."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from .files import check_not_empty, extension_of

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
MAX_PIXELS = 40_000_000


def check_image(file) -> None:
    """Refuse what is no whole picture of the kind its name says; the file is left at its beginning."""
    check_not_empty(file)
    expected = FORMATS.get(extension_of(file.name))
    if not expected:
        raise ValidationError(
            _("Pictures of this kind are not shown by all browsers. Save it as JPEG, PNG or WebP and upload that."),
            code="picture_kind",
        )
    try:
        file.seek(0)
        with Image.open(file, formats=sorted(set(FORMATS.values()))) as image:
            _check_kind(image, expected)
            _check_pixels(image)
            _decode(image)
    except ValidationError:
        raise
    except UnidentifiedImageError as error:
        raise ValidationError(_("There is no picture in this file."), code="no_picture") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:  # decoders fail in many ways, and all of them mean one thing
        raise ValidationError(
            _("The picture is damaged or was not copied whole. Upload it again from its source."),
            code="damaged_picture",
        ) from error
    finally:
        file.seek(0)


def _check_kind(image: Image.Image, expected: str) -> None:
    # Cameras put a second, small picture behind the first: still a JPEG to everyone else.
    kind = "JPEG" if image.format == "MPO" else image.format
    if kind != expected:
        raise ValidationError(
            _("The name says %(expected)s, but the picture is %(kind)s. Save it anew as %(expected)s."),
            code="picture_kind",
            params={"expected": expected, "kind": kind},
        )


def _check_pixels(image: Image.Image) -> None:
    if image.width * image.height * _frames(image) > MAX_PIXELS:
        raise _too_many_pixels()


def _decode(image: Image.Image) -> None:
    # A JPEG is read to its end at an eighth of its size: the same errors for a fraction of the memory.
    image.draft("L", (image.width // 8 or 1, image.height // 8 or 1))
    for frame in range(_frames(image)):
        image.seek(frame)
        image.load()


def _frames(image: Image.Image) -> int:
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("The picture is too large: more than %(limit)s million pixels. Make it smaller and upload it again."),
        code="too_many_pixels",
        params={"limit": MAX_PIXELS // 1_000_000},
    )
