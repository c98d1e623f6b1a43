"""The register itself: numbered entries, appended and never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .account import Account

NO_HEAD = "0" * 64


class Entry(models.Model):
    """One line of the register: what was published, withdrawn, recomputed or erased, and when.

    The database refuses UPDATE and DELETE by trigger, except the erasing of bytes, and refuses an
    entry out of number, out of time or out of chain. Moments are UTC; digests are SHA-256 as hex.
    """

    class Event(models.TextChoices):
        """What happened to the record."""

        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        RECOMPUTED = "recomputed", _("recomputed")
        ERASED = "erased", _("erased")

    class Nature(models.TextChoices):
        """Why the public text changed."""

        FIRST = "first_publication", _("first publication")
        CHANGE = "change", _("change in the world")
        CORRECTION = "correction", _("correction of an error")
        EDITORIAL = "editorial", _("editorial change")

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("moment"))
    event = models.CharField(_("event"), max_length=20, choices=Event)
    nature = models.CharField(_("nature"), max_length=20, choices=Nature, blank=True)
    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("key"), max_length=120)
    schema = models.PositiveIntegerField(_("schema"))
    salt = models.BinaryField(_("salt"), null=True)
    document = models.TextField(_("document"), null=True)
    reading = models.TextField(_("reading"), null=True)
    reason = models.TextField(_("reason"), null=True)
    document_digest = models.CharField(_("digest of the document"), max_length=64)
    reading_digest = models.CharField(_("digest of the reading"), max_length=64)
    reason_digest = models.CharField(_("digest of the reason"), max_length=64)
    previous_head = models.CharField(_("previous head"), max_length=64)
    head = models.CharField(_("head"), max_length=64)
    approved_by = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by")
    )

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["number"]
        permissions = [
            ("approve", _("Can approve and publish, return and withdraw records")),
        ]
        indexes = [models.Index(fields=["kind", "key", "number"], name="register_entry_of_record")]
        constraints = [
            models.CheckConstraint(
                name="register_entry_number_starts_at_one", condition=models.Q(number__gte=1)
            ),
            models.UniqueConstraint(fields=["head"], name="register_entry_head_stands_once"),
        ]

    def __str__(self):
        return f"{self.number} {self.event} {self.kind} {self.key}"


class Head(models.Model):
    """The one row that says which entry is the newest; its lock is the right to append."""

    number = models.PositiveBigIntegerField(_("number"), default=0)
    digest = models.CharField(_("head"), max_length=64, default=NO_HEAD)
    at = models.DateTimeField(_("moment"), null=True)

    class Meta:
        verbose_name = _("head of the register")
        verbose_name_plural = _("head of the register")
        constraints = [
            models.CheckConstraint(name="register_head_is_one_row", condition=models.Q(pk=1))
        ]

    def __str__(self):
        return f"{self.number}:{self.digest}"

    @classmethod
    def newest(cls):
        """The head as it stands now (number 0 in an empty register)."""
        return cls.objects.get(pk=1)

    @classmethod
    def locked(cls):
        """The head, locked until the transaction ends: nobody else can append meanwhile."""
        return cls.objects.select_for_update().get(pk=1)
