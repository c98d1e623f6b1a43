"""What agreements are about: a tree of subjects that the ministry curates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import TextsField
from register.models import Record


class Subject(Record):
    """Something that agreements are about, such as readmission; subjects form a tree."""

    KIND = "subject"

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_subject"
    )
    names = TextsField(
        _("names"), help_text=_("What the subject is called, in each language that readers use.")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The wider subject that this one is part of; leave empty at the top."),
    )
    description = TextsField(
        _("description"),
        multiline=True,
        blank=True,
        help_text=_("What falls under the subject and what does not, in a sentence or two."),
    )
    position = models.PositiveIntegerField(
        _("position"),
        default=0,
        help_text=_("Where it stands among its neighbours: smaller numbers come first."),
    )

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [
            models.CheckConstraint(
                name="agreements_subject_is_not_part_of_itself",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("record_ptr")),
                violation_error_message=_("A subject cannot be part of itself."),
            )
        ]

    def __str__(self):
        return self.names.get("en") or self.key
