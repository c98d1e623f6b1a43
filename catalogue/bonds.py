"""What binds a state: its agreements on a day, grouped as a reader asks for them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from agreements.models import PublishedAgreement
from catalogue.answers import Answer, standings_of, statuses_of
from register.public_record import PublicRecord


@dataclass(frozen=True)
class Bond:
    """One agreement of a state, with its status and the standing of those compared, by key."""

    key: str
    scope: str
    status: Answer | None
    standings: dict[str, Answer]

    @property
    def binding(self) -> list[str]:
        """Those of the compared whom it binds."""
        return [actor for actor, standing in self.standings.items() if standing.is_bound]

    def has(self, *standings: str) -> bool:
        """Whether all of the compared stand in one of these ways."""
        return all(standing.status in standings for standing in self.standings.values())


def bonds_of(public: PublicRecord, state: str, home: str, day: date) -> list[Bond]:
    """The agreements in which the state takes part, with its standing and the home state's."""
    standings = standings_of(public, {state, home}, day)
    keys = [key for key, found in standings.items() if state in found]
    scopes = _scopes(public, keys)
    statuses = statuses_of(public, keys, day)
    return [
        Bond(key, scopes.get(key, ""), statuses.get(key), standings[key]) for key in sorted(keys)
    ]


def groups_of_home(bonds: list[Bond]) -> list[tuple[str, list[Bond]]]:
    """The home state's own agreements, from what binds it to what is not known."""
    rest = list(bonds)
    return [
        (_("In force for it"), _taken(rest, lambda bond: bond.has("party"))),
        (_("Suspended for it"), _taken(rest, lambda bond: bond.has("party_suspended"))),
        (_("Applied provisionally"), _taken(rest, lambda bond: bond.has("provisionally_applying"))),
        (
            _("Signed or consented to, not shown to bind"),
            _taken(rest, lambda bond: bond.has("signatory", "contracting")),
        ),
        (_("Taking part, not shown as bound"), _taken(rest, lambda bond: bond.has("taking_part"))),
        (_("No longer"), _taken(rest, lambda bond: bond.has("former_party"))),
        (_("Not known, or none shown"), rest),
    ]


def groups_with_home(bonds: list[Bond], state: str, home: str) -> list[tuple[str, list[Bond]]]:
    """Another state's agreements, from those between it and the home state outwards."""
    rest = list(bonds)
    between = _taken(rest, lambda bond: home in bond.standings and bond.scope == "bilateral")
    apart = _taken(rest, lambda bond: home not in bond.standings)
    return [
        (_("Between the two, in force"), _taken(between, lambda bond: len(bond.binding) == 2)),
        (_("Between the two, others"), between),
        (_("Both are bound by"), _taken(rest, lambda bond: len(bond.binding) == 2)),
        (_("Only one of them is bound"), _taken(rest, lambda bond: len(bond.binding) == 1)),
        (
            _("Both take part, not shown as bound"),
            _taken(rest, lambda bond: bond.has("taking_part")),
        ),
        (_("Wider agreements, standing of both not established"), rest),
        (_("Without the home state"), apart),
    ]


def _taken(rest: list[Bond], condition) -> list[Bond]:
    """Take those that meet the condition out of the rest."""
    taken = [bond for bond in rest if condition(bond)]
    rest[:] = [bond for bond in rest if not condition(bond)]
    return taken


def _scopes(public: PublicRecord, keys: list[str]) -> dict[str, str]:
    rows = PublishedAgreement.objects.recorded(public.number).filter(key__in=keys)
    return dict(rows.values_list("key", "scope"))
