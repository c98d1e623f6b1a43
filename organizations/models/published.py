"""What the public reads of states and organizations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.models import PublishedRow
from register.texts import text_in

NAME_LENGTH = 300


def sorting_name(document):
    """The English name (else the first by language), by which lists are ordered."""
    shown = text_in(document["names"], "en")
    return shown[1][:NAME_LENGTH] if shown else document["key"]


class PublishedState(PublishedRow):
    """A published state."""

    KIND = "state"

    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    region = models.CharField(_("region"), max_length=40, blank=True)
    is_former = models.BooleanField(_("former state"))

    class Meta(PublishedRow.Meta):
        indexes = [
            *PublishedRow.Meta.indexes,
            models.Index(fields=["said_until", "name", "key"], name="%(class)s_by_name"),
        ]

    @classmethod
    def columns_of(cls, document):
        """Name, region and whether the state has ceased to exist."""
        return {
            "name": sorting_name(document),
            "region": document["region"],
            "is_former": document["valid_until"] is not None,
        }


class PublishedOrganization(PublishedRow):
    """A published organization."""

    KIND = "organization"

    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    type = models.CharField(_("type"), max_length=20)
    is_dissolved = models.BooleanField(_("dissolved"))

    class Meta(PublishedRow.Meta):
        indexes = [
            *PublishedRow.Meta.indexes,
            models.Index(fields=["said_until", "name", "key"], name="%(class)s_by_name"),
        ]

    @classmethod
    def columns_of(cls, document):
        """Name, type and whether the organization has ceased to exist."""
        return {
            "name": sorting_name(document),
            "type": document["type"],
            "is_dissolved": document["dissolved_on"] is not None,
        }
