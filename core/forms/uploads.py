"""Upload forms of the admin: a wrong file is a sentence in the form, never a broken page."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    pass


class DocumentForm(BaseDocumentForm):
    pass
