from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core.validators import CONTROL

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class SafeSheet(SpreadsheetExportMixin):
    """Exports that a spreadsheet program takes for what they are: Cyrillic, and texts that are no formulas."""

    def preprocess_field_value(self, field, value, export_format):
        ready = super().preprocess_field_value(field, value, export_format)
        if not isinstance(ready, str):
            return ready
        ready = CONTROL.sub("", ready)
        return f"'{ready}" if ready.startswith(FORMULA) else ready

    def stream_csv(self, queryset):
        yield "\ufeff".encode()  # Excel reads Cyrillic only after this mark
        yield from super().stream_csv(queryset)
