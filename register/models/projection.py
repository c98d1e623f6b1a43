"""What the public reads: rows that hold from one entry to another, made from the entries."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SaidQuerySet(models.QuerySet):
    """Rows that hold from one entry (said_from) until another (said_until, open if null)."""

    def recorded(self, number):
        """The rows as the register stood after entry `number`."""
        return self.filter(
            models.Q(said_until__isnull=True) | models.Q(said_until__gt=number),
            said_from__lte=number,
        )

    def close(self, number):
        """Let these rows end at entry `number`: the only change a row ever sees."""
        return self.filter(said_until__isnull=True).update(said_until=number)


class Said(models.Model):
    """Something the register said from one entry to another."""

    said_from = models.PositiveBigIntegerField(_("said from entry"))
    said_until = models.PositiveBigIntegerField(_("said until entry"), null=True)

    objects = SaidQuerySet.as_manager()

    class Meta:
        abstract = True


class PublishedRowQuerySet(SaidQuerySet):
    """Published records of one kind."""

    def referring(self, field, targets, number):
        """The rows whose document refers to one of `targets` in `field`, at entry `number`."""
        return self.filter(
            key__in=PublishedReference.objects.recorded(number)
            .filter(kind=self.model.KIND, field=field, target__in=targets)
            .values("key")
        )


class PublishedRow(Said):
    """One published text of a record: its document and the columns that lists filter by.

    Subclasses set KIND, add columns, and say in `columns_of(document)` how these are taken from
    the document (a dict as described by the kind's schema).
    """

    KIND = ""

    key = models.CharField(_("key"), max_length=120)
    document = models.TextField(_("document"))

    objects = PublishedRowQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["said_until", "key"], name="%(class)s_current")]
        constraints = [
            models.UniqueConstraint(fields=["key", "said_from"], name="%(class)s_is_said_once"),
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(said_until__isnull=True),
                name="%(class)s_has_one_current_row",
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=models.Q(said_until__isnull=True)
                | models.Q(said_until__gt=models.F("said_from")),
            ),
        ]

    def __str__(self):
        return f"{self.key} @{self.said_from}"

    @classmethod
    def columns_of(cls, document):
        """The values of this kind's own columns, taken from its document."""
        return {}


class PublishedName(Said):
    """What others call a published record, or a code of a published list."""

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("key"), max_length=200)
    given_by = models.CharField(_("given by"), max_length=120)
    texts = models.TextField(_("texts"))

    class Meta:
        indexes = [
            models.Index(fields=["key", "said_from"], name="register_name_of_key"),
            models.Index(fields=["given_by", "said_until"], name="register_name_given_by"),
        ]

    def __str__(self):
        return self.key


class PublishedReference(Said):
    """One reference that a published document makes: from whom, in which field, to whom."""

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("key"), max_length=120)
    field = models.CharField(_("field"), max_length=80)
    target = models.CharField(_("target"), max_length=200)

    class Meta:
        indexes = [
            models.Index(fields=["target", "kind", "field", "key"], name="register_reference_to"),
            models.Index(fields=["kind", "key", "said_until"], name="register_reference_from"),
        ]

    def __str__(self):
        return f"{self.key} {self.field} -> {self.target}"
