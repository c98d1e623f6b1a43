"""Who takes part in an agreement, what each did, and where each stands on a day."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models.act_type import BEGINNINGS
from catalogue.answers import Answer
from register.partial_dates import PartialDate

# The least number of participants that a text of its sort can have.
LEAST = {"plurilateral": 3, "multilateral": 3, "universal": 20}
# Statuses whose beginning is the first act of any participant, which may lie before those known.
BEGUN_BY_ACTS = frozenset({"negotiated", "initialled", "signed_not_in_force"})
SIGNED_OR_JOINED = frozenset({"signatories", "parties", "members"})

# Who claims, in words, by the type of the source that does.
CLAIMANTS = {
    "article": _("the article"),
    "book": _("the book"),
    "dataset": _("the data set"),
    "official": _("the official source"),
    "press": _("the press"),
    "report": _("the report"),
}
SOMEBODY = _("the source cited")


class Claim(NamedTuple):
    """An act that somebody claims, and who does."""

    act: dict
    by: Promise


@dataclass
class Participation:
    """One participant with its acts, what is claimed of it, and its standing on the page's day."""

    row: dict
    standing: Answer | None
    is_home: bool
    acts: list[dict] = field(default_factory=list)
    not_shown: list[dict] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    bodies: list[dict] = field(default_factory=list)

    @property
    def sort_key(self) -> tuple:
        """By side, the home state before the others, then as the document lists them."""
        return self.row["side"] or 0, not self.is_home


def participations(
    document: dict, standings: dict[str, Answer], source_types: dict[str, str], home: str
) -> list[Participation]:
    """The participants of an agreement with all that is recorded of each."""
    found = {
        row["ref"]: Participation(row, standings.get(row["ref"]), row["actor"] == home)
        for row in document["participants"]
    }
    for act in document["acts"]:
        if act["participant"]:
            _place(found[act["participant"]], act, _claimant(document, act, source_types))
    for body in document["bodies"]:
        if body["participant"]:
            found[body["participant"]].bodies.append(body)
    return sorted(found.values(), key=lambda each: each.sort_key)


def sources_of_claims(document: dict) -> set[str]:
    """The sources cited for what is claimed."""
    return {
        citation["source"]
        for act in document["acts"]
        if act["evidence"] == "claimed"
        for citation in _citations_of(document, act)
    }


def _citations_of(document: dict, act: dict) -> list[dict]:
    path = f"acts/{act['ref']}"
    return [
        citation
        for citation in document["citations"]
        if citation["path"] == path or citation["path"].startswith(f"{path}/")
    ]


def _claimant(document: dict, act: dict, source_types: dict[str, str]) -> Promise:
    """Who claims an act, by the type of the first source cited for it."""
    if act["evidence"] != "claimed":
        return SOMEBODY
    types = (source_types.get(each["source"]) for each in _citations_of(document, act))
    return CLAIMANTS.get(next(types, None), SOMEBODY)


def _place(participation: Participation, act: dict, claimant: Promise) -> None:
    """Put the act with those that were done, that nobody could show, or that are claimed."""
    if act["evidence"] == "claimed":
        participation.claims.append(Claim(act, claimant))
    elif act["evidence"] == "none_shown":
        participation.not_shown.append(act)
    else:
        participation.acts.append(act)


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


def by_acts_recorded(document: dict) -> frozenset[str]:
    """The statuses whose beginning could be earlier, since acts of some participants are missing.

    None for an agreement of two sides, or where as many have acted as its tallies count and its
    scope suggests.
    """
    acted = {
        act["participant"]
        for act in document["acts"]
        if act["participant"] and act["evidence"] == "shown"
    }
    counted = [row["value"] for row in document["tallies"] if row["of"] in SIGNED_OR_JOINED]
    least = [LEAST.get(document["scope"], 0), LEAST.get(document["reach"], 0), *counted]
    is_partial = document["scope"] != "bilateral" and len(acted) < max(least)
    return BEGUN_BY_ACTS if is_partial else frozenset()


def has_text(document: dict) -> bool:
    """Whether the register holds the text or knows where it can be read."""
    return bool(document["text_address"]) or any(
        row["address"] or row["sha256"] or row["text"] for row in document["documents"]
    )
