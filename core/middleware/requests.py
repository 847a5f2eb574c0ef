"""What comes with a request and makes sense to nobody."""

from django.http import HttpResponseBadRequest, QueryDict
from django.template.loader import render_to_string

from core.validators import CONTROL


class RefuseNul:
    """A NUL in an address or a cookie reaches the database as an error; nobody types one by accident."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sent = (request.path_info, *request.COOKIES.values())
        if "%00" in request.META.get("QUERY_STRING", "") or any("\x00" in text for text in sent):
            return HttpResponseBadRequest(render_to_string("400.html", request=request))
        return self.get_response(request)


class WithoutControlCharacters:
    """Invisible characters come along when text is pasted; no feed, spreadsheet or letter can carry them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and any(CONTROL.search(value) for _name, value in _pairs(request.POST)):
            request.POST = _cleaned(request.POST)
        return self.get_response(request)


def _pairs(data: QueryDict):
    return ((name, value) for name, values in data.lists() for value in values)


def _cleaned(data: QueryDict) -> QueryDict:
    cleaned = QueryDict(mutable=True, encoding=data.encoding)
    for name, value in _pairs(data):
        cleaned.appendlist(name, CONTROL.sub("", value))
    cleaned._mutable = False
    return cleaned
