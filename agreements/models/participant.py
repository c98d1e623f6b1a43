"""Who takes part in an agreement, and the bodies that act for them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Actor, Organization
from register.fields import TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .agreement import Agreement


class Participant(NestedRow):
    """A state, an organization or somebody known by words alone who takes part."""

    PREFIX = "participant"

    class Role(models.TextChoices):
        """What the participant does beyond being on a side."""

        NEGOTIATOR = "negotiator", _("negotiator")
        PARTICIPANT = "participant", _("participant")
        HOST = "host", _("host")
        CO_CHAIR = "co_chair", _("co-chair")
        OBSERVER = "observer", _("observer")
        COORDINATOR = "coordinator", _("coordinator")
        DEPOSITARY = "depositary", _("depositary")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="participants", verbose_name=_("agreement")
    )
    actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("state or organization"),
        help_text=_("The record of the state or organization, if the register has one."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("Who it is, in plain words, where the register has no record of it."),
    )
    side = models.PositiveSmallIntegerField(
        _("side"),
        null=True,
        blank=True,
        help_text=_(
            "Of a bilateral agreement, 1 or 2: several participants may stand on one side. Leave "
            "empty otherwise."
        ),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role,
        blank=True,
        help_text=_("What it does besides; empty for an ordinary side or party."),
    )
    territory = TextsField(
        _("territory"),
        blank=True,
        help_text=_("The part of the state for which it takes part, if not for the whole."),
    )

    named = models.BooleanField(
        _("named for entry into force"),
        default=False,
        help_text=_(
            "Whether the clause on entry into force names it: the text then waits for its consent."
        ),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints = [
            ref_is_unique("agreement"),
            models.CheckConstraint(
                name="agreements_participant_side_counts_from_one",
                condition=models.Q(side__isnull=True) | models.Q(side__gte=1),
                violation_error_message=_("Sides are counted from 1."),
            ),
        ]


class Body(NestedRow):
    """A ministry, agency or person that signs, approves or is competent for a participant."""

    PREFIX = "body"

    class Role(models.TextChoices):
        """What the body does."""

        COMPETENT = "competent", _("competent body")
        SIGNING = "signing", _("signing body")
        APPROVING = "approving", _("approving body")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="bodies", verbose_name=_("agreement")
    )
    participant = models.ForeignKey(
        Participant,
        models.CASCADE,
        related_name="bodies",
        null=True,
        blank=True,
        verbose_name=_("participant"),
        help_text=_("The participant for which the body acts; empty if it acts for all."),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("organization"),
        help_text=_("The record of the body, if the register has one."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("The body in plain words, where the register has no record of it."),
    )
    role = models.CharField(
        _("role"), max_length=20, choices=Role, help_text=_("What the body does.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        constraints = [ref_is_unique("agreement")]

    def clean(self):
        """A body acts for a participant of the same agreement."""
        require_same_agreement(self, "participant")


def require_same_agreement(row, field):
    """Refuse a row that points at a row of another agreement."""
    other = getattr(row, field)
    if other and other.agreement_id != row.agreement_id:
        raise ValidationError({field: _("Choose one of the same agreement.")})
