import csv
from io import BytesIO

from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

from core.sheets import BOM, in_csv, workbook


class SafeSheet(SpreadsheetExportMixin):
    """Exports of Wagtail's lists, written in our way."""

    def write_xlsx(self, queryset, output: BytesIO):
        rows = (self.to_row_dict(item).values() for item in queryset)
        output.write(workbook(self.get_filename(), self._headings(queryset), rows))

    def stream_csv(self, queryset):
        writer = csv.writer(Echo())
        yield BOM.encode()
        yield writer.writerow(self._headings(queryset))
        for item in queryset:
            yield writer.writerow([in_csv(value) for value in self.to_row_dict(item).values()])

    def _headings(self, queryset) -> list[str]:
        return [str(self.get_heading(queryset, field)) for field in self.list_export]
