"""How one agreement bears on another."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .agreement import Agreement


class Relation(NestedRow):
    """What an agreement does to an earlier one; it stands with the instrument that does it."""

    PREFIX = "relation"

    class Type(models.TextChoices):
        """What the later instrument does."""

        SUPPLEMENTS = "supplements", _("supplements")
        AMENDS = "amends", _("amends")
        EXTENDS = "extends", _("extends")
        IMPLEMENTS = "implements", _("implements")
        SUPERSEDES = "supersedes", _("supersedes")
        TERMINATES = "terminates", _("terminates")
        SUSPENDS = "suspends", _("suspends")
        FOLLOWS = "follows", _("follows")
        ACCOMPANIES = "accompanies", _("accompanies")
        REFERS_TO = "refers_to", _("refers to")
        CORRECTS = "corrects", _("corrects")
        MAY_BE_CONFUSED_WITH = "may_be_confused_with", _("may be confused with")

    class Certainty(models.TextChoices):
        """Whether a text says so, or it only looks so."""

        CERTAIN = "certain", _("certain")
        APPARENT = "apparent", _("apparent")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="relations", verbose_name=_("agreement")
    )
    type = models.CharField(
        _("type"),
        max_length=40,
        choices=Type,
        help_text=_("What this agreement does to the other; state it once, on the later one."),
    )
    target = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("other agreement"),
        help_text=_("The agreement to which it does so, if the register has a record of it."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("The other agreement in words where there is no record, or what is special."),
    )
    certainty = models.CharField(
        _("certainty"),
        max_length=20,
        choices=Certainty,
        default=Certainty.CERTAIN,
        help_text=_("Certain if a text says so; apparent if it only looks so."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            ref_is_unique("agreement"),
            models.CheckConstraint(
                name="agreements_relation_leads_to_another",
                condition=models.Q(target__isnull=True) | ~models.Q(target=models.F("agreement")),
                violation_error_message=_("An agreement cannot be related to itself."),
            ),
        ]
