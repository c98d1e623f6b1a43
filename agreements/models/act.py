"""What was done about an agreement, by whom and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Actor
from register.fields import PartialDateField, TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .act_type import ONCE_A_DAY, ActType
from .agreement import Agreement
from .law import Law
from .participant import Participant, require_same_agreement


class Act(NestedRow):
    """Something that a participant, or all of them together, did, did not, or is said to have done.

    With evidence "none shown" the type says what was looked for and not found.
    """

    PREFIX = "act"
    Type = ActType

    class Evidence(models.TextChoices):
        """What the record shows of the act."""

        SHOWN = "shown", _("shown")
        NONE_SHOWN = "none_shown", _("looked for, none shown")
        CLAIMED = "claimed", _("claimed, not confirmed")

    class Vote(models.TextChoices):
        """How the participant voted."""

        FOR = "for", _("for")
        AGAINST = "against", _("against")
        ABSTAINED = "abstained", _("abstained")
        ABSENT = "absent", _("absent or not voting")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="acts", verbose_name=_("agreement")
    )
    participant = models.ForeignKey(
        Participant,
        models.CASCADE,
        related_name="acts",
        null=True,
        blank=True,
        verbose_name=_("participant"),
        help_text=_("Whose act it is; empty for an act of the agreement, such as its adoption."),
    )
    type = models.CharField(
        _("type"),
        max_length=40,
        choices=ActType,
        help_text=_("What was done; where nothing was found, what was looked for."),
    )
    evidence = models.CharField(
        _("evidence"),
        max_length=20,
        choices=Evidence,
        default=Evidence.SHOWN,
        help_text=_(
            "Shown: a source records the act. None shown: somebody looked and found none, as at "
            "the day below. Claimed: somebody says so and the depositary does not confirm it."
        ),
    )
    done_on = PartialDateField(
        _("done on"),
        null=True,
        blank=True,
        help_text=_("The day of the act, as exactly as known; of a denunciation, its receipt."),
    )
    effective_on = PartialDateField(
        _("effective on"),
        null=True,
        blank=True,
        help_text=_("The day from which the act has effect, where a source gives it."),
    )
    as_at = PartialDateField(
        _("checked as at"),
        null=True,
        blank=True,
        help_text=_("The day whose state of affairs was checked; needed where none was shown."),
    )
    place = TextsField(
        _("place"), blank=True, help_text=_("Where it was done, such as the city of signature.")
    )
    letter = models.CharField(
        _("printed letter"),
        max_length=10,
        blank=True,
        help_text=_("The letter that the depositary prints beside the date, such as a, A, s or d."),
    )
    words = models.TextField(
        _("original words"),
        blank=True,
        help_text=_("The words of the source for the act, if they say more than the type."),
    )
    vote = models.CharField(
        _("vote"),
        max_length=20,
        choices=Vote,
        blank=True,
        help_text=_("How the participant voted; only for a vote."),
    )
    predecessor = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("predecessor"),
        help_text=_("The state whose rights and duties pass over; only for a succession."),
    )
    law = models.ForeignKey(
        Law,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("domestic act"),
        help_text=_("The law or resolution by which the agreement was approved at home."),
    )
    law_text = TextsField(
        _("domestic act in words"),
        blank=True,
        help_text=_("The act of domestic law in words, where the register has no record of it."),
    )
    concerns = models.ForeignKey(
        "self",
        models.SET_NULL,
        related_name="answers",
        null=True,
        blank=True,
        verbose_name=_("concerns"),
        help_text=_("The act that this one is about, such as the reservation objected to."),
    )
    text = TextsField(
        _("text"),
        multiline=True,
        blank=True,
        help_text=_("The text of a reservation or declaration, or what else is to be said."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        constraints = [
            ref_is_unique("agreement"),
            models.UniqueConstraint(
                name="agreements_act_of_consent_is_done_once_a_day",
                fields=["participant", "type", "evidence", "done_on_earliest"],
                condition=models.Q(
                    type__in=ONCE_A_DAY,
                    predecessor__isnull=True,
                    done_on_earliest=models.F("done_on_latest"),
                ),
                violation_error_message=_(
                    "The participant has done the same on the same day already."
                ),
            ),
            models.CheckConstraint(
                name="agreements_act_of_any_kind_is_not_shown",
                condition=~models.Q(type="any_act", evidence="shown"),
                violation_error_message=_("An act that is shown has a type of its own."),
            ),
            models.CheckConstraint(
                name="agreements_act_has_a_vote_only_if_it_is_one",
                condition=models.Q(vote="") | models.Q(type="vote"),
                violation_error_message=_("Only a vote is cast for, against or not at all."),
            ),
            models.CheckConstraint(
                name="agreements_act_does_not_concern_itself",
                condition=models.Q(concerns__isnull=True) | ~models.Q(concerns=models.F("id")),
                violation_error_message=_("An act cannot be about itself."),
            ),
        ]

    def clean(self):
        """An act belongs to, and is about, what stands in the same agreement."""
        require_same_agreement(self, "participant")
        require_same_agreement(self, "concerns")
