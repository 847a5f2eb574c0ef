from wagtail.models import PagePermissionTester


class PagePermissions(PagePermissionTester):
    """Wagtail's rights on a page, less what this portal does in its own way."""

    def can_set_view_restrictions(self):
        """Never: who may read a page is its `audience` (docs/decisions)."""
        return False
