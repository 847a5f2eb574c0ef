from django.urls import include, path

from members import closing_views, consent_views, views
from members.own_data import views as own_data
from members.team import access_views, invitation_views
from members.team import views as team

TEAM = "organizatsii/<slug:slug>/hora/"

members = (
    [
        path("profile/", views.profile, name="profile"),
        path("profile/saglasia/<str:kind>/", consent_views.give, name="give-consent"),
        path("profile/saglasia/<int:pk>/ottegli/", consent_views.withdraw, name="withdraw-consent"),
        path("profile/danni/", own_data.ask, name="ask-own-data"),
        path("profile/danni/<uuid:key>/", own_data.download, name="own-data"),
        path("profile/iztrivane/", closing_views.close, name="close"),
        path("iztrit/", closing_views.closed, name="closed"),
        path("pokana/<str:token>/", invitation_views.invitation, name="invitation"),
        path("organizatsii/<slug:slug>/dostap/", access_views.ask_access, name="ask-access"),
        path("profile/organizatsii/<int:pk>/napuskane/", access_views.leave_team, name="leave-team"),
        path(TEAM, team.team, name="team"),
        path(f"{TEAM}<int:pk>/rolya/", team.change_role, name="change-role"),
        path(f"{TEAM}<int:pk>/mahane/", team.remove, name="remove-person"),
        path(f"{TEAM}pokani/<int:pk>/otnovo/", team.send_again, name="send-invitation-again"),
        path(f"{TEAM}pokani/<int:pk>/otteglyane/", team.withdraw, name="withdraw-invitation"),
        path(f"{TEAM}iskania/<int:pk>/", team.decide, name="decide-request"),
    ],
    "members",
)

urlpatterns = [path("", include(members)), path("", include("allauth.urls"))]
