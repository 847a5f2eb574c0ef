from django.urls import path

from members.offers import answering, exports

app_name = "offers"
urlpatterns = [
    path("<slug:slug>/pishete/", answering.write, name="answer"),
    path("<slug:slug>/pishete/izprateno/", answering.sent, name="answered"),
    path("<slug:slug>/eu-cap-network.txt", exports.as_text, name="text"),
    path("<slug:slug>/eu-cap-network.csv", exports.as_csv, name="csv"),
]
