"""What the law engine answered besides periods: force, terms, and the days that matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.models.projection import Said, SaidQuerySet


class DateKind(models.TextChoices):
    """What happens on a day that matters."""

    ENTRY_INTO_FORCE = "entry_into_force", _("entry into force")
    PROVISIONAL_APPLICATION = "provisional_application", _("provisional application")
    BOUND = "bound", _("bound from then on")
    SUSPENSION = "suspension", _("suspension")
    RESUMPTION = "resumption", _("end of the suspension")
    LAST_DAY_FOR_NOTICE = "last_day_for_notice", _("last day to give notice")
    RENEWAL = "renewal", _("renewal")
    END_OF_TERM = "end_of_term", _("end of the term")
    FREED = "freed", _("no longer bound")
    END = "end", _("end of the agreement")


class DateQuerySet(SaidQuerySet):
    """Days that matter."""

    def between_days(self, since, until):
        """Those that fall, or may fall, on a day from `since` to the day before `until`."""
        return self.filter(day__lt=until, latest__gte=since)


class PublishedDate(Said):
    """A day on which something happens to an agreement, or to one participant in it.

    `participant` is the ref in the agreement's document, empty for the agreement as a whole;
    `actor` that participant's key, empty if it is known by words alone. The day lies between
    `day` and `latest`, both included; mostly they are one. `reason` is JSON: a code and its
    parameters. `act` is the ref of the act on which it rests, if it rests on one.
    """

    Kind = DateKind

    agreement = models.CharField(_("agreement"), max_length=120)
    participant = models.CharField(_("participant"), max_length=40)
    actor = models.CharField(_("state or organization"), max_length=120)
    kind = models.CharField(_("what happens"), max_length=40, choices=DateKind)
    day = models.DateField(_("day"))
    latest = models.DateField(_("latest day"))
    reason = models.TextField(_("reason"))
    act = models.CharField(_("act"), max_length=40)

    objects = DateQuerySet.as_manager()

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["day", "latest", "agreement", "kind", "participant"]
        indexes = [
            models.Index(fields=["said_until", "day", "latest"], name="agreements_dates_by_day"),
            models.Index(fields=["agreement", "said_until", "day"], name="agreements_dates_of_one"),
        ]
        constraints = [
            models.CheckConstraint(
                name="agreements_date_ends_after_it_starts",
                condition=models.Q(latest__gte=models.F("day")),
            ),
        ]

    def __str__(self):
        return f"{self.agreement} {self.kind} {self.day}"


class PublishedLife(Said):
    """How long an agreement lives by its own words: when it began, and its terms.

    `force` is JSON with the day as it is `recorded`, as it is `computed` from clauses and acts,
    and as it is `taken`, each written in ISO 8601 (both ends for a day known in part) or null,
    and whether the first two `differ`; null for a text that does not bind. `terms` is a JSON list
    of terms: `number` from 0, `begins` and `ends` (the first day after), `then` (what follows:
    none, by_agreement, agreed, tacit or empty), `last_notice`.
    """

    agreement = models.CharField(_("agreement"), max_length=120)
    force = models.TextField(_("entry into force"))
    terms = models.TextField(_("terms"))

    class Meta:
        verbose_name = _("life of an agreement")
        verbose_name_plural = _("lives of agreements")
        ordering = ["agreement", "said_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "said_from"], name="agreements_life_is_said_once"
            ),
        ]

    def __str__(self):
        return f"{self.agreement} @{self.said_from}"
