"""The one settings file: every value that an installation may change is read from the environment.

docs/operators-guide.md has a heading for each of them.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# --- Where the installation keeps its own things -----------------------------------------------

BITIM_DATA_DIR = Path(env.str("BITIM_DATA_DIR", str(BASE_DIR / "var")))
BITIM_DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)


def _secret_key():
    """The secret key from the environment, else one made once and kept in the data folder."""
    given = env.str("BITIM_SECRET_KEY", "")
    kept = BITIM_DATA_DIR / "secret-key"
    if given:
        return given
    if not kept.exists():
        made = kept.with_suffix(f".{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(get_random_secret_key())
        made.rename(kept)
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = env.bool("BITIM_DEBUG", False)
ALLOWED_HOSTS = env.list("BITIM_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
BITIM_DEMO_PASSWORD = env.str("BITIM_DEMO_PASSWORD", "")
BITIM_MAX_FILE_MB = env.int("BITIM_MAX_FILE_MB", 50)
BITIM_HTTPS = env.bool("BITIM_HTTPS", False)
BITIM_PROXIES = env.int("BITIM_PROXIES", 0)

# --- The register ------------------------------------------------------------------------------

REGISTER_HOME_STATE = env.str("REGISTER_HOME_STATE", "UZB")
REGISTER_TIME_ZONE = env.str("REGISTER_TIME_ZONE", "Asia/Tashkent")
REGISTER_MAP_FILE = Path(
    env.str("REGISTER_MAP_FILE", str(BASE_DIR / "catalogue/geometry/world.geojson"))
)
REGISTER_LANGUAGES = [("en", "English"), ("ru", "Русский"), ("uz", "Oʻzbekcha")]
REGISTER_KINDS = ["register.kinds", "organizations.kinds", "agreements.kinds", "projects.kinds"]
REGISTER_FILES_DIR = BITIM_DATA_DIR / "files"
REGISTER_INDEXES = {"search": "catalogue.search.following.rebuild"}
SEARCH_DIR = BITIM_DATA_DIR / "search"
STARTING_REGISTER_DIR = BASE_DIR / "data" / "starting-register"

# --- Django ------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "register.site.CuratorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "register",
    "organizations",
    "agreements",
    "projects",
    "catalogue",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "catalogue.compression.CompressedPages",
    "corsheaders.middleware.CorsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "catalogue.middleware.LanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Mail: told on the console where no server is named ---------------------------------------

BITIM_SITE_URL = env.str("BITIM_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
DEFAULT_FROM_EMAIL = env.str("BITIM_MAIL_FROM", "Bitim <bitim@localhost>")
MAIL = env.dj_email_url("BITIM_MAIL_URL", "console:")
if urlsplit(env.str("BITIM_MAIL_URL", "console:")).scheme not in dj_email_url.SCHEMES:
    known = ", ".join(dj_email_url.SCHEMES)
    raise ImproperlyConfigured(f"BITIM_MAIL_URL must begin with one of {known}, and a colon.")
# A mail server that does not answer must not hold up a page.
globals().update(MAIL | {"EMAIL_TIMEOUT": MAIL["EMAIL_TIMEOUT"] or 10})

# --- Databases: SQLite unless DATABASE_URL names another ---------------------------------------

DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL", f"sqlite:///{BITIM_DATA_DIR / 'register.sqlite3'}", conn_max_age=60
    )
}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
elif DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name SQLite or PostgreSQL.")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Accounts ----------------------------------------------------------------------------------

AUTH_USER_MODEL = "register.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# --- Languages, time, files --------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("uz", "Oʻzbekcha"), ("uz-cyrl", "Ўзбекча"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = REGISTER_TIME_ZONE
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = BITIM_DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# A page that names a missing file must not fail where collectstatic has not run (tests, checks).
WHITENOISE_USE_FINDERS = DEBUG

# --- Security ----------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    # The admin's theme needs more: register.site relaxes this for the pages of the admin alone.
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "img-src": ["'self'", "data:"],
        "manifest-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BITIM_HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BITIM_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BITIM_HTTPS else None
CSRF_TRUSTED_ORIGINS = env.list("BITIM_TRUSTED_ORIGINS", [])

# --- The API -----------------------------------------------------------------------------------

CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
    "COERCE_DECIMAL_TO_STRING": True,
    "LIST_SERIALIZER_ERRORS_AS_DICT": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Bitim",
    "DESCRIPTION": "The public register of international cooperation agreements on migration.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    # Its own hook for enumerations expects every one to say its type; JSON Schema need not.
    "POSTPROCESSING_HOOKS": [],
}

# --- The admin's theme -------------------------------------------------------------------------

UNFOLD = {
    "SITE_TITLE": "Bitim",
    "SITE_HEADER": "Bitim",
    "SITE_SYMBOL": "handshake",
    "SHOW_HISTORY": False,
    "ENVIRONMENT": "register.desk.environment",
    "GLOBAL_CALLBACK": "register.desk.everywhere",
    "DASHBOARD_CALLBACK": "register.desk.dashboard",
    "STYLES": ["register.desk.stylesheet"],
    "SIDEBAR": {"navigation": "register.desk.navigation"},
}
# The form of an agreement with many rows has more fields than Django's thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("BITIM_LOG_LEVEL", "INFO")},
}
