from django.urls import path

from core.views import contact, emails, translations

app_name = "core"
urlpatterns = [
    path("poshta/<str:token>/", emails.show, name="show-email"),
    path("pishete/<slug:role>/", contact.write, name="write-to-role"),
    path("pishete/<slug:role>/izprateno/", contact.sent, name="message-sent"),
    path("prevod/<int:page_id>/", translations.ask, name="ask-translation"),
]
