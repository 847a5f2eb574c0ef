from wagtail.models import PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.reserved import HOME_DEPTH, is_reserved


class PagePermissions(PagePermissionTester):
    """Wagtail's rights on a page, less what this portal does in its own way."""

    def can_set_view_restrictions(self):
        """Never: who may read a page is its `audience` (docs/decisions)."""
        return False

    def can_delete(self, ignore_bulk=False):
        """The home page never; what other pages hang on (sections, newsrooms, rubrics) only by the office."""
        if self.page.depth <= HOME_DEPTH:
            return False
        if self.page.specific_deferred.is_structural and not self.is_office:
            return False
        return super().can_delete(ignore_bulk)

    def can_copy(self):
        """Copying takes the drafts along; from what everybody reads one starts with „Започни от тази“."""
        return super().can_copy() and (self.can_edit() or self.can_publish())

    def can_move_to(self, destination):
        if is_reserved(self.page.slug, destination):
            return False
        return self._is_open(destination) and super().can_move_to(destination)

    def can_copy_to(self, destination, recursive=False):
        return self._is_open(destination) and super().can_copy_to(destination, recursive)

    def _is_open(self, destination) -> bool:
        """Never into the bin, nor into the tree of the other language: the translation has a text of its own."""
        return destination.locale_id == self.page.locale_id and not in_bin(destination)

    @property
    def is_office(self) -> bool:
        return self.user.is_superuser or "bulk_delete" in getattr(self, "permissions", ())


class NoPermissions(PagePermissionTester):
    """Rights on a page in the bin: nobody does anything with it but bring it back."""

    def _no(self, *_args, **_kwargs) -> bool:
        return False

    can_add_subpage = can_edit = can_delete = can_unpublish = can_publish = can_submit_for_moderation = _no
    can_set_view_restrictions = can_unschedule = can_lock = can_unlock = can_publish_subpage = _no
    can_reorder_children = can_move = can_copy = can_move_to = can_copy_to = can_view_revisions = _no


class PagesOutsideTheBin(PagePermissionPolicy):
    """Wagtail's rule of which pages a person finds in the explorer, the search and the reports, less the bin."""

    def instances_user_has_any_permission_for(self, user, actions):
        return _outside(super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user):
        return _outside(super().explorable_instances(user))


def in_bin(page) -> bool:
    from core.models import BasePage

    return BasePage.objects.deleted().filter(pk=page.pk).exists()


def _outside(pages):
    from core.models import BasePage

    return pages.exclude(pk__in=BasePage.objects.deleted().values("pk"))


def is_office(user) -> bool:
    """The network's office: who answers the messages that come to the portal."""
    return user.is_superuser or user.has_perm("core.view_contactmessage")
