"""Who was told of which coming date, so that nobody is told twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ToldDate(models.Model):
    """A coming date of which an account was told by e-mail.

    The row is written before the message is handed over and marked as sent after it: what a
    crash left unsent is told again an hour later. A date that a correction moved is another date.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account")
    )
    agreement = models.CharField(_("agreement"), max_length=120)
    kind = models.CharField(_("what happens"), max_length=40)
    participant = models.CharField(_("participant"), max_length=40)
    day = models.DateField(_("day"))
    claimed_at = models.DateTimeField(_("claimed at"))
    is_sent = models.BooleanField(_("sent"), default=False)

    class Meta:
        verbose_name = _("date told")
        verbose_name_plural = _("dates told")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "agreement", "kind", "participant", "day"],
                name="agreements_date_is_told_once",
            ),
        ]

    def __str__(self):
        return f"{self.agreement} {self.kind} {self.day}"
