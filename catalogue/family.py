"""The family of an instrument: what it builds on, what builds on it, and their like in turn."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from agreements.models import Relation
from catalogue.participation import beginning_of
from catalogue.referring import Reference
from register.partial_dates import PartialDate
from register.public_record import PublicRecord

# To name another instrument, or to be taken for it, makes no kin.
NO_KIN = frozenset({Relation.Type.REFERS_TO, Relation.Type.MAY_BE_CONFUSED_WITH})
# So many are shown; a family is followed no further.
MOST_MEMBERS = 60


class Member(NamedTuple):
    """An instrument in its place: below the one that it supplements, amends, follows …

    `relation` is the row that puts it there (None at the top), `others` its rows to other members,
    `act` the one with which it began.
    """

    key: str
    relation: dict | None
    others: list[dict]
    act: dict | None
    below: list["Member"]


class Family(NamedTuple):
    """The trees of a family (none for an instrument alone), and who else names the instrument.

    Where it `is_whole`, all its members are there; else there may be more.
    """

    trees: list[Member]
    keys: frozenset[str]
    is_whole: bool
    apart: list[dict]
    named_by: list[Reference]


def family_of(public: PublicRecord, document: dict) -> Family:
    """The family of the agreement with this document.

    `apart` are the rows of the document that lead out of the family: to instruments that it only
    names, or that the register does not have. `named_by` are the rows of others that name it so.
    """
    known = newest = {document["key"]: document}
    around: dict[str, dict] = {}
    while newest and len(known) < MOST_MEMBERS:
        near = _near(public, newest, known, around)
        around |= near
        joined = _joined(newest, near)
        newest = dict(sorted(joined.items())[: MOST_MEMBERS - len(known)])
        known = known | newest
    trees = _trees(known) if len(known) > 1 else []
    named_by = [
        Reference(key, row)
        for key in sorted(around)
        for row in around[key]["relations"]
        if row["target"] == document["key"] and row["type"] in NO_KIN
    ]
    apart = [
        row for row in document["relations"] if row["type"] in NO_KIN or row["target"] not in known
    ]
    return Family(trees, frozenset(known), not newest, apart, named_by)


def _kin(document: dict) -> list[dict]:
    """The rows that join an instrument to another of the register."""
    return [row for row in document["relations"] if row["target"] and row["type"] not in NO_KIN]


def _earlier(documents: Mapping[str, dict]) -> set[str]:
    """The instruments that these bear on."""
    return {row["target"] for one in documents.values() for row in _kin(one)}


def _near(public: PublicRecord, newest: Mapping, known: Mapping, read: Mapping) -> dict[str, dict]:
    """The instruments, not known yet, that these name or that name these; `read` are at hand."""
    referring = public.referring(newest, "agreement", "relations.target")
    later = {key for found in referring.values() for _kind, key, _field in found}
    wanted = (later | _earlier(newest)) - known.keys()
    missing = wanted - read.keys()
    found = {**read, **(public.documents("agreement", missing) if missing else {})}
    return {key: found[key] for key in wanted if key in found}


def _joined(newest: Mapping, near: Mapping) -> dict[str, dict]:
    """Of those near, the ones that are kin: named by one of the newest, or naming one."""
    earlier = _earlier(newest)
    return {
        key: one
        for key, one in near.items()
        if key in earlier or any(row["target"] in newest for row in _kin(one))
    }


def _trees(known: Mapping[str, dict]) -> list[Member]:
    """The members in the order of time, each below the first member that it bears on."""
    acts = {key: beginning_of(one) for key, one in known.items()}
    order = sorted(known, key=lambda key: (_began(acts[key]), key))
    parents = _parents(known, order)

    def placed(key: str) -> Member:
        rows = [row for row in _kin(known[key]) if row["target"] in known]
        relation = next((row for row in rows if row["target"] == parents.get(key)), None)
        others = [row for row in rows if row is not relation]
        below = [placed(one) for one in order if parents.get(one) == key]
        return Member(key, relation, others, acts[key], below)

    return [placed(key) for key in order if key not in parents]


def _began(act: dict | None) -> date:
    return PartialDate(act["done_on"]).earliest if act else date.max


def _parents(known: Mapping[str, dict], order: Iterable[str]) -> dict[str, str]:
    """What each member stands below; none stands below itself, whatever the rows say."""
    parents: dict[str, str] = {}
    for key in order:
        for row in _kin(known[key]):
            if row["target"] in known and key not in _line(parents, row["target"]):
                parents[key] = row["target"]
                break
    return parents


def _line(parents: Mapping[str, str], key: str) -> list[str]:
    """A member and all those above it."""
    line = [key]
    while line[-1] in parents:
        line.append(parents[line[-1]])
    return line
