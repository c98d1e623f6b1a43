"""The few rows that the public itself writes: who wants to be told of what, and what is wrong."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from register.models import Entry, Task, TaskQuerySet


class PublicRowQuerySet(models.QuerySet):
    """Rows that the public wrote, and where they came from."""

    def of_client(self, client, since):
        """What a client wrote since a moment."""
        return self.filter(client=client, **{f"{self.model.WRITTEN}__gte": since})

    def forget_clients(self, before):
        """Keep no longer from where what was written before a moment came."""
        written = self.filter(**{f"{self.model.WRITTEN}__lt": before})
        return written.exclude(client="").update(client="")


class PublicRow(models.Model):
    """A row that a reader writes by a public form; WRITTEN names the field that says when."""

    WRITTEN = ""

    client = models.CharField(
        _("client"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_(
            "A keyed digest of where it came from, kept for a day to limit how much comes from "
            "there."
        ),
    )

    objects = PublicRowQuerySet.as_manager()

    class Meta:
        abstract = True


class Alert(PublicRow):
    """Somebody who wants to be told by e-mail when something changes.

    Kept are the address, what it is about, and how far it has been told; leaving deletes the row.
    `about` is a key, or for a query the filters of the list of agreements in canonical order.
    """

    WRITTEN = "asked_at"

    class Kind(models.TextChoices):
        """What an alert is about."""

        STATE = "state", _("state or organization")
        AGREEMENT = "agreement", _("agreement")
        QUERY = "query", _("list of agreements")

    address = models.EmailField(_("e-mail address"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    about = models.CharField(_("about"), max_length=500)
    language = models.CharField(_("language"), max_length=20)
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    told_until = models.PositiveBigIntegerField(_("told until entry"), default=0)
    dates_until = models.DateField(_("told of dates before"), null=True)
    failures = models.PositiveSmallIntegerField(_("messages refused in a row"), default=0)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [
            models.UniqueConstraint(
                fields=["address", "kind", "about"], name="catalogue_alert_is_asked_once"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at", "client"], name="catalogue_alert_from_client"),
        ]

    def __str__(self):
        return f"{self.kind} {self.about}"


class ErrorReportQuerySet(TaskQuerySet, PublicRowQuerySet):
    """Reports of errors, and who is still to be told what came of theirs."""

    def unanswered(self):
        """Settled ones whose reader left an address and has not been told what came of it."""
        answered = self.settled().exclude(address="").filter(told_at=None)
        return answered.exclude(outcome=ErrorReport.Outcome.UNRELATED)

    def forget_addresses(self, before):
        """Keep no address of a reader whose report was settled before a moment; how many."""
        return self.filter(settled_at__lt=before).exclude(address="").update(address="")


class ErrorReport(PublicRow, Task):
    """What a reader says is wrong in a record, or in the site where it names none.

    It is about the record as it stood after an entry, and is no part of the register: what is
    wrong there is put right by an entry, which the outcome names.
    """

    WRITTEN = "reported_at"

    class Outcome(models.TextChoices):
        """What came of a report."""

        CORRECTED = "corrected", _("corrected")
        NOT_AN_ERROR = "not_an_error", _("not an error")
        NOT_SHOWN = "not_shown", _("not changed, since no source shows it")
        KNOWN = "already_known", _("already known")
        UNRELATED = "unrelated", _("not about the register")

    record = models.CharField(
        _("key of the record"),
        max_length=120,
        blank=True,
        editable=False,
        help_text=_("The record that it is about; empty for the site as a whole."),
    )
    kind = models.CharField(
        _("kind of the record"),
        max_length=40,
        blank=True,
        editable=False,
        help_text=_("What kind of record it is about."),
    )
    entry = models.PositiveBigIntegerField(
        _("as it stood after entry"),
        editable=False,
        help_text=_("The newest entry of the register that the reader saw."),
    )
    words = models.TextField(
        _("what is wrong"), editable=False, help_text=_("What the reader says is wrong.")
    )
    source = models.CharField(
        _("where the reader knows it from"),
        max_length=1000,
        blank=True,
        editable=False,
        help_text=_("A source or an address on the web; nobody has looked at it."),
    )
    address = models.EmailField(
        _("e-mail address"),
        blank=True,
        editable=False,
        help_text=_("Where the reader wants the answer; erased some time after settling."),
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        editable=False,
        help_text=_("The language of the page; the answer is framed in it."),
    )
    reported_at = models.DateTimeField(
        _("reported at"), editable=False, help_text=_("When the report came.")
    )
    sent_as = models.CharField(
        _("digest of what was sent"),
        max_length=64,
        editable=False,
        help_text=_("Of the form and what was typed: the same form sent twice is one report."),
    )
    outcome = models.CharField(
        _("what came of it"),
        max_length=20,
        choices=Outcome,
        blank=True,
        help_text=_("Readers are told it, save of what is not about the register."),
    )
    corrected_in = models.ForeignKey(
        Entry,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("corrected in entry"),
        help_text=_(
            "The number of the entry that put it right; it counts only if it was corrected, and "
            "comes after what the reader saw."
        ),
    )
    answer = models.TextField(
        _("answer"),
        max_length=2000,
        blank=True,
        help_text=_("What came of it, in a sentence that the reader is sent as it stands."),
    )
    told_at = models.DateTimeField(
        _("told at"), null=True, editable=False, help_text=_("When the reader was told.")
    )

    objects = ErrorReportQuerySet.as_manager()

    class Meta(Task.Meta):
        verbose_name = _("report by a reader")
        verbose_name_plural = _("reports by readers")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            *Task.Meta.constraints,
            models.UniqueConstraint(fields=["sent_as"], name="catalogue_errorreport_is_sent_once"),
            models.CheckConstraint(
                name="catalogue_errorreport_says_what_is_wrong", condition=~Q(words="")
            ),
            models.CheckConstraint(
                name="catalogue_errorreport_names_a_record_and_its_kind",
                condition=Q(record="", kind="") | ~(Q(record="") | Q(kind="")),
            ),
            models.CheckConstraint(
                name="catalogue_errorreport_has_an_outcome_once_settled",
                condition=Q(settled_at=None, outcome="", answer="")
                | Q(settled_at__isnull=False) & ~Q(outcome="") & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="catalogue_errorreport_names_the_entry_that_corrects",
                condition=Q(outcome="corrected", corrected_in__isnull=False)
                | ~Q(outcome="corrected") & Q(corrected_in=None),
                violation_error_message=_(
                    "Name the entry that put it right, and only where it was corrected."
                ),
            ),
            models.CheckConstraint(
                name="catalogue_errorreport_is_corrected_after_it_was_seen",
                condition=Q(corrected_in=None) | Q(corrected_in__gt=models.F("entry")),
            ),
        ]
        indexes = [
            models.Index(fields=["reported_at", "client"], name="catalogue_report_from_client"),
            models.Index(fields=["settled_at", "taken_up_at"], name="catalogue_report_state"),
        ]

    def __str__(self):
        return f"{self.pk} {self.record}".strip()
