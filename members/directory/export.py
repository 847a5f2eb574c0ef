"""The directory as a file for a spreadsheet: what every reader may see anyway, and no e-mail address."""

import csv
from collections.abc import Iterator

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from core.emails import hide_addresses_in_text
from core.sheets import BOM, defused
from members.directory.choices import Choices
from members.directory.queries import found
from members.models import Organization

BATCH = 500


class Echo:
    """What the csv writer writes is what comes back from it."""

    def write(self, line: str) -> str:
        return line


def export(request, directory: str) -> StreamingHttpResponse:
    choices, code = Choices.read(request.GET), get_language()
    response = StreamingHttpResponse(_lines(choices, code, directory), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="organizatsii.csv"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _lines(choices: Choices, code: str, directory: str) -> Iterator[str]:
    writer = csv.writer(Echo())
    with override(code):
        yield BOM + writer.writerow(
            [_("Name"), _("Kind"), _("Membership"), _("Settlement"), _("Municipality"), _("Province")]
            + [_("Territory"), _("Themes"), _("Phone"), _("Site"), _("Profile")]
        )
    listed = found(choices).from_a_to_z(code).select_related("settlement__municipality__province")
    for organization in listed.prefetch_related("themes").iterator(chunk_size=BATCH):
        with override(code):  # the answer is sent when the language of the request has ended
            cells = _cells(organization, code, directory)
        yield writer.writerow(
            [hide_addresses_in_text(defused(cell), "") if "@" in cell else defused(cell) for cell in cells]
        )


def _cells(organization: Organization, code: str, directory: str) -> list[str]:
    settlement = organization.settlement
    return [
        organization.name_in(code).text,
        organization.get_kind_display(),
        organization.get_status_display(),
        organization.seat_in(code).text,
        settlement.municipality.name if settlement else "",
        settlement.municipality.province.name if settlement else "",
        organization.territory_in(code).text,
        "; ".join(theme.title for theme in organization.themes.all()),
        organization.phone,
        organization.website,
        f"{settings.BASE_URL}{directory}{organization.slug}/",
    ]
