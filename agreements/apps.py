"""The agreements room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    """What was agreed, by whom, and what the law says of it."""

    name = "agreements"
    verbose_name = _("Agreements")
