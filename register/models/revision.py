"""Every save of a working record: who, when, why, and the whole document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .account import Account
from .entry import Entry
from .record import Record


class RevisionQuerySet(models.QuerySet):
    """Revisions, and where they stand on the way to publication."""

    def newest_of_each(self):
        """The last revision of every record."""
        later = self.model.objects.filter(
            record=models.OuterRef("record"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(later))

    def awaiting_approval(self):
        """Submitted and neither returned, published nor overtaken by a later save."""
        return self.newest_of_each().filter(
            submitted_at__isnull=False, returned_at__isnull=True, entry__isnull=True
        )


class Revision(models.Model):
    """One save of a working record. What is approved is one submitted revision."""

    class State(models.TextChoices):
        """Where a revision stands on the way to publication."""

        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted for approval")
        RETURNED = "returned", _("returned with remarks")
        PUBLISHED = "published", _("published")

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="revisions", verbose_name=_("record")
    )
    number = models.PositiveIntegerField(_("revision"))
    schema = models.PositiveIntegerField(_("schema"))
    document = models.TextField(_("document"))
    saved_by = models.ForeignKey(
        Account, models.PROTECT, related_name="revisions", verbose_name=_("saved by")
    )
    saved_at = models.DateTimeField(_("saved at"))
    reason = models.TextField(_("why"), blank=True)
    submitted_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", verbose_name=_("submitted by")
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True)
    returned_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", verbose_name=_("returned by")
    )
    returned_at = models.DateTimeField(_("returned at"), null=True)
    remarks = models.TextField(_("the approver's remarks"), blank=True)
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, related_name="+", verbose_name=_("published in")
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["record", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"], name="register_revision_number_stands_once"
            ),
            models.CheckConstraint(
                name="register_revision_is_returned_after_submission",
                condition=models.Q(returned_at__isnull=True)
                | models.Q(returned_at__gte=models.F("submitted_at")),
            ),
        ]

    def __str__(self):
        return f"{self.record_id}/{self.number}"

    @property
    def state(self):
        """Where this revision stands on the way to publication."""
        if self.entry_id:
            return self.State.PUBLISHED
        if self.returned_at:
            return self.State.RETURNED
        return self.State.SUBMITTED if self.submitted_at else self.State.DRAFT
