"""The working copy: records that curators edit, each known by one key for ever."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from .account import Account, Unit

KEY = RegexValidator(
    r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*\Z",
    _("Use Latin letters and figures, joined by single hyphens, dots or underscores."),
)


class KindField(models.CharField):
    """The kind of a record, taken from its class whenever it is saved."""

    def pre_save(self, model_instance, add):
        """The kind that the record's class declares as KIND."""
        value = model_instance.KIND or getattr(model_instance, self.attname)
        setattr(model_instance, self.attname, value)
        return value


class RecordQuerySet(models.QuerySet):
    """Working records, and who may see them."""

    def visible_to(self, account):
        """Records of the account's units and records shown to it by name."""
        return self.filter(
            models.Q(unit__in=account.units.all())
            | models.Q(pk__in=account.shown_records.values("pk"))
        )


class Record(models.Model):
    """Anything that can be put on record: an agreement, a state, a source, a project …

    The supertype of every working record. Its key names it in every document, whatever its kind.
    """

    KIND = ""

    kind = KindField(_("kind"), max_length=40, editable=False)
    key = models.CharField(
        _("key"),
        max_length=120,
        unique=True,
        validators=[KEY],
        help_text=_(
            "The record's name in addresses and documents, such as uz-kz-readmission-2012: "
            "parties, subject, year. It can be changed until the first publication, never after."
        ),
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="records",
        verbose_name=_("unit"),
        help_text=_("The unit that keeps this record; its members alone see the working copy."),
    )
    shown_to = models.ManyToManyField(
        Account,
        related_name="shown_records",
        blank=True,
        verbose_name=_("shown to"),
        help_text=_("Accounts outside the unit that may see this working copy, by name."),
    )
    internal_note = models.TextField(
        _("internal note"),
        blank=True,
        help_text=_("For colleagues only: it is no part of the document and is never published."),
    )
    last_refs = models.JSONField(default=dict, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ["key"]

    def __str__(self):
        return self.key


class NestedRow(models.Model):
    """A row of a document: an act, a title, a citation. Its ref is given once, never again."""

    PREFIX = "row"

    ref = models.CharField(_("ref"), max_length=40, null=True, editable=False)

    class Meta:
        abstract = True
        ordering = [Length("ref").asc(nulls_last=True), "ref", "pk"]

    def __str__(self):
        return self.ref or str(_("new"))


def ref_is_unique(owner):
    """The constraint that no two rows of one record share a ref; owner is the field's name."""
    return models.UniqueConstraint(
        fields=[owner, "ref"], name="%(app_label)s_%(class)s_ref_is_unique"
    )
