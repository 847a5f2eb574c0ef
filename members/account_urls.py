from django.urls import include, path

from members import views

members = ([path("profile/", views.profile, name="profile")], "members")

urlpatterns = [path("", include(members)), path("", include("allauth.urls"))]
