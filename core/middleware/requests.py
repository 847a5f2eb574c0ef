from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string


class RefuseNul:
    """A NUL in an address or a cookie reaches the database as an error; nobody types one by accident."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sent = (request.path_info, *request.COOKIES.values())
        if "%00" in request.META.get("QUERY_STRING", "") or any("\x00" in text for text in sent):
            return HttpResponseBadRequest(render_to_string("400.html", request=request))
        return self.get_response(request)
