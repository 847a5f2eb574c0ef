from django.contrib.sitemaps import views
from django.urls import path

from home.robots import robots
from home.sitemaps import SITEMAPS

urlpatterns = [
    path("robots.txt", robots),
    path("sitemap.xml", views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-pages"}),
    path("sitemap-<section>.xml", views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-pages"),
]
