"""The addresses of the directory page: the list, the map, the file, „Намерете своята МИГ“, and the profiles."""

from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from wagtail.contrib.routable_page.models import path

from core import language


class DirectoryRoutes:
    """For the page of the directory. The order matters: the profile takes every word that is left."""

    def get_route_paths(self):
        return ["/", "/karta/", "/namerete/"]

    @path("")
    def as_list(self, request):
        return self._answer(request, "list")

    @path("karta/")
    def as_map(self, request):
        return self._answer(request, "map")

    @path("eksport.csv/")
    def as_file(self, request):
        from members.directory.export import export

        return export(request, self._address())

    @path("namerete/")
    def find(self, request):
        from members.finding import find

        found = find(request.GET, language.active(), self._address())
        response = self.render(request, template="members/find.html", context_overrides={"found": found})
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    @path("namerete.json/")
    def find_as_json(self, request):
        from members.finding import find

        found = find(request.GET, language.active(), self._address(), beginnings=True)
        response = JsonResponse(found.as_json(), json_dumps_params={"ensure_ascii": False})
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Cache-Control"] = "public, max-age=60"
        return response

    @path("<slug:slug>/")
    def profile(self, request, slug: str):
        from members.profile.page import show

        return show(self, request, slug)

    def _address(self) -> str:
        return self.address_in(language.active())

    def _answer(self, request, view: str):
        from members.directory.listing import listing

        context = listing(request, view, language.active(), self._address())
        if request.htmx and not request.htmx.history_restore_request:
            response = TemplateResponse(request, "members/directory/answer.html", context)
        else:
            request.canonical_query = context["choices"].query if not context["choices"].is_narrowed else ""
            response = self.render(request, context_overrides=context)
        patch_vary_headers(response, ["HX-Request"])
        if context["choices"].is_narrowed:
            response.headers["X-Robots-Tag"] = "noindex"
        return response
