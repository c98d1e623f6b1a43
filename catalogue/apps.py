"""The catalogue room."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """How the public sees it all: pages and API."""

    name = "catalogue"
    verbose_name = _("Catalogue")

    def ready(self):
        """Let `manage.py check` ask what this room asks; its models are there only now."""
        import_module("catalogue.checks")
