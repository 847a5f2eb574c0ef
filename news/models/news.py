from datetime import datetime, time

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable

from core import language
from core.json_ld import NETWORK
from core.models import BasePage
from core.models.parts import Body, LeadPicture
from news.filing import attach_rubrics
from news.forms import NewsForm
from news.querysets import NewsManager


class NewsPage(LeadPicture, Body, BasePage):
    """One news item."""

    is_section = False
    is_creatable = True
    parent_page_types = ["news.NewsIndexPage", "news.NewsroomPage"]
    subpage_types: list[str] = []
    base_form_class = NewsForm

    rubrics = ParentalManyToManyField("news.RubricPage", verbose_name=_("rubrics"), related_name="news")
    display_date = models.DateField(
        _("date shown"), null=True, blank=True, help_text=_("Only if it is other than the day of publishing.")
    )
    organization = models.ForeignKey(
        "members.Organization",
        verbose_name=_("author organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="news",
        help_text=_("Empty for the network's own news. In a newsroom it is always the newsroom's organisation."),
    )
    featured_from = models.DateTimeField(_("on top from"), null=True, blank=True)
    featured_until = models.DateTimeField(_("on top until"), null=True, blank=True)
    published_on = models.DateTimeField(default=timezone.now, editable=False)
    newsroom = models.ForeignKey(
        "news.NewsroomPage", null=True, editable=False, on_delete=models.SET_NULL, related_name="news"
    )

    objects = NewsManager()

    content_panels = [
        *BasePage.content_panels,
        LeadPicture.picture_panel,
        Body.body_panel,
        FieldPanel("rubrics", required_on_save=False),  # a draft without one saves itself too
        FieldPanel("organization"),
        MultipleChooserPanel(
            "related_news",
            chooser_field_name="target",
            label=_("related news item"),
            heading=_("Related news"),
            help_text=_("Up to three. Without a choice the portal picks news of the same rubric."),
            max_num=3,
        ),
    ]
    settings_panels = [
        *BasePage.settings_panels,
        FieldPanel("display_date"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("featured_from"), FieldPanel("featured_until")])],
            heading=_("On top of the home page"),
        ),
    ]
    live_value_fields = [*BasePage.live_value_fields, "published_on", "newsroom"]
    template = "news/news_page.html"

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        indexes = [
            models.Index(fields=["newsroom", "-published_on", "-basepage_ptr"], name="news_of_newsroom"),
            models.Index(fields=["-published_on", "-basepage_ptr"], name="news_newest"),
        ]

    def full_clean(self, *args, **kwargs):
        self._place_in_time()
        super().full_clean(*args, **kwargs)

    def save(self, *args, **kwargs):
        self._place_in_time()
        self._place_in_newsroom()
        super().save(*args, **kwargs)

    def json_ld(self) -> dict:
        author = {"@type": "Organization", "name": self.author} if self.author else NETWORK
        found = super().json_ld() | {
            "@type": "NewsArticle",
            "headline": self.title,
            "datePublished": self.published_on.isoformat(),
            "author": author,
            "publisher": NETWORK,
        }
        if self.picture_id and (url := self.picture.share_url):
            found["image"] = settings.BASE_URL + url
        return found

    @property
    def author(self) -> str:
        """The name of its organisation in the language that is read, else in the other; rows of lists bring both."""
        if "author_bg" in self.__dict__:
            names = self.author_bg, self.author_en
            first, second = names if language.active() == "bg" else names[::-1]
            return first or second or ""
        return self.organization.name if self.organization else ""

    @cached_property
    def related(self) -> list["NewsPage"]:
        """News to read next, with their rubrics, and with the rubrics of this one."""
        from news.related import related_to

        found = related_to(self)
        attach_rubrics(found if self.is_draft else [self, *found])
        return found

    @property
    def is_draft(self) -> bool:
        """Made from a form or a revision: it brings its rubrics and related news along instead of the stored ones."""
        return bool(getattr(self, "_cluster_related_objects", None))

    @cached_property
    def rubric_pks(self) -> list[int]:
        """For one item by itself; lists are given theirs together (news/filing.py)."""
        return [rubric.pk for rubric in self.rubrics.all()]

    def pages_beside(self) -> list:
        return [self, *self.related]

    def _place_in_time(self):
        """The moment that lists are ordered by: the date shown, else the first publishing; for a translation, its
        original's."""
        if self.pk and self.original:
            self.published_on = self.original.published_on
            return
        moment = self.first_published_at or self.go_live_at or self.published_on or timezone.now()
        if self.display_date:
            clock = timezone.localtime(moment).time() if self.first_published_at else time(12)
            moment = timezone.make_aware(datetime.combine(self.display_date, clock))
        self.published_on = moment

    def _place_in_newsroom(self):
        from news.models import NewsroomPage

        if not self.path or not self.depth:
            return
        parent = self.get_parent()
        if parent is None or parent.specific_class is not NewsroomPage:
            self.newsroom = None
        else:
            self.newsroom = parent.specific.original_or_self
            self.organization = self.newsroom.organization


class RelatedNews(Orderable):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_news")
    target = models.ForeignKey(
        NewsPage, verbose_name=_("news item"), on_delete=models.CASCADE, related_name="related_from"
    )

    panels = [PageChooserPanel("target", "news.NewsPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related news item")
