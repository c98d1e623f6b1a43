"""Whom a project reaches, and what comes of it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .project import Project

FIRST_YEAR, LAST_YEAR = 1900, 2200


class Beneficiaries(NestedRow):
    """How many people of one sort a project was to reach, or reached, in one year or in all."""

    PREFIX = "beneficiaries"

    class Measure(models.TextChoices):
        """Whether the figure was planned or counted."""

        PLANNED = "planned", _("planned")
        REACHED = "reached", _("reached")

    class Sex(models.TextChoices):
        """Whose figure it is, where sources tell the sexes apart."""

        FEMALE = "female", _("female")
        MALE = "male", _("male")
        OTHER = "other", _("other")

    class Category(models.TextChoices):
        """Who the people are."""

        RETURNEES = "returnees", _("returnees")
        TRAFFICKING_SURVIVORS = "trafficking_survivors", _("survivors of trafficking")
        LABOUR_MIGRANTS = "labour_migrants", _("labour migrants")
        REFUGEES = "refugees", _("refugees")
        CHILDREN = "children", _("children")
        FAMILIES = "families", _("families")
        OFFICIALS = "officials", _("officials")
        SERVICE_PROVIDERS = "service_providers", _("those who serve migrants")
        OTHER = "other", _("others")

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="beneficiaries", verbose_name=_("project")
    )
    measure = models.CharField(
        _("measure"),
        max_length=20,
        choices=Measure,
        help_text=_("Whether the figure was planned beforehand or counted afterwards."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("The year to which the figure belongs; empty for the project as a whole."),
    )
    sex = models.CharField(
        _("sex"),
        max_length=10,
        choices=Sex,
        blank=True,
        help_text=_("The sex, where the source tells them apart; empty for all together."),
    )
    category = models.CharField(
        _("category"), max_length=30, choices=Category, help_text=_("Who the people are.")
    )
    count = models.PositiveIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("How many people; empty where no source gives a number."),
    )
    text = TextsField(
        _("text"),
        blank=True,
        multiline=True,
        help_text=_("Who exactly is counted, where the category is too broad."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("beneficiaries")
        verbose_name_plural = _("beneficiaries")
        constraints = [
            ref_is_unique("project"),
            models.CheckConstraint(
                name="projects_beneficiaries_year_is_a_year",
                condition=models.Q(year=None) | models.Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                violation_error_message=_("The year is written in four figures, as 2024."),
            ),
        ]


class Result(NestedRow):
    """Something that came of a project."""

    PREFIX = "result"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="results", verbose_name=_("project")
    )
    text = TextsField(_("text"), multiline=True, help_text=_("What came of it, in a sentence."))
    on = PartialDateField(
        _("on"),
        null=True,
        blank=True,
        help_text=_("The day on which it was reached, as exactly as known."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [ref_is_unique("project")]
