"""Somebody looked: what was searched for, where, on which day, and what was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Actor
from register.fields import PartialDateField, TextsField
from register.models import Record

from .subject import Subject


class Check(Record):
    """A search for agreements of a state or organization, told because it found none, or some.

    Where it looked is said by the citations.
    """

    KIND = "check"

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_check"
    )

    class Result(models.TextChoices):
        """What came of the search."""

        NONE_FOUND = "none_found", _("none found")
        FOUND = "found", _("found")
        INCONCLUSIVE = "inconclusive", _("inconclusive")

    actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("state or organization"),
        help_text=_("Whose agreements were looked for; a check is not published without it."),
    )
    counterpart = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("with whom"),
        help_text=_("The other side of the agreements looked for, if only those with one."),
    )
    subject = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("subject"),
        help_text=_("What the agreements looked for are about, if only those on one subject."),
    )
    done_on = PartialDateField(
        _("done on"), null=True, blank=True, help_text=_("The day on which somebody looked.")
    )
    result = models.CharField(
        _("result"), max_length=20, choices=Result, help_text=_("What came of the search.")
    )
    text = TextsField(
        _("text"),
        multiline=True,
        blank=True,
        help_text=_("What was looked for, where and how, and what was found."),
    )

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
