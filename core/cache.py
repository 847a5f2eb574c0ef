"""A cache that may fall ill: pages are then slower, but nobody is logged out and nothing breaks."""

import logging
from functools import wraps
from time import monotonic

from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

REST = 5  # seconds in which a cache that did not answer is not asked again: a page asks several times
_ill_until: dict[str, float] = {}  # by server


def answers() -> bool:
    """Whether something is kept, so that tries can be counted."""
    cache.set("answers", "1", 5)
    return cache.get("answers") == "1"


def _calmly(name: str, without):
    method = getattr(RedisCache, name)

    @wraps(method)
    def ask(self, *args, **kwargs):
        if monotonic() < _ill_until.get(self.server, 0):
            return without(*args, **kwargs)
        try:
            return method(self, *args, **kwargs)
        except (RedisError, OSError) as error:
            log.warning("The cache does not answer: %s", error)
            _ill_until[self.server] = monotonic() + REST
            return without(*args, **kwargs)

    return ask


def _not_counted(*_args, **_kwargs):
    raise ValueError("nothing is counted without a cache")  # what Django says of a key that is not there


class CalmRedisCache(RedisCache):
    """Redis, or as if nothing were kept while it does not answer; waits at most two seconds for it."""

    def __init__(self, server, params):
        waits = {"socket_connect_timeout": 2, "socket_timeout": 2}
        super().__init__(server, params | {"OPTIONS": waits | params.get("OPTIONS", {})})
        self.server = str(server)

    get = _calmly("get", lambda key, default=None, version=None: default)
    get_many = _calmly("get_many", lambda keys, version=None: {})
    add = _calmly("add", lambda *args, **kwargs: True)
    set = _calmly("set", lambda *args, **kwargs: None)
    set_many = _calmly("set_many", lambda data, *args, **kwargs: list(data))
    delete = _calmly("delete", lambda *args, **kwargs: False)
    delete_many = _calmly("delete_many", lambda *args, **kwargs: None)
    touch = _calmly("touch", lambda *args, **kwargs: False)
    has_key = _calmly("has_key", lambda *args, **kwargs: False)
    incr = _calmly("incr", _not_counted)
