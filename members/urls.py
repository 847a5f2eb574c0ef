"""Addresses of the portal's own below both languages: where something is sent, which pages of the tree cannot take."""

from django.urls import include, path

urlpatterns = [
    path("vyarno-li-e/", include("members.freshness.urls")),
    path("predlozhenia/", include("members.offers.urls")),
]
