"""The room of what it means to be on record."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """Revisions, entries, publishing, sources: the lowest room."""

    name = "register"
    verbose_name = _("Register")
