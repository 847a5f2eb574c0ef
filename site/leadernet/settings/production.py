"""A public server: refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import BASE_URL, DATABASES, env

SECRET_KEY = env("SECRET_KEY", default="")
if len(SECRET_KEY) < 50 or "only-for-trying" in SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text of your own (see .env.example).")
if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("Set BASE_URL to the public address of the portal, beginning with https://")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)

OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    HAS_WORKER = True
if env("S3_BUCKET", default=""):
    STORAGES["default"] = {  # noqa: F405
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {"bucket_name": env("S3_BUCKET"), "default_acl": "private", "querystring_auth": True},
    }
