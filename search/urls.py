from django.urls import path

from search.feeds import SearchFeed
from search.views import counted, search, suggestions

app_name = "search"
urlpatterns = [
    path("", search, name="search"),
    path("rss/", SearchFeed(), name="rss"),
    path("podskazki/", suggestions, name="suggestions"),
    path("potarseno/", counted, name="counted"),
]
