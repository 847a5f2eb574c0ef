from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers


def pdf(content: bytes, name: str) -> HttpResponse:
    """For this person alone: no cache keeps it."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    add_never_cache_headers(answer)
    return answer
