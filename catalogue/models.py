"""The few rows that the public itself writes: who wants to be told of what."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Alert(models.Model):
    """Somebody who wants to be told by e-mail when something changes.

    Kept are the address, what it is about, and how far it has been told; leaving deletes the row.
    `about` is a key, or for a query the filters of the list of agreements in canonical order.
    `client` is a keyed digest of where the wish came from, kept for a day to limit how many come
    from there.
    """

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
    client = models.CharField(_("client"), max_length=64, blank=True)
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
