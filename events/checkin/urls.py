from django.urls import path

from events.checkin import views

app_name = "checkin"
urlpatterns = [
    path("rabotnik.js", views.worker, name="worker"),
    path("<slug:slug>/", views.door, name="door"),
    path("<slug:slug>/belezhka/", views.press, name="press"),
    path("<slug:slug>/kod/", views.code, name="code"),
    path("<slug:slug>/bez-zapisvane/", views.walk_in, name="walk-in"),
    path("<slug:slug>/izprashtane/", views.send, name="send"),
]
