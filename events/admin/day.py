"""What the desk of an event has for the day itself and for afterwards: addresses and the links to them."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from events.admin.certificates import CertificatesView, CorrectView
from events.admin.dossier import AskView, DossierFileView, DossierView, SignedSheetView
from events.admin.opinions import OpinionsView
from events.admin.papers import BadgesView, SheetView
from events.admin.reports import BeginReportView

VIEWS = {
    "sheet": SheetView,
    "badges": BadgesView,
    "certificates": CertificatesView,
    "report": BeginReportView,
    "opinions": OpinionsView,
    "dossier": DossierView,
    "dossier_ask": AskView,
}
WITH_KEY = {"certificate": CorrectView, "dossier_file": DossierFileView, "signed_sheet": SignedSheetView}


def day_paths(viewset) -> list:
    views = [path(f"{name}/<str:pk>/", viewset.construct_view(view), name=name) for name, view in VIEWS.items()]
    with_key = [
        path(f"{name}/<str:pk>/<uuid:key>/", viewset.construct_view(view), name=name) for name, view in WITH_KEY.items()
    ]
    return [*views, *with_key]


def day_links(event) -> list[tuple[str, str]]:
    """(words, address) in the order in which they are needed."""
    space = event.snippet_viewset.get_url_name
    on_desk = [
        ("sheet", _("Sign-in sheet")),
        ("badges", _("Badges")),
        ("certificates", _("Certificates")),
        ("opinions", _("Opinions")),
        ("dossier", _("Dossier")),
    ]
    links = [(words, reverse(space(name), args=[event.pk])) for name, words in on_desk]
    return [(_("Check-in by phone"), reverse("checkin:door", args=[event.slug])), *links]
