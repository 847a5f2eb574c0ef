from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string


class RefuseNul:
    """A NUL in an address reaches the database as an error; nobody types one by accident."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path_info:
            return HttpResponseBadRequest(render_to_string("400.html", request=request))
        return self.get_response(request)
