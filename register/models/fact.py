"""What stands behind a fact, and what is said about it: rows that every record may have."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, TextsField

from .record import NestedRow, Record, ref_is_unique
from .source import Source


class Confidence(models.TextChoices):
    """How far a source bears out a fact."""

    VERIFIED = "verified", _("verified")
    REPORTED = "reported", _("reported")
    UNCERTAIN = "uncertain", _("uncertain")


class Citation(NestedRow):
    """One source's word for one fact of a record."""

    PREFIX = "citation"

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="citations", verbose_name=_("record")
    )
    path = models.CharField(
        _("fact"),
        max_length=200,
        blank=True,
        help_text=_(
            "Which fact: a field (binding), a row (acts/act-017) or a field of a row "
            "(acts/act-017/done_on). Empty for the record as a whole."
        ),
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="cited_in",
        verbose_name=_("source"),
        help_text=_("The source that says so."),
    )
    locator = models.CharField(
        _("locator"),
        max_length=300,
        blank=True,
        help_text=_("Where in the source: page, article, row."),
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        choices=Confidence,
        help_text=_(
            "Verified: the depositary's or another official record. Reported: a named secondary "
            "source. Uncertain: anything weaker."
        ),
    )
    as_at = PartialDateField(
        _("as at"),
        null=True,
        blank=True,
        help_text=_("The day whose state of affairs the source describes."),
    )
    says = models.CharField(
        _("says"),
        max_length=500,
        blank=True,
        help_text=_("The value that this source gives, where it differs from the one chosen."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Anything the reader of this citation should know.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [ref_is_unique("record")]


class Remark(NestedRow):
    """Something said about a record or a fact in words, for all to read."""

    PREFIX = "remark"

    class Type(models.TextChoices):
        """What a remark does."""

        NOTE = "note", _("note")
        FINDING = "finding", _("finding")
        CONTRADICTION = "contradiction", _("sources disagree")
        CLAIM_OF_SOURCE = "claim_of_source", _("what a source claims")
        NAMED_IN_ARTICLE = "named_in_article", _("named in an article")
        STATUS_AS_FOUND = "status_as_found", _("status as found")
        HISTORY = "history", _("history")
        UNCERTAINTY = "uncertainty", _("what is uncertain")
        WORDING = "wording", _("wording")

    record = models.ForeignKey(
        Record, models.CASCADE, related_name="remarks", verbose_name=_("record")
    )
    type = models.CharField(
        _("type"), max_length=20, choices=Type, help_text=_("What the remark does.")
    )
    about = models.CharField(
        _("about"),
        max_length=200,
        blank=True,
        help_text=_("The fact it is about, written as in a citation; empty for the whole record."),
    )
    text = TextsField(
        _("text"), multiline=True, help_text=_("The remark, in each language in which it is given.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        constraints = [ref_is_unique("record")]
