"""The catalogue room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """How the public sees it all: pages and API."""

    name = "catalogue"
    verbose_name = _("Catalogue")
