"""The projects room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """What came of it: projects, services, money, people reached."""

    name = "projects"
    verbose_name = _("Projects")
