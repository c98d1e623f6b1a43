"""A project as a whole: what it is, when it runs, what it comes of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from agreements.models.title import Title, title_constraints
from register.fields import PartialDateField, PartialDatesInOrder, TextsField
from register.models import Code, NestedRow, Record
from register.models.record import ref_is_unique


class Project(Record):
    """Work with an end and a purpose that carries out agreements or serves migrants."""

    KIND = "project"

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_project"
    )

    class Status(models.TextChoices):
        """Where the project stands, in the words of the IATI list of activity statuses."""

        PIPELINE = "pipeline", _("planned")
        IMPLEMENTATION = "implementation", _("running")
        FINALISATION = "finalisation", _("being closed")
        CLOSED = "closed", _("closed")
        CANCELLED = "cancelled", _("cancelled")
        SUSPENDED = "suspended", _("suspended")
        NOT_KNOWN = "not_known", _("not known")

    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status,
        help_text=_("Where the project stands; “not known” if no source says so."),
    )
    status_note = TextsField(
        _("note on the status"),
        blank=True,
        multiline=True,
        help_text=_("Who says so and as at which day, where a reader may wonder."),
    )
    theme = models.CharField(
        _("theme"),
        max_length=300,
        blank=True,
        help_text=_("What the project is about, in the words of its source."),
    )
    planned_start = PartialDateField(
        _("planned start"),
        null=True,
        blank=True,
        help_text=_("The day on which it was to begin, as exactly as known."),
    )
    actual_start = PartialDateField(
        _("actual start"),
        null=True,
        blank=True,
        help_text=_("The day on which it began, as exactly as known."),
    )
    planned_end = PartialDateField(
        _("planned end"),
        null=True,
        blank=True,
        help_text=_("The day on which it is or was to end, as exactly as known."),
    )
    actual_end = PartialDateField(
        _("actual end"),
        null=True,
        blank=True,
        help_text=_("The day on which it ended, as exactly as known."),
    )
    agreements = models.ManyToManyField(
        Agreement,
        related_name="+",
        blank=True,
        verbose_name=_("agreements"),
        help_text=_("The agreements that the project carries out or comes of."),
    )
    related = models.ManyToManyField(
        "self",
        symmetrical=False,
        related_name="+",
        blank=True,
        verbose_name=_("related projects"),
        help_text=_("Other projects that belong with it, such as an earlier phase."),
    )
    address = models.CharField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_("The web address of the project's own page."),
    )
    gcm_objectives = models.ManyToManyField(
        Code,
        related_name="+",
        blank=True,
        limit_choices_to={"code_list__key": "gcm-objectives"},
        verbose_name=_("GCM objectives"),
        help_text=_("Objectives of the Global Compact for Migration that it serves."),
    )
    dac_codes = models.ManyToManyField(
        Code,
        related_name="+",
        blank=True,
        limit_choices_to={"code_list__key": "dac-codes"},
        verbose_name=_("DAC purpose codes"),
        help_text=_("The purposes under which its money is reported to the OECD, such as 15190."),
    )

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            PartialDatesInOrder(
                name="projects_project_is_planned_to_end_after_it_starts",
                earlier="planned_start",
                later="planned_end",
                violation_error_message=_("The project is planned to end before it starts."),
            ),
            PartialDatesInOrder(
                name="projects_project_ends_after_it_starts",
                earlier="actual_start",
                later="actual_end",
                violation_error_message=_("The project ended before it started."),
            ),
        ]


class ProjectTitle(Title):
    """One title of a project."""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="titles", verbose_name=_("project")
    )

    class Meta(Title.Meta):
        abstract = False
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        constraints = [ref_is_unique("project"), *title_constraints()]


class ProjectIdentifier(NestedRow):
    """A number or code by which somebody knows the project."""

    PREFIX = "identifier"

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="identifiers", verbose_name=_("project")
    )
    scheme = models.CharField(
        _("scheme"),
        max_length=40,
        help_text=_("Which numbering it belongs to: iati, or another by its name."),
    )
    value = models.CharField(
        _("value"), max_length=100, help_text=_("The number or code, exactly as issued.")
    )
    issuer = models.CharField(
        _("issuer"), max_length=200, blank=True, help_text=_("Who issued it, if known.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            ref_is_unique("project"),
            models.UniqueConstraint(
                fields=["project", "scheme", "value"],
                name="projects_identifier_stands_once",
                violation_error_message=_("This identifier is already listed."),
            ),
        ]

    def __str__(self):
        return f"{self.scheme} {self.value}"
