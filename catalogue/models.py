"""The few rows that the public itself writes: who wants to be told of what."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
