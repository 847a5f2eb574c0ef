"""Every address of the site, with what its arguments need to be filled in."""

from django.urls import URLPattern, get_resolver, reverse


def patterns(resolver=None, namespace=""):
    """(name with its namespace, pattern) of everything below a resolver."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}" if entry.name else f"{namespace}{entry.pattern}", entry
        else:
            yield from patterns(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)


def address(name: str, pattern, values: dict) -> str:
    wanted = set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
    return reverse(name, kwargs={key: values[key] for key in wanted})
