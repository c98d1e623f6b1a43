"""With which states the home state has bilateral instruments on a day, and what holds of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import PublishedAgreement, PublishedStanding
from agreements.models.standing import Standing, Status
from catalogue.memberships import holds_on
from organizations.models import Membership, Organization, PublishedOrganization
from register.public_record import PublicRecord

HOME = "home"
IN_FORCE, NOT_SHOWN, NOT_BINDING, THROUGH, ENDED = (
    "in_force",
    "not_shown",
    "not_binding",
    "through",
    "ended",
)
# What the home state has with another, the strongest first; of several the strongest is shown.
BONDS = {
    IN_FORCE: _("At least one agreement in force"),
    NOT_SHOWN: _("Signed or concluded, not shown to be in force"),
    NOT_BINDING: _("Instruments that do not bind, and no others"),
    THROUGH: _("Only through a union of states to which it belongs"),
    ENDED: _("Only what has ended"),
}
OVER = frozenset(
    {
        Status.EXPIRED,
        Status.TERMINATED,
        Status.SUPERSEDED,
        Status.NEVER_IN_FORCE,
        Status.COMPLETED,
        Status.DISCONTINUED,
    }
)


class Partner(NamedTuple):
    """A state or organization with which there is a bilateral instrument, and what holds.

    `counts` says of how many instruments each holds; one reached through a union has none.
    """

    key: str
    bond: str
    counts: Mapping[str, int]
    through: str = ""

    @property
    def words(self) -> Promise:
        """What holds, in words."""
        return BONDS[self.bond]


def partners_of(public: PublicRecord, home: str, on: date) -> list[Partner]:
    """Everybody on the other side of the home state's bilateral instruments, by key.

    With a union of states come its members that day, if what there is with it is in force.
    """
    found = {
        key: Partner(key, min(counts, key=list(BONDS).index), counts)
        for key, counts in _counted(public, home, on).items()
    }
    reached = [key for key, one in found.items() if one.bond == IN_FORCE]
    for union, members in _members(public, reached, on).items():
        for key in members - found.keys() - {home}:
            found[key] = Partner(key, THROUGH, {}, union)
    return [found[key] for key in sorted(found)]


def _counted(public: PublicRecord, home: str, on: date) -> dict[str, dict[str, int]]:
    """For everybody on the other side, of how many instruments each thing holds."""
    instruments = PublishedAgreement.objects.recorded(public.number).filter(scope="bilateral")
    instruments = instruments.referring("participants.actor", [home], public.number)
    natures = dict(instruments.values_list("key", "binding"))
    periods = PublishedStanding.objects.recorded(public.number).on(on).order_by()
    rows = periods.filter(agreement__in=instruments.order_by().values("key"))
    statuses, standings = {}, defaultdict(dict)
    fields = ("agreement", "participant", "actor", "status")
    for agreement, participant, actor, status in rows.values_list(*fields):
        if not participant:
            statuses[agreement] = status
        elif actor and standings[agreement].get(actor) not in PublishedStanding.BIND:
            standings[agreement][actor] = status
    counts = defaultdict(lambda: defaultdict(int))
    for agreement, those in standings.items():
        own, status = those.pop(home, None), statuses.get(agreement)
        for actor, theirs in those.items():
            bond = _bond(natures[agreement], status, own, theirs)
            if bond:
                counts[actor][bond] += 1
    return counts


def _bond(nature: str, status: str | None, own: str | None, theirs: str) -> str:
    """What an instrument is between the two, "" before there is a text."""
    if {own, theirs} <= set(PublishedStanding.BIND):
        return IN_FORCE
    if status == Status.NOT_YET:
        return ""
    if status in OVER or Standing.FORMER_PARTY in (own, theirs):
        return ENDED
    return NOT_BINDING if nature == "non_binding" else NOT_SHOWN


def _members(public: PublicRecord, keys: Iterable[str], on: date) -> dict[str, set[str]]:
    """Of those that are unions of states, who belongs to each on the day."""
    rows = PublishedOrganization.objects.recorded(public.number).filter(
        type=Organization.Type.UNION_OF_STATES, key__in=list(keys)
    )
    documents = public.documents("organization", list(rows.values_list("key", flat=True)))
    return {
        key: {
            row["actor"]
            for row in document["memberships"]
            if row["capacity"] == Membership.Capacity.MEMBER and holds_on(row, on)
        }
        for key, document in documents.items()
    }
