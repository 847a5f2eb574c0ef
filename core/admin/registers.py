"""Registers of the office: lists of what came in or went out, read, filtered, exported, and acted on with a button.

A register is a subclass of `Register` with its columns, filters and verbs; `OfficeMenu` is where all of them hang.
"""

import re
from datetime import date, datetime

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.utils import label_for_field
from django.db.models import Q
from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail_modeladmin.helpers import DjangoORMSearchHandler, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView, InspectView

from core.admin.sheets import SafeSheet
from core.admin.verbs import Acting, Section

MOST_WORDS = 8
OFFICE_MENU_HOOK = "register_office_menu_item"


class Choice(SimpleListFilter):
    """A filter of a register; a value that it does not offer filters nothing."""

    def value(self):
        value = super().value()
        return value if value in {str(key) for key, _label in self.lookup_choices} else None


class Reader(PermissionHelper):
    """Rows come from elsewhere: nobody adds, edits or deletes them here; verbs need the right to change."""

    def user_can_list(self, user):
        return any(self.user_has_specific_permission(user, self.get_perm_codename(a)) for a in ("view", "change"))

    def user_can_inspect_obj(self, user, obj):
        return self.user_can_list(user)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False

    def user_can_act(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("change"))


def in_any_case(queryset, fields, words: str):
    """Rows with each of the words in one of the fields; `icontains` knows no Cyrillic capitals on SQLite, regular
    expressions do."""
    for word in words.split()[:MOST_WORDS]:
        anywhere = Q()
        for name in fields:
            anywhere |= Q(**{f"{name}__iregex": re.escape(word)})
        queryset = queryset.filter(anywhere)
    return queryset


class AnyCase(DjangoORMSearchHandler):
    """Finds words in any case."""

    def search_queryset(self, queryset, search_term, **kwargs):
        return in_any_case(queryset, self.search_fields, search_term)


class RegisterIndex(SafeSheet, IndexView):
    """The list; what it does not know in the address it ignores."""

    def get_filters_params(self, params=None):
        known = {filter_class.parameter_name for filter_class in self.list_filter}
        return {key: value for key, value in super().get_filters_params(params).items() if key in known}

    def get_filename(self):
        return f"{self.model_admin.export_name}-{timezone.localdate():%Y-%m-%d}"

    def to_row_dict(self, item):
        return {name: self.model_admin.in_words(item, name) for name in self.list_export}

    def get_heading(self, queryset, field):
        """Wagtail writes Every Word Large."""
        return capfirst(str(label_for_field(field, model=self.model, model_admin=self.model_admin)))

    def get_context_data(self, **kwargs):
        may = self.permission_helper.user_can_act(self.request.user)
        return super().get_context_data(entrance=may and self.model_admin.entrance, **kwargs)


class RegisterInspect(InspectView):
    """One row in full, with the buttons of what can be done with it."""

    def get_field_label(self, field_name, field=None):
        return capfirst(str(label_for_field(field_name, model=self.model, model_admin=self.model_admin)))

    def get_field_display_value(self, field_name, field=None):
        value = self.model_admin.in_words(self.instance, field_name)
        if isinstance(value, date):
            return value.strftime("%d.%m.%Y %H:%M" if isinstance(value, datetime) else "%d.%m.%Y")
        return value or "–"

    def get_context_data(self, **kwargs):
        may = self.permission_helper.user_can_act(self.request.user)
        verbs = [
            {"label": verb.label, "url": self.url_helper.get_action_url(name, self.instance.pk), "asks": verb.form}
            for name, verb in self.model_admin.verbs.items()
            if may and verb.is_possible(self.instance)
        ]
        more = {"sections": self.model_admin.sections(self.instance), "links": self.model_admin.links(self.instance)}
        return super().get_context_data(verbs=verbs, **more, **kwargs)


class Register(Acting, ModelAdmin):
    """Base of every register: give `model`, `list_display`, `inspect_view_fields`, `export_name`, filters, verbs."""

    inspect_view_enabled = True
    history_view_enabled = False
    add_to_admin_menu = False
    list_per_page = 50
    permission_helper_class = Reader
    search_handler_class = AnyCase
    index_view_class = RegisterIndex
    inspect_view_class = RegisterInspect
    index_template_name = "core/admin/register_index.html"
    inspect_template_name = "core/admin/register_inspect.html"
    export_name = "register"
    entrance: tuple[str, str] | None = None  # words and the name of an address, where the office adds a row

    def register_with_wagtail(self):
        super().register_with_wagtail()
        hooks.register(OFFICE_MENU_HOOK, self.get_menu_item)

    def in_words(self, item, name: str):
        """A value as a reader of the list or the sheet wants it: words for codes, Sofia time for moments."""
        own = getattr(self, name, None) or getattr(item, f"get_{name}_display", None)
        value = own(item) if hasattr(type(self), name) else own() if own else getattr(item, name)
        if isinstance(value, datetime):
            value = value.replace(microsecond=0)
            return timezone.make_naive(value) if timezone.is_aware(value) else value
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return "" if value is None else value if isinstance(value, int | float | date) else str(value)

    def inspect_view(self, request, instance_pk):
        if not instance_pk.isdecimal() or not self.get_queryset(request).filter(pk=instance_pk).exists():
            raise Http404
        return super().inspect_view(request, instance_pk)

    def sections(self, item) -> list[Section]:
        """What stands below the fields of one row."""
        return []

    def links(self, item) -> list[tuple[str, str]]:
        """Words and addresses that stand beside the buttons."""
        return []

    def get_menu_label(self):
        return capfirst(self.opts.verbose_name_plural)  # lazy, so that each reader sees her own language

    def get_admin_urls_for_registration(self):
        lists = [url for url in super().get_admin_urls_for_registration() if url.name.endswith(("index", "inspect"))]
        return lists + [
            path(
                f"{self.url_helper.base_url_path}/{name}/<int:pk>/",
                self.act,
                {"verb": name},
                name=self.url_helper.get_action_url_name(name),
            )
            for name in self.verbs
        ]


@hooks.register("register_admin_menu_item")
def office_menu_item():
    menu = Menu(register_hook_name=OFFICE_MENU_HOOK)
    return SubmenuMenuItem(gettext_lazy("Office"), menu, name="office", icon_name="mail", order=800)
