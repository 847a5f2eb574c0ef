from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from search.feeds import SearchFeed
from search.views import counted, search, suggestions

app_name = "search"
urlpatterns = [
    path("", search, name="search"),
    path("rss/", csrf_exempt(require_safe(SearchFeed())), name="rss"),
    path("podskazki/", suggestions, name="suggestions"),
    path("potarseno/", counted, name="counted"),
]
