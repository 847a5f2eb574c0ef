"""Addresses to which a button sends something."""

from functools import wraps

from django.shortcuts import redirect
from django.views.decorators.http import require_POST


def sent_to(page: str, *names: str):
    """Who comes by the address alone, for example after logging in, is led to the page where the button is; `names`
    are the parts of the address that the page has as well."""

    def guard(view):
        takes = require_POST(view)

        @wraps(view)
        def answer(request, *args, **kwargs):
            if request.method in ("GET", "HEAD"):
                return redirect(page, **{name: kwargs[name] for name in names})
            return takes(request, *args, **kwargs)

        return answer

    return guard
