"""Where a record stands between its last save and the register."""

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from register.models import Entry, PublishedName, Revision

WITHDRAWN = "withdrawn"
LABELS = dict(Revision.State.choices) | {WITHDRAWN: _("withdrawn")}
NEVER_SAVED = _("never saved")
TONES = {
    Revision.State.DRAFT: "info",
    Revision.State.SUBMITTED: "warning",
    Revision.State.RETURNED: "danger",
    Revision.State.PUBLISHED: "success",
}

_STATE = Case(
    When(entry__isnull=False, then=Value(Revision.State.PUBLISHED)),
    When(returned_at__isnull=False, then=Value(Revision.State.RETURNED)),
    When(submitted_at__isnull=False, then=Value(Revision.State.SUBMITTED)),
    default=Value(Revision.State.DRAFT),
)


def with_course(records):
    """The records with `course` (state of the last revision) and `public_entry` (number or null).

    A record whose last text was published and is public no longer is withdrawn.
    """
    last = Revision.objects.filter(record=OuterRef("pk")).order_by("-number")
    public = PublishedName.objects.filter(key=OuterRef("key"), said_until=None)
    state = Subquery(last.annotate(state=_STATE).values("state")[:1])
    return records.annotate(
        last_state=state, public_entry=Subquery(public.values("said_from")[:1])
    ).annotate(
        course=Case(
            When(Q(last_state=Revision.State.PUBLISHED) & ~Exists(public), then=Value(WITHDRAWN)),
            default="last_state",
        )
    )


class Course:
    """One record's last revision, its last entry, and what an account may do next.

    `entry` is the last that published or withdrew it, None if it never was public.
    """

    def __init__(self, record, account):
        self.record, self.account = record, account
        self.revision = record.revisions.select_related(
            "saved_by", "submitted_by", "returned_by", "entry"
        ).order_by("-number").first()  # fmt: skip
        entries = Entry.objects.filter(key=record.key).exclude(event=Entry.Event.RECOMPUTED)
        self.entry = entries.order_by("-number").first()
        self.state = self.revision.state if self.revision else None
        self.is_public = bool(self.entry) and self.entry.event == Entry.Event.PUBLISHED

    @property
    def label(self):
        """The state in words."""
        return LABELS.get(self.state, NEVER_SAVED)

    @property
    def tone(self):
        """The colour in which the theme shows the state."""
        return TONES.get(self.state, "default")

    @property
    def can_submit(self):
        """Whether there is something to submit."""
        return self.state in (Revision.State.DRAFT, Revision.State.RETURNED)

    @property
    def can_approve(self):
        """Whether the account may decide on what was submitted."""
        return self.state == Revision.State.SUBMITTED and self.account.has_perm("register.approve")

    @property
    def can_withdraw(self):
        """Whether the account may take the record out of the register."""
        return self.is_public and self.account.has_perm("register.approve")


def has_saved(record, account):
    """Whether the account has saved a revision of the record since its last publication."""
    published = record.revisions.filter(entry__isnull=False).order_by("-number").first()
    since = record.revisions.filter(number__gt=published.number if published else 0)
    return since.filter(saved_by=account).exists()
