"""Addresses of events that pages of the tree cannot take.

The calendar of a person stands outside of /accounts/, which robots.txt closes: calendars of others, Google's among
them, would not fetch it there.
"""

from django.urls import include, path

from events.own_calendar import views as own_calendar

app_name = "events"
urlpatterns = [
    path("accounts/kalendar/", own_calendar.show, name="own-calendar"),
    path("accounts/kalendar/adres/", own_calendar.make, name="make-own-calendar"),
    path("accounts/kalendar/adres/otteglyane/", own_calendar.revoke, name="revoke-own-calendar"),
    path("moite-sabitia/<str:key>.ics", own_calendar.file, name="own-calendar-file"),
    path("zapisvane/", include("events.registering.urls")),
]
