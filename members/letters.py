"""What the letter about a change of somebody's log-in says, by allauth's name of the change."""

from django.utils.translation import gettext_lazy as _

CHANGES = {
    "email_changed": _("The e-mail address of your profile was changed."),
    "email_confirm": _("The e-mail address of your profile was confirmed."),
    "email_deleted": _("An e-mail address was removed from your profile."),
    "password_changed": _("The password of your profile was changed."),
    "password_reset": _("The password of your profile was changed by a link from a letter."),
    "password_set": _("Your profile got a password."),
    "totp_activated": _("Your profile got an authenticator app."),
    "totp_deactivated": _("The authenticator app was removed from your profile."),
    "recovery_codes_generated": _(
        "Your profile got new recovery codes; earlier ones, if there were any, are no longer valid."
    ),
    "webauthn_added": _("Your profile got a new passkey."),
    "webauthn_removed": _("A passkey was removed from your profile."),
}
