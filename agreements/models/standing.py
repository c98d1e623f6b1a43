"""Period rows: what the law engine answered, day by day, as the register said it."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.models.projection import Said, SaidQuerySet

# Open ends are stored as the first and the last day there is, so that one comparison with each
# bound finds the period of a day, without asking for null.
FIRST_DAY = date.min
LAST_DAY = date.max

_SAID = ("said_from", "said_until")


class Status(models.TextChoices):
    """What an agreement is on a day; the last four belong to texts that do not bind."""

    NOT_YET = "not_yet", _("no text yet")
    NEGOTIATED = "negotiated", _("negotiated")
    INITIALLED = "initialled", _("initialled")
    SIGNED_NOT_IN_FORCE = "signed_not_in_force", _("signed, not in force")
    PROVISIONALLY_APPLIED = "provisionally_applied", _("provisionally applied")
    IN_FORCE = "in_force", _("in force")
    PARTLY_SUSPENDED = "partly_suspended", _("partly suspended")
    SUSPENDED = "suspended", _("suspended")
    DENOUNCED = "denounced", _("denounced, notice running")
    EXPIRED = "expired", _("expired")
    TERMINATED = "terminated", _("terminated")
    SUPERSEDED = "superseded", _("superseded")
    NEVER_IN_FORCE = "never_in_force", _("never entered into force")
    SIGNED_FORCE_NOT_ESTABLISHED = (
        "signed_force_not_established",
        _("signed, entry into force not established"),
    )
    NOT_KNOWN = "not_known", _("not known")
    ADOPTED = "adopted", _("adopted")
    COMPLETED = "completed", _("completed")
    DISCONTINUED = "discontinued", _("discontinued")


class Standing(models.TextChoices):
    """What a participant is to an agreement on a day."""

    NONE = "none", _("no act yet")
    SIGNATORY = "signatory", _("signatory")
    PROVISIONALLY_APPLYING = "provisionally_applying", _("provisionally applying")
    CONTRACTING = "contracting", _("contracting, not yet in force for it")
    PARTY = "party", _("party")
    PARTY_SUSPENDED = "party_suspended", _("party, suspended")
    FORMER_PARTY = "former_party", _("former party")
    NONE_SHOWN = "none_shown", _("none shown")
    NOT_KNOWN = "not_known", _("not known")
    TAKING_PART = "taking_part", _("taking part")


class StandingQuerySet(SaidQuerySet):
    """Periods of agreements and of their participants."""

    def on(self, day):
        """The periods that hold on that day."""
        return self.filter(from_day__lte=day, until_day__gt=day)

    def of_agreements(self):
        """The statuses of agreements as a whole."""
        return self.filter(participant="")

    def of_participants(self):
        """The standings of participants."""
        return self.exclude(participant="")

    def of_actor(self, key):
        """The standings of one state or organization, in whatever agreement it takes part."""
        return self.filter(actor=key)

    def in_force(self, on):
        """The agreements that bind and have force on that day, one period each."""
        return self.of_agreements().on(on).filter(status__in=PublishedStanding.HAVE_FORCE)

    def binding(self, state, on):
        """The standings in which a state or organization is bound on that day.

        One that takes part for several territories stands in an agreement once for each.
        """
        return self._bound(on).of_actor(state)

    def between(self, one, other, on):
        """The standings of the one in all agreements that bind it and the other on that day."""
        bound = self._bound(on)
        theirs = bound.of_actor(other).order_by().values("agreement")
        return bound.of_actor(one).filter(agreement__in=theirs)

    def _bound(self, on):
        """Whoever is bound, on that day, by anything."""
        bind = PublishedStanding.BIND
        return self.filter(status__in=bind, from_day__lte=on, until_day__gt=on)

    def perhaps_between(self, one, other, on):
        """The standings of both in all agreements that bind the two on that day, or may bind them.

        They may if they are applied provisionally, or if it is not known of either.
        """
        may_bind = self.on(on).filter(status__in=PublishedStanding.MAY_BIND).order_by()
        shared = may_bind.of_actor(other).values("agreement")
        ours = may_bind.of_actor(one).filter(agreement__in=shared).values("agreement")
        return may_bind.filter(actor__in=(one, other), agreement__in=ours)


class PublishedStanding(Said):
    """One period in which an agreement's status, or a participant's standing, stays the same.

    `participant` is the ref in the agreement's document, empty for the agreement as a whole;
    `actor` is that participant's key, empty if it is known by words alone. The period runs from
    `from_day` until the day before `until_day`. `reason` is JSON: a code and its parameters.
    """

    # A notice that runs ends nothing, and a suspension for some leaves it in force for the rest.
    HAVE_FORCE = (Status.IN_FORCE, Status.PARTLY_SUSPENDED, Status.DENOUNCED)
    # Who suspends the operation of an agreement stays bound by it (VCLT 72).
    BIND = (Standing.PARTY, Standing.PARTY_SUSPENDED)
    MAY_BIND = (*BIND, Standing.PROVISIONALLY_APPLYING, Standing.NOT_KNOWN)

    agreement = models.CharField(_("agreement"), max_length=120)
    participant = models.CharField(_("participant"), max_length=40)
    actor = models.CharField(_("state or organization"), max_length=120)
    status = models.CharField(_("status"), max_length=40)
    from_day = models.DateField(_("from"))
    until_day = models.DateField(_("until"))
    reason = models.TextField(_("reason"))
    act = models.CharField(_("act"), max_length=40)
    checked = models.DateField(_("checked as at"), null=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["agreement", "participant", "from_day"]
        # The first two hold all that the questions about a day ask, so that no row is looked up.
        indexes = [
            models.Index(
                fields=["participant", "status", "from_day", "until_day", "agreement", *_SAID],
                name="agreements_statuses_on_day",
            ),
            models.Index(
                fields=["actor", "status", "agreement", "from_day", "until_day", *_SAID],
                name="agreements_standings_on_day",
            ),
            models.Index(
                fields=["agreement", "participant", "from_day"], name="agreements_periods_of_one"
            ),
            models.Index(fields=["said_until", "agreement"], name="agreements_current_periods"),
        ]
        constraints = [
            models.CheckConstraint(
                name="agreements_period_ends_after_it_starts",
                condition=models.Q(until_day__gt=models.F("from_day")),
            ),
            models.UniqueConstraint(
                fields=["agreement", "participant", "from_day", "said_from"],
                name="agreements_period_is_said_once",
            ),
        ]

    def __str__(self):
        return f"{self.agreement} {self.participant} {self.status}".replace("  ", " ")
