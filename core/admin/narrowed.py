"""Where Wagtail shows everybody the same and has no hook: people and tags to filter by, pages in the sidebar.

Each is narrowed to what this person may see. Importing the module does it.
"""

from django.contrib.auth import get_user_model
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.admin import filters
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.admin.views.reports.workflows import WorkflowReportFilterSet
from wagtail.images.views import chooser
from wagtail.models import PageLogEntry, WorkflowState, get_default_page_content_type
from wagtail.permissions import page_permission_policy


def owners(request):
    """Whose pages stand where this person works."""
    return _people(_hers(request).values("owner"))


def editors(request):
    entries = PageLogEntry.objects.filter(action="wagtail.edit", page__in=_hers(request).values("pk"))
    return _people(entries.values("user"))


def senders(request):
    """Who sent for review what she works on."""
    keys = _hers(request).annotate(key=Cast("pk", CharField(max_length=255))).values("key")
    sent = WorkflowState.objects.filter(base_content_type=get_default_page_content_type(), object_id__in=keys)
    return _people(sent.values("requested_by"))


def _hers(request):
    return page_permission_policy.explorable_instances(request.user).order_by()


def _people(keys):
    return get_user_model().objects.filter(pk__in=keys.order_by())


for filter_set in (PageFilterSet, GenericPageFilterSet):
    filter_set.base_filters["owner"].queryset = owners
    filter_set.base_filters["edited_by"].queryset = editors
WorkflowReportFilterSet.base_filters["requested_by"].queryset = senders

# Ten tags of all pictures, whoever wrote them, of drafts as well.
filters.popular_tags_for_model = chooser.popular_tags_for_model = lambda model, count=10: []

# Wagtail's own object here knows nothing of the bin.
PagesAdminAPIViewSet.get_base_queryset = lambda view: page_permission_policy.explorable_instances(view.request.user)
