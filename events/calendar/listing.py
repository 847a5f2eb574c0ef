"""The lists of events: what comes, the nearest first, and what was, the newest first."""

PER_PAGE = 12


def show_coming(page, request):
    return page.render(request, context_overrides={"events": [], "is_past": False})
