"""Who takes part in a project, and where it works."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Actor, State
from register.fields import TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .project import Project


class Involvement(NestedRow):
    """Somebody's part in a project, in a role of the IATI standard."""

    PREFIX = "involvement"

    class Role(models.TextChoices):
        """What somebody does for the project."""

        FUNDING = "funding", _("funding")
        ACCOUNTABLE = "accountable", _("accountable")
        EXTENDING = "extending", _("extending")
        IMPLEMENTING = "implementing", _("implementing")
        PARTNER = "partner", _("partner")

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="organizations", verbose_name=_("project")
    )
    actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state or organization"),
        help_text=_("Who takes part; leave empty where there is no record and give words."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("Who takes part in words, where there is no record, or which part of it does."),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role,
        help_text=_(
            "Funding: gives the money. Accountable: answers for it. Extending: manages the money "
            "for a funder. Implementing: does the work. Partner: helps in another way."
        ),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("organization in the project")
        verbose_name_plural = _("organizations in the project")
        constraints = [ref_is_unique("project")]


class Location(NestedRow):
    """Where a project works: a state, or a place in words."""

    PREFIX = "location"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="locations", verbose_name=_("project")
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state"),
        help_text=_("The state in which the project works."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("The region or town in words; alone where it lies in no one state."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("place of work")
        verbose_name_plural = _("places of work")
        constraints = [ref_is_unique("project")]
