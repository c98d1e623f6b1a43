"""Published rows of the kinds that this room brings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .projection import PublishedRow


class PublishedSource(PublishedRow):
    """A published source."""

    KIND = "source"

    type = models.CharField(_("type"), max_length=20)

    @classmethod
    def columns_of(cls, document):
        """The type of the source."""
        return {"type": document["type"]}


class PublishedCodeList(PublishedRow):
    """A published list of codes."""

    KIND = "code_list"
