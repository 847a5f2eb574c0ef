"""The base of every view set of records that belong to an organisation.

Wagtail's views of snippets ask for rights on the model. Here each of them first asks whether this person may see this
record, and from then on every question of rights is about it. Lists and windows to choose from are narrowed likewise.
"""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms import BaseModelForm
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import DraftStateMixin
from wagtail.snippets.action_menu import PublishMenuItem, UnpublishMenuItem
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from core.admin.doors import everybody, open_to
from core.admin.registers import OFFICE_MENU_HOOK, in_any_case
from core.findable import findable_of, found_in
from core.forms.references import OwnReferences
from core.sight import tell
from members.admin.owned_choosers import OwnedChooserViewSet
from members.admin.owned_forms import keep_owner
from members.admin.owned_menu import EditorsMenuItem, office_menu_item_class
from members.owned import ITSELF, OwnedPolicy, choosable_by, is_owned

SEE = {"view", "change"}
NOT_BY_ITSELF = _("What this organisation writes is reviewed before it is published: send it for review.")


class PolicyOnOne:
    """What the policy says about one record, for views that ask about the model."""

    def __init__(self, policy: OwnedPolicy, record):
        self.policy, self.record = policy, record

    def __getattr__(self, name):
        return getattr(self.policy, name)

    def user_has_permission(self, user, action):
        return self.policy.user_has_permission_for_instance(user, action, self.record)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class OwnRecordOnly:
    """Stands before each of Wagtail's views."""

    permission_policy = None

    def setup(self, request, *args, **kwargs):
        if "pk" in kwargs:
            record = self._record(str(kwargs["pk"]))
            if not self._may_see(request.user, record):
                raise PermissionDenied
            self.permission_policy = PolicyOnOne(self.permission_policy, record)
        super().setup(request, *args, **kwargs)

    def _record(self, pk: str):
        try:
            return get_object_or_404(self.model, pk=unquote(pk))
        except ValueError:
            raise PermissionDenied from None

    def _may_see(self, user, record) -> bool:
        """Whose it is, the office, and who has to review it just now."""
        if self.permission_policy.user_has_any_permission_for_instance(user, SEE, record):
            return True
        task = getattr(record, "current_workflow_task", None)
        return bool(task and task.user_can_access_editor(record, user))


class OwnForm:
    """Stands before each view with a form: the record stays with its organisation."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if isinstance(form, BaseModelForm):  # deleting has a form as well, an empty one
            keep_owner(form, self.request.user)
        return form


class OwnedIndexView(IndexView):
    """What this person may change; doing something with many rows at once is for the office. A view set names its
    `search_fields`; what the search of the portal knows is looked up in its index."""

    def search_queryset(self, queryset):
        if self.is_searching and findable_of(queryset.model):
            return found_in(queryset, self.search_query)
        return in_any_case(queryset, self.search_fields, self.search_query) if self.is_searching else queryset

    @property
    def columns(self):
        office = self.permission_policy.is_office(self.request.user)
        return [each for each in super().columns if office or not isinstance(each, BulkActionsCheckboxColumn)]

    def get_delete_url(self, instance):
        may = self.permission_policy.user_has_permission_for_instance(self.request.user, "delete", instance)
        return super().get_delete_url(instance) if may else None


class OwnedCreateView(CreateView):
    def save_instance(self):
        """Which organisation it is for is known only now."""
        for action in {"add", "publish"} & {"add", self.action}:
            if not self.permission_policy.user_has_permission_for_instance(
                self.request.user, action, self.form.instance
            ):
                raise PermissionDenied(NOT_BY_ITSELF if action == "publish" else "")
        return super().save_instance()


class OwnedEditView(EditView):
    def save_instance(self):
        """What belongs to the record as a whole counts at once: a revision does not carry it. Not while the form saves
        itself: a word in the address may be half typed."""
        instance = super().save_instance()
        changed = set(self.form.changed_data) & set(getattr(self.model, "live_value_fields", ()))
        if changed and instance.live and not self.expects_json_response:
            live = self.model._default_manager.get(pk=instance.pk)
            for name in changed:
                setattr(live, name, getattr(instance, name))
            live.save(update_fields=sorted(changed))
        return instance


class OwnedViewSet(SnippetViewSet):
    """Give `model` (with `owner_path`) and `panels`, `editors_menu_order` for a place in the menu of editors.

    Own views go on from `OwnedIndexView`, `OwnedCreateView` and `OwnedEditView`.
    """

    index_view_class = OwnedIndexView
    add_view_class = OwnedCreateView
    edit_view_class = OwnedEditView
    chooser_viewset_class = OwnedChooserViewSet
    copy_view_enabled = False
    menu_hook = OFFICE_MENU_HOOK
    editors_menu_order: int | None = None

    @property
    def permission_policy(self):
        return OwnedPolicy(self.model)

    @property
    def url_finder_class(self):
        return ModelViewSet.url_finder_class.fget(self)  # asks the policy about the record

    @property
    def menu_item_class(self):
        return office_menu_item_class(self.permission_policy)

    def get_form_class(self, for_update=False):
        return type("OwnedForm", (OwnReferences, super().get_form_class(for_update)), {})

    def get_queryset(self, request):
        records = self.permission_policy.instances_user_has_any_permission_for(request.user, SEE)
        return records.select_related(*self._way_to_the_owner())

    def _way_to_the_owner(self) -> list[str]:
        """Lists name the organisation of each row."""
        return [] if self.model.owner_path == ITSELF else [self.model.owner_path]

    def construct_view(self, view_class, **kwargs):
        bases = [OwnRecordOnly, *([OwnForm] if hasattr(view_class, "get_form") else []), view_class]
        return super().construct_view(type(view_class.__name__, tuple(bases), {}), **kwargs)

    def editors_menu_item(self):
        return EditorsMenuItem(self)

    def on_register(self):
        super().on_register()
        tell(self.model, choosable_by)
        open_to(everybody, f"{self.get_chooser_admin_url_namespace()}:*")
        if self.editors_menu_order is not None:
            hooks.register("register_admin_menu_item", self.editors_menu_item)


@hooks.register("construct_snippet_action_menu")
def offer_publishing(items, request, context):
    """Wagtail offers it by the right on the model alone."""
    model, record = context["model"], context.get("instance")
    if not is_owned(model) or not issubclass(model, DraftStateMixin):
        return
    policy, user = OwnedPolicy(model), request.user
    may = (
        policy.user_has_permission_for_instance(user, "publish", record)
        if record
        else policy.user_has_permission(user, "publish")
    )
    publishing = [PublishMenuItem(order=30), *([UnpublishMenuItem(order=20)] if record and record.live else [])]
    names = {item.name for item in publishing}
    items[:] = [item for item in items if item.name not in names]
    if may and not context.get("locked_for_user"):
        items += publishing
