from django.shortcuts import render

from core import language
from core.readers import for_one, reader
from search.materials import find_materials
from search.queries import HOW_MANY, find_pages
from search.text import MAX_LENGTH


def search(request):
    """One box for the whole portal; a plain form that works everywhere."""
    code = language.active()
    query = " ".join(request.GET.get("q", "").split())[:MAX_LENGTH]
    results = [{"page": page, "url": page.address_in(code), "lang": page.language} for page in find_pages(query, code)]
    user = reader(request)
    materials = find_materials(query, code, user)
    context = {"materials": materials, "query": query, "results": results, "has_more": len(results) == HOW_MANY}
    response = render(request, "search/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, user)
