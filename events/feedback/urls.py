from django.urls import path

from events.feedback import views

app_name = "opinions"
urlpatterns = [path("<uuid:token>/", views.say, name="say")]
