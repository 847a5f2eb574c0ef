"""Who reads: nobody in particular, or a person with a session."""

from django.utils.cache import patch_cache_control

from core.frame import Frame


def reader(request):
    """The person who is signed in, asked only when a session cookie came; else None."""
    return Frame(request).user


def for_one(response, user):
    """An answer that a person with a session got is kept by nobody between."""
    if user is not None:
        patch_cache_control(response, private=True)
    return response
