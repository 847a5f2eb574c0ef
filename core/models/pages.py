from django.conf import settings
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from core import language
from core.enums import Audience
from core.forms.copy import CopyForm
from core.forms.pages import PageForm
from core.json_ld import NETWORK
from core.models.editing import EditorDefaults
from core.models.revisions import KeepsLiveValues
from core.panels import OriginalPanel
from core.permissions import NoPermissions, PagePermissions
from core.querysets import BasePageManager
from core.site_map import site_map


class BasePage(KeepsLiveValues, EditorDefaults, Page):
    """What every page of the portal has: an audience, a bin, a funding record, and a twin in the other language."""

    is_section = True
    is_found = True  # by the search
    search_auto_update = False  # by Wagtail's: pages stand in no index of its own (search/stock.py)
    is_creatable = False

    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences; shown in lists too.")
    )
    audience = models.CharField(_("who may read it"), max_length=10, choices=Audience.choices, default=Audience.PUBLIC)
    funding = models.ForeignKey(
        "core.FundingRecord",
        verbose_name=_("funding record"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Leave empty to inherit it from the section above."),
    )
    deleted_at = models.DateTimeField(null=True, editable=False, db_index=True)
    deleted_live = models.BooleanField(default=False, editable=False)
    has_translation = models.BooleanField(default=False, editable=False)
    source_changed_at = models.DateTimeField(null=True, editable=False)

    objects = BasePageManager()
    base_form_class = PageForm
    copy_form_class = CopyForm

    content_panels = [OriginalPanel(), *Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(["slug", "seo_title", "search_description"], _("For search engines")),
        MultiFieldPanel(["show_in_menus"], _("For site menus")),
    ]
    settings_panels = [*Page.settings_panels, FieldPanel("audience"), FieldPanel("funding")]
    live_value_fields = ["deleted_at", "deleted_live", "has_translation", "source_changed_at"]
    default_exclude_fields_in_copy = Page.default_exclude_fields_in_copy + [
        "deleted_at", "deleted_live", "has_translation", "source_changed_at",
    ]  # fmt: skip

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def language(self) -> str:
        return site_map().language_of(self.locale_id)

    @property
    def is_outdated(self) -> bool:
        """The original changed after this translation was last published."""
        return bool(
            self.source_changed_at and self.last_published_at and self.source_changed_at > self.last_published_at
        )

    @property
    def is_structural(self) -> bool:
        """Other pages hang on this one; only the office may delete it."""
        return self.is_section or bool(self.allowed_subpage_models())

    @property
    def crumbs(self) -> list["BasePage"]:
        """The pages above this one, from the home page down; set by the router, else looked up."""
        if not hasattr(self, "_crumbs"):
            above = BasePage.objects.ancestor_of(self).filter(depth__gte=2).select_related("funding")
            self._crumbs = list(above.order_by("depth"))
        return self._crumbs

    @cached_property
    def effective_funding(self):
        """The funding record of this page or of the nearest page above that has one."""
        return next((page.funding for page in [self, *reversed(self.crumbs)] if page.funding_id), None)

    @cached_property
    def original(self):
        """The page this one translates; None for an original."""
        if self.language == language.ORIGINAL:
            return None
        return (
            type(self)
            .objects.filter(
                translation_key=self.translation_key, locale_id=site_map().locale_ids.get(language.ORIGINAL)
            )
            .first()
        )

    @cached_property
    def live_twin(self) -> "BasePage | None":
        """The same page in the other language, if readers find one there."""
        twins = BasePage.objects.live().filter(translation_key=self.translation_key).exclude(locale_id=self.locale_id)
        return twins.only("url_path", "locale").order_by().first()

    def address_in(self, code: str) -> str | None:
        """Where a reader of a language reads this page, translated or not."""
        own = self.language
        if own == code:
            return self.get_url()
        if self.has_translation or own != language.ORIGINAL:
            twin = site_map().twin(self.pk, code)
            if twin:
                return twin.url
            if self.live_twin:
                return self.live_twin.get_url()
        return site_map().address_in(self.url_path, code, stands_in=own == language.ORIGINAL)

    def get_url_parts(self, request=None):
        found = site_map().path_below_home(self.url_path)
        if found is None:
            return None
        code, path = found
        return site_map().site_id, settings.BASE_URL, language.prefix(code) + path

    def get_url(self, request=None, current_site=None):
        parts = self.get_url_parts(request)
        return parts and parts[2]

    url = property(get_url)

    def json_ld(self) -> dict:
        """The page in the words of schema.org."""
        found = {
            "@type": "WebPage",
            "name": self.title,
            "url": settings.BASE_URL + (self.get_url() or ""),  # a draft may stand nowhere yet
            "inLanguage": self.language,
            "isPartOf": {"@type": "WebSite", "name": NETWORK["name"], "url": NETWORK["url"]},
        }
        if self.summary:
            found["description"] = self.summary
        if self.last_published_at:
            found["dateModified"] = self.last_published_at.isoformat()
        return found

    def permissions_for_user(self, user):
        return NoPermissions(user, self) if self.deleted_at else PagePermissions(user, self)

    def may_be_read_by(self, user) -> bool:
        return self.audience == Audience.PUBLIC or user.is_authenticated

    def turn_away(self, request):
        """To the log-in, who may not read this page; asked before it is served, whatever routes it has."""
        if self.audience == Audience.PUBLIC or self.may_be_read_by(request.user):
            return None
        return redirect(f"{reverse('account_login')}?next={request.path}")

    def get_context(self, request, *args, **kwargs):
        code = language.active()
        return super().get_context(request, *args, **kwargs) | {
            "reading_language": code,
            "page_language": self.language,
            "is_untranslated": self.language != code,
        }
