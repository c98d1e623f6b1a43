"""The organizations room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganizationsConfig(AppConfig):
    """Who makes agreements: states and organizations, and who belongs to whom."""

    name = "organizations"
    verbose_name = _("States and organizations")
