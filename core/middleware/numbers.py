from django.http import Http404

BIGGEST = 2**31 - 1  # of the key of a page, in either database


class RefuseHugeNumbers:
    """A number in an address that no record can have is not found; the database would answer with an error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if any(isinstance(number, int) and number > BIGGEST for number in kwargs.values()):
            raise Http404
