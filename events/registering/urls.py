"""Registration, below /zapisvane/ in both languages. Only POST changes anything."""

from django.urls import path

from events.registering import own, views

urlpatterns = [
    path("z/<uuid:token>/", own.show, name="registration"),
    path("z/<uuid:token>/potvardi/<str:shown>/", own.confirm, name="confirm"),
    path("z/<uuid:token>/pismo/", own.send_again, name="send-again"),
    path("z/<uuid:token>/priemam/<int:pk>/", own.accept, name="accept-seat"),
    path("z/<uuid:token>/otkaz/", own.cancel, name="cancel"),
    path("z/<uuid:token>/otkaz/<str:code>/", own.cancel, name="cancel-person"),
    path("z/<uuid:token>/smyana/<str:code>/", own.change, name="change-person"),
    path("z/<uuid:token>/prehvarli/<str:code>/", own.pass_on, name="pass-on"),
    path("z/<uuid:token>/sabitie.ics", own.calendar, name="registration-calendar"),
    path("<slug:slug>/", views.register, name="register"),
]
