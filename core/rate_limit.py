import hashlib

from django.core.cache import cache


def client_address(request) -> str:
    """Who asks: the address of the connection; a proxy's header counts only as far as proxies are trusted."""
    from django.conf import settings

    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    if trusted and len(hops) >= trusted:
        return hops[-trusted]
    return request.META.get("REMOTE_ADDR", "")


def client_key(request) -> str:
    """The same for the same address, which cannot be read from it."""
    return hashlib.sha256(client_address(request).encode()).hexdigest()[:24]


def too_many(request, action: str, limit: int, seconds: int) -> bool:
    """Whether this client did `action` more than `limit` times in a period; counts this time too."""
    key = f"rate:{action}:{client_key(request)}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it ran out between the two lines
        return False
