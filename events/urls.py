"""Addresses of events that are no pages of the tree."""

from django.urls import include, path

urlpatterns = [path("zapisvane/", include("events.registering.urls"))]
