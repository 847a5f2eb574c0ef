"""Logging in: e-mail as the name, password or code, authenticator app and passkeys (django-allauth)."""

ACCOUNT_ADAPTER = "members.adapters.AccountAdapter"
MFA_ADAPTER = "members.adapters.SecondFactorAdapter"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False

# A code from a letter: six digits, ten minutes, three tries.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}

# On a shared computer closing the browser ends the visit, unless the person asked to stay logged in.
ACCOUNT_SESSION_REMEMBER = None
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Wrong passwords are counted by person and address together (members.adapters), so that neither a stranger locks
# a person out nor one colleague the whole office behind the same address.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "signup": "60/m/ip",
    "reset_password": "60/m/ip,5/m/key",
    "reset_password_from_key": "60/m/ip",
    "request_login_code": "60/m/ip,3/m/key",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Лидер мрежа"
MFA_TOTP_TOLERANCE = 1  # clocks of phones go wrong by half a minute

# The portal's own words (members/forms.py)
ACCOUNT_FORMS = {
    "login": "members.forms.Login",
    "signup": "members.forms.Signup",
    "request_login_code": "members.forms.RequestLoginCode",
    "confirm_login_code": "members.forms.ConfirmLoginCode",
    "reauthenticate": "members.forms.Reauthenticate",
    "add_email": "members.forms.AddEmail",
    "change_password": "members.forms.ChangePassword",
    "set_password": "members.forms.SetPassword",
    "reset_password": "members.forms.ResetPassword",
    "reset_password_from_key": "members.forms.ResetPasswordKey",
}
MFA_FORMS = {
    "authenticate": "members.forms.SecondFactorCode",
    "reauthenticate": "members.forms.SecondFactorAgain",
    "activate_totp": "members.forms.ActivateApp",
    "add_webauthn": "members.forms.AddKey",
    "edit_webauthn": "members.forms.EditKey",
}
