from django.urls import path

from core.certificates import views

app_name = "certificates"
urlpatterns = [
    path("pdf/<uuid:token>/", views.paper, name="paper"),
    path("<slug:code>/", views.check, name="check"),
]
