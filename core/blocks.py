"""The blocks that texts are built of; each explains itself in the editor and has a template."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from core import block_previews
from core.video import host_and_frame


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides a long text; listed at its side.")
        template = "blocks/heading.html"
        preview_value = _("Three questions to work on")


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "blocks/text.html"
        preview_value = _("<p>Villages <b>decide together</b>:</p><ul><li>what is needed</li><li>who helps</li></ul>")


class DescribedImageBlock(ImageBlock):
    """A picture with its description; Wagtail names the chooser in it by its English key alone."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(blocks.StructBlock):
    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=255, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with its caption; author and licence are added.")
        template = "blocks/picture.html"
        preview_value = staticmethod(block_previews.picture)


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Several pictures side by side; a click shows one large.")
        template = "blocks/gallery.html"
        preview_value = staticmethod(block_previews.gallery)


class QuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quotation"), max_length=600)
    source = blocks.CharBlock(label=_("Who said it"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of somebody, set apart.")
        template = "blocks/quote.html"
        preview_value = {
            "quote": _("We look for ten things that worked somewhere."),
            "source": _("From the invitation"),
        }


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("What the table says"), max_length=160)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("number", blocks.CharBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns; the first column names the row.")
        template = "blocks/table.html"
        preview_value = staticmethod(block_previews.table)


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("info", _("to know")),
            ("ok", _("done")),
            ("warn", _("attention")),
            ("bad", _("cancelled")),
        ],
        default="info",
    )
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "link"])

    class Meta:
        icon = "warning"
        label = _("Call-out")
        description = _("What the reader must not miss: a new deadline, a moved meeting.")
        template = "blocks/callout.html"
        preview_value = {
            "kind": "warn",
            "title": _("The deadline is extended"),
            "text": _("<p>The new last day is <b>18 December</b>, 17:00.</p>"),
        }


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title, if other than its own"), max_length=160, required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its kind, size and pages.")
        template = "blocks/document.html"
        preview_value = staticmethod(block_previews.document)


class VideoValue(blocks.StructValue):
    @property
    def host(self) -> str:
        """Where the film is: "YouTube" or "Vimeo"."""
        return host_and_frame(self["url"])[0]

    @property
    def frame_url(self) -> str:
        return host_and_frame(self["url"])[1]


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address at YouTube or Vimeo"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    length = blocks.CharBlock(label=_("Length"), max_length=20, required=False)

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["url"] and not cleaned.host:
            wrong = ValidationError(_("This is not the address of a film at YouTube or Vimeo."))
            raise blocks.StructBlockValidationError(block_errors={"url": wrong})
        return cleaned

    class Meta:
        icon = "media"
        value_class = VideoValue
        label = _("Video")
        description = _("Nothing is loaded from elsewhere before the reader clicks.")
        template = "blocks/video.html"
        preview_value = {
            "url": "https://www.youtube.com/watch?v=00000000000",
            "title": _("First steps in the application system"),
            "length": "12:40",
        }


class ButtonBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Words on it"), max_length=60)
    page = blocks.PageChooserBlock(page_type="core.BasePage", label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("or address elsewhere"), required=False)

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            wrong = ValidationError(_("Choose a page or write an address: one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": wrong})
        return cleaned

    class Meta:
        icon = "link"
        label = _("Button")
        description = _("One thing to do. The verb is the button.")
        template = "blocks/button.html"
        preview_value = {"text": _("Sign up"), "page": None, "url": "https://example.org"}


class ContactBlock(blocks.StructBlock):
    role = SnippetChooserBlock("core.ContactRole", label=_("Contact role"))

    class Meta:
        icon = "user"
        label = _("Contact card")
        description = _("Whom to ask; changes by itself when the role's data change.")
        template = "blocks/contact.html"
        preview_value = staticmethod(block_previews.contact)


class FundingBlock(blocks.StructBlock):
    record = SnippetChooserBlock("core.FundingRecord", label=_("Funding record"))

    class Meta:
        icon = "tag"
        label = _("Funding statement")
        description = _("The wording a funder demands, kept in one place.")
        template = "blocks/funding.html"
        preview_value = staticmethod(block_previews.funding)


BODY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("picture", PictureBlock()),
    ("gallery", GalleryBlock()),
    ("quote", QuoteBlock()),
    ("table", TableBlock()),
    ("callout", CalloutBlock()),
    ("document", DocumentBlock()),
    ("video", VideoBlock()),
    ("button", ButtonBlock()),
    ("contact", ContactBlock()),
    ("funding", FundingBlock()),
]
