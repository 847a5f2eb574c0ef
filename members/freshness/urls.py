from django.urls import path

from members.freshness import views

app_name = "freshness"
urlpatterns = [path("<slug:slug>/", views.still_right, name="still-right")]
