from functools import wraps

from django.utils.cache import add_never_cache_headers


def private(view):
    """An answer for one person alone: kept by nobody, found by no search engine, its address told to no other site.

    “same-origin” and not “no-referrer”: with the latter browsers send forms from nowhere, and Django refuses them.
    """

    @wraps(view)
    def answer(*args, **kwargs):
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answer
