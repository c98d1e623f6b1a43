"""States, present and former, and which of them came of which."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, PartialDatesInOrder, TextsField
from register.models import Code, NestedRow
from register.models.record import ref_is_unique

from .actor import Actor


class State(Actor):
    """A state, its key the ISO 3166-1 alpha-3 code; a former state, the code that was in use."""

    KIND = "state"

    actor_ptr = models.OneToOneField(
        Actor, models.CASCADE, parent_link=True, primary_key=True, related_name="as_state"
    )
    alpha2 = models.CharField(
        _("alpha-2 code"),
        max_length=2,
        blank=True,
        help_text=_(
            "The ISO 3166-1 code of two letters, such as UZ; for a former state, its last."
        ),
    )
    numeric = models.CharField(
        _("numeric code"),
        max_length=3,
        blank=True,
        help_text=_("The ISO 3166-1 code of three figures, such as 860."),
    )
    alpha4 = models.CharField(
        _("alpha-4 code"),
        max_length=4,
        blank=True,
        help_text=_("The ISO 3166-3 code of four letters; only former states have one."),
    )
    official_names = TextsField(
        _("official names"),
        blank=True,
        help_text=_("The full name that the state gives itself, such as Republic of Uzbekistan."),
    )
    region = models.ForeignKey(
        Code,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"code_list__key": "m49-regions"},
        verbose_name=_("region"),
        help_text=_("The smallest UN M49 region in which the state lies."),
    )
    valid_from = PartialDateField(
        _("exists from"),
        null=True,
        blank=True,
        help_text=_("The day from which the state has existed, where the register needs it."),
    )
    valid_until = PartialDateField(
        _("existed until"),
        null=True,
        blank=True,
        help_text=_("The day on which the state ceased to exist; empty for a present state."),
    )

    class Meta:
        verbose_name = _("state")
        verbose_name_plural = _("states")
        constraints = [
            PartialDatesInOrder(
                name="organizations_state_ends_after_it_begins",
                earlier="valid_from",
                later="valid_until",
                violation_error_message=_("The state ends before it begins."),
            ),
        ]


class Succession(NestedRow):
    """How a state came of another; the successor's document says it."""

    PREFIX = "succession"

    class Type(models.TextChoices):
        """What became of the predecessor (Vienna Convention of 1978, parts III and IV)."""

        CONTINUATION = "continuation", _("continues it")
        SUCCESSION = "succession", _("succeeded to part of it")
        SEPARATION = "separation", _("separated from it")
        UNIFICATION = "unification", _("united with others")
        DISSOLUTION = "dissolution", _("came of its dissolution")

    state = models.ForeignKey(
        State, models.CASCADE, related_name="successions", verbose_name=_("successor")
    )
    predecessor = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="+",
        verbose_name=_("predecessor"),
        help_text=_("The state that was there before."),
    )
    type = models.CharField(
        _("type"),
        max_length=20,
        choices=Type,
        help_text=_("How this state came of the earlier one."),
    )
    on = PartialDateField(
        _("on"),
        null=True,
        blank=True,
        help_text=_("The day on which it happened, as exactly as known."),
    )
    text = TextsField(
        _("text"),
        blank=True,
        multiline=True,
        help_text=_("What else is to be said about it, such as which treaties passed over."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            ref_is_unique("state"),
            models.UniqueConstraint(
                fields=["state", "predecessor", "type"],
                name="organizations_succession_stands_once",
                violation_error_message=_("This succession is already listed."),
            ),
            models.CheckConstraint(
                name="organizations_succession_has_another_predecessor",
                condition=~models.Q(predecessor=models.F("state")),
                violation_error_message=_("A state cannot succeed to itself."),
            ),
        ]
