"""`make run`: try it on your own machine. Never for a public server."""

from .base import *  # noqa: F403
from .base import ROOT, env

DEBUG = True
SECRET_KEY = env("SECRET_KEY", default="only-for-trying-the-portal-on-your-own-machine")  # noqa: S105
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = ROOT / "var" / "mail"
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# First in the list is asked last: allauth answers some errors itself.
MIDDLEWARE = ["core.middleware.errors.OwnErrorPages", *MIDDLEWARE]  # noqa: F405
INTERNAL_IPS = ["127.0.0.1"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
