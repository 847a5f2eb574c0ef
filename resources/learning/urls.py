from django.urls import path

from resources.learning import views
from resources.version_letters import version_letters

app_name = "learning"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("novi-versii/<str:token>/", version_letters, name="version-letters"),
    path("<int:pk>/zapisvane/", views.enrol, name="enrol"),
    path("<int:pk>/otkaz/", views.leave, name="leave"),
    path("<int:pk>/zavarshvane/", views.finish, name="finish"),
    path("<int:pk>/mnenie/", views.opinion, name="opinion"),
    path("urok/<int:pk>/otgovori/", views.send_answers, name="send-answers"),
    path("urok/<int:pk>/stapki/", views.send_steps, name="send-steps"),
    path("urok/<int:pk>/gotovo/", views.mark_read, name="mark-read"),
]
