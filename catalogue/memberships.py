"""Who belongs to which organization on a day."""

from collections.abc import Mapping
from datetime import date

from catalogue.referring import Reference
from organizations.models import Membership
from register.partial_dates import PartialDate
from register.public_record import PublicRecord

# As what one belongs in full; the participating states of the OSCE and the CIS are its members.
IN_FULL = frozenset({Membership.Capacity.MEMBER, Membership.Capacity.PARTICIPANT})


def holds_on(row: Mapping, on: date) -> bool:
    """Whether a membership is known to hold on a day."""
    since, until = (row[name] and PartialDate.parse(row[name]) for name in ("from", "until"))
    return not (since and since.latest > on) and not (until and until.earliest <= on)


def memberships_of(public: PublicRecord, *actors: str) -> dict[str, list[Reference]]:
    """By actor, the rows by which each belongs to organizations, in the order of their keys."""
    found = public.referring(actors, "organization", "memberships.actor")
    keys = {key for rows in found.values() for _kind, key, _field in rows}
    documents = public.documents("organization", keys) if keys else {}
    return {
        actor: [
            Reference(key, row)
            for key in sorted(documents)
            for row in documents[key]["memberships"]
            if row["actor"] == actor
        ]
        for actor in actors
    }


def shared_memberships(memberships: Mapping[str, list[Reference]], on: date) -> set[str]:
    """The organizations to which all of these actors belong in full on a day."""
    return set.intersection(*(_belongs_to(rows, on) for rows in memberships.values()))


def _belongs_to(memberships: list[Reference], on: date) -> set[str]:
    return {
        one.key for one in memberships if one.row["capacity"] in IN_FULL and holds_on(one.row, on)
    }
