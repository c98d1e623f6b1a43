"""Who takes part in an agreement, what each did, and where each stands on a day."""

from dataclasses import dataclass, field

from agreements.models.act_type import BEGINNINGS
from catalogue.answers import Answer
from register.partial_dates import PartialDate


@dataclass
class Participation:
    """One participant with its acts, what is claimed of it, and its standing on the page's day."""

    row: dict
    standing: Answer | None
    is_home: bool
    acts: list[dict] = field(default_factory=list)
    not_shown: list[dict] = field(default_factory=list)
    claims: list[dict] = field(default_factory=list)
    bodies: list[dict] = field(default_factory=list)

    @property
    def sort_key(self) -> tuple:
        """By side, the home state before the others, then as the document lists them."""
        return self.row["side"] or 0, not self.is_home


def participations(document: dict, standings: dict[str, Answer], home: str) -> list[Participation]:
    """The participants of an agreement with all that is recorded of each."""
    found = {
        row["ref"]: Participation(row, standings.get(row["ref"]), row["actor"] == home)
        for row in document["participants"]
    }
    for act in document["acts"]:
        if act["participant"]:
            _place_of(found[act["participant"]], act["evidence"]).append(act)
    for body in document["bodies"]:
        if body["participant"]:
            found[body["participant"]].bodies.append(body)
    return sorted(found.values(), key=lambda each: each.sort_key)


def acts_of_all(document: dict) -> list[dict]:
    """The acts of the agreement itself: adoption, entry into force, registration …"""
    return [act for act in document["acts"] if act["participant"] is None]


def beginning_of(document: dict) -> dict | None:
    """The first dated act with which the text began: its adoption, initialling or signature."""
    dated = [
        act
        for act in document["acts"]
        if act["type"] in BEGINNINGS and act["evidence"] == "shown" and act["done_on"]
    ]
    return min(dated, key=lambda act: PartialDate(act["done_on"]), default=None)


def bodies_of_none(document: dict) -> list[dict]:
    """The bodies that the record gives to no participant."""
    return [body for body in document["bodies"] if body["participant"] is None]


def _place_of(participation: Participation, evidence: str) -> list[dict]:
    places = {
        "shown": participation.acts,
        "none_shown": participation.not_shown,
        "claimed": participation.claims,
    }
    return places[evidence]
