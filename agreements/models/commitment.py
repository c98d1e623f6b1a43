"""What an agreement undertakes, and what can be counted about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .agreement import Agreement
from .participant import Participant, require_same_agreement


class Commitment(NestedRow):
    """One undertaking of an agreement: what, by whom, until when."""

    PREFIX = "commitment"

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="commitments", verbose_name=_("agreement")
    )
    article = models.CharField(
        _("article"), max_length=60, blank=True, help_text=_("The article that says so.")
    )
    text = TextsField(
        _("text"), multiline=True, help_text=_("What is undertaken, in a sentence or in its words.")
    )
    participant = models.ForeignKey(
        Participant,
        models.CASCADE,
        related_name="commitments",
        null=True,
        blank=True,
        verbose_name=_("participant"),
        help_text=_("Who undertakes it; empty if all do or if the words below say it."),
    )
    who = TextsField(
        _("who, in words"),
        blank=True,
        help_text=_("Who undertakes it where that is not one participant, such as each party."),
    )
    due_on = PartialDateField(
        _("due on"), null=True, blank=True, help_text=_("The day until which it is to be done.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [ref_is_unique("agreement")]

    def clean(self):
        """A commitment is undertaken by a participant of the same agreement."""
        require_same_agreement(self, "participant")


class Tally(NestedRow):
    """A number that a source gives, such as of parties; kept beside what the acts show."""

    PREFIX = "tally"

    class Of(models.TextChoices):
        """What is counted."""

        SIGNATORIES = "signatories", _("signatories")
        PARTIES = "parties", _("parties")
        MEMBERS = "members", _("members")
        OBSERVERS = "observers", _("observers")
        VOTES_FOR = "votes_for", _("votes for")
        VOTES_AGAINST = "votes_against", _("votes against")
        ABSTENTIONS = "abstentions", _("abstentions")
        NOT_VOTING = "not_voting", _("not voting")
        ARTICLES = "articles", _("articles")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="tallies", verbose_name=_("agreement")
    )
    of = models.CharField(_("of"), max_length=20, choices=Of, help_text=_("What is counted."))
    value = models.IntegerField(_("number"), help_text=_("How many the source counts."))
    as_at = PartialDateField(
        _("as at"), null=True, blank=True, help_text=_("The day for which the number holds.")
    )
    text = TextsField(
        _("text"), blank=True, help_text=_("What is to be said about the number, if anything.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            ref_is_unique("agreement"),
            models.CheckConstraint(
                name="agreements_tally_is_not_below_zero",
                condition=models.Q(value__gte=0),
                violation_error_message=_("A number of things cannot be below zero."),
            ),
        ]
