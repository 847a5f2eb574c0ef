"""The account page of the admin: how a person appears there; logging in is managed at /accounts/."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, LocaleSettingsPanel, NameEmailSettingsPanel

from members.forms import ProfileForm


class PersonPanel(BaseSettingsPanel):
    name = "person"
    title = _("Name and language")
    order = 100
    form_class = ProfileForm


class PersonAccountView(AccountView):
    """Wagtail's page asks for a first and a last name, which our people do not have, and keeps a language apart."""

    def get_panels(self):
        panels = super().get_panels()
        kept = [panel for panel in panels if not isinstance(panel, NameEmailSettingsPanel | LocaleSettingsPanel)]
        return [PersonPanel(self.request, self.request.user, panels[0].profile), *kept]
