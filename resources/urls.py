"""Addresses of files. They are the same in both languages: what is printed on paper stays right."""

from django.urls import path

from resources import views
from resources.course_zip import course_zip

app_name = "resources"
urlpatterns = [
    path("kurs/<int:pk>.zip", course_zip, name="course-zip"),
    path("<slug:slug>/", views.file, name="file"),
    path("<slug:slug>/<int:number>/", views.file, name="version"),
    path("<slug:slug>/<int:number>/puskane/", views.play, name="play"),
    path("<slug:slug>/<int:number>/pdf/", views.rendered, name="rendered"),
    path("<slug:slug>/<int:number>/tekst/", views.text, name="text"),
    path("<slug:slug>/<int:number>/<int:page>.webp", views.preview, name="preview"),
    path("<slug:slug>/subtitri/<slug:code>.vtt", views.subtitles, name="subtitles"),
]
