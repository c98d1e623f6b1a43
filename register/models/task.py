"""What the public leaves for curators: open, taken up by one of them, settled."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .account import Account


class TaskQuerySet(models.QuerySet):
    """Tasks, and where they stand."""

    def open(self):
        """Those that nobody has taken up."""
        return self.filter(taken_up_at=None)

    def taken_up(self):
        """Those that somebody is looking after."""
        return self.filter(taken_up_at__isnull=False, settled_at=None)

    def settled(self):
        """Those that are done with."""
        return self.filter(settled_at__isnull=False)


class Task(models.Model):
    """Something that awaits a curator, whatever unit they are of.

    The desk counts those that are open; editors and approvers may see and settle them. Who settles
    one is who took it up.
    """

    class State(models.TextChoices):
        """Where a task stands."""

        OPEN = "open", _("open")
        TAKEN_UP = "taken_up", _("taken up")
        SETTLED = "settled", _("settled")

    taken_up_by = models.ForeignKey(
        Account,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("taken up by"),
        help_text=_("Who looks after it."),
    )
    taken_up_at = models.DateTimeField(
        _("taken up at"), null=True, editable=False, help_text=_("Since when they look after it.")
    )
    settled_at = models.DateTimeField(
        _("settled at"), null=True, editable=False, help_text=_("When they were done with it.")
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_taken_up_by_somebody",
                condition=models.Q(taken_up_by=None, taken_up_at=None)
                | models.Q(taken_up_by__isnull=False, taken_up_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_settled_by_who_took_it_up",
                condition=models.Q(settled_at=None) | models.Q(taken_up_at__isnull=False),
            ),
        ]

    @property
    def state(self):
        """Where the task stands."""
        if self.settled_at:
            return self.State.SETTLED
        return self.State.TAKEN_UP if self.taken_up_at else self.State.OPEN
