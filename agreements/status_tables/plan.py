"""What a table says beside what the record says: new, the same, contradicting, left to somebody.

Pure: a table, the names that are known and the agreement's document in, plain values out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from agreements.law.evidence import BYSTANDERS

from .matching import Match, Names
from .values import Table, TableAct, TableRow, Unread

# Ways of one thing, consent to be bound: where a head leaves open which it was, the day decides.
CONSENTS = frozenset(
    {
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "formal_confirmation",
        "simplified_procedure",
        "consent_to_be_bound",
    }
)


class Verdict(StrEnum):
    """How an act of a table stands to the record."""

    # Nothing of the sort is recorded.
    NEW = "new"
    # The record has it already.
    SAME = "same"
    # The record gives another day for it.
    DIFFERS = "differs"
    # In brackets: it no longer holds, and a footnote that is not in the table says why.
    WITHDRAWN = "withdrawn"
    # Nobody knows whose act it is.
    NOT_MATCHED = "not_matched"


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One act of a table, the verdict, and the recorded act that it is compared with, if any.

    `number` counts the acts of the plan from one. `against` is the ref of recorded evidence that
    none was shown, which the act contradicts.
    """

    number: int
    act: TableAct
    verdict: Verdict
    recorded: Mapping | None = None
    against: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One participant of a table: who is meant, its row in the record if it has one, its acts.

    `missing` are acts that the record shows of it and the table does not.
    """

    row: TableRow
    match: Match
    participant: str | None
    acts: tuple[PlannedAct, ...]
    missing: tuple[Mapping, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a table would change, and all of it that was not read.

    `absent` are the participants of the record whose acts the table does not have at all.
    """

    rows: tuple[PlannedRow, ...] = ()
    unread: tuple[Unread, ...] = ()
    absent: tuple[Mapping, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def acts(self, *verdicts: Verdict) -> list[tuple[PlannedRow, PlannedAct]]:
        """The acts with one of these verdicts, each with its row."""
        return [(row, act) for row in self.rows for act in row.acts if act.verdict in verdicts]


def plan_of(
    table: Table, document: Mapping, names: Names, chosen: Mapping[int, str] | None = None
) -> Plan:
    """What a table would add to an agreement's document.

    `chosen` gives, by the number of a row, the key that a curator chose for its name.
    """
    rows, counted = [], 0
    for row in table.rows:
        match = _match(row, names, (chosen or {}).get(row.number))
        planned = _planned(row, match, document, counted)
        counted += len(planned.acts)
        rows.append(planned)
    met = {row.participant for row in rows}
    absent = tuple(
        row for row in document["participants"]
        if row["ref"] not in met and any(_counts(act) for act in _shown(document, row["ref"]))
    )  # fmt: skip
    found = [act.verdict for row in rows for act in row.acts]
    counts = {str(verdict): found.count(verdict) for verdict in Verdict}
    return Plan(tuple(rows), table.unread, absent, counts)


def _match(row: TableRow, names: Names, chosen: str | None) -> Match:
    if chosen:
        return Match(chosen, names.match(row.name).territory)
    return names.match(row.name, sorted({act.done_on[:4] for act in row.acts}))


def _planned(row: TableRow, match: Match, document: Mapping, counted: int) -> PlannedRow:
    """A row beside the record; so many acts were counted before it."""
    ref = _participant(match, document)
    shown = _shown(document, ref) if ref else []
    used, acts = set(), []
    for number, act in enumerate(row.acts, counted + 1):
        if match.key is None:
            acts.append(PlannedAct(number, act, Verdict.NOT_MATCHED))
            continue
        recorded = _recorded(act, [each for each in shown if each["ref"] not in used])
        if recorded:
            used.add(recorded["ref"])
        verdict = _verdict(act, recorded)
        acts.append(PlannedAct(number, act, verdict, recorded, _against(act, document, ref)))
    missing = tuple(each for each in shown if each["ref"] not in used and _counts(each))
    return PlannedRow(row, match, ref, tuple(acts), missing if match.key else ())


def _participant(match: Match, document: Mapping) -> str | None:
    """The ref of the participant that is meant, None if the record has none yet."""
    for row in document["participants"]:
        territory = next(iter(row["territory"].values()), "")
        if row["actor"] == match.key and row["role"] not in BYSTANDERS:
            if territory.casefold() == match.territory.casefold():
                return row["ref"]
    return None


def _shown(document: Mapping, ref: str) -> list[Mapping]:
    return [a for a in document["acts"] if a["participant"] == ref and a["evidence"] == "shown"]


def _counts(act: Mapping) -> bool:
    """Whether a participant table of a depositary would have the act."""
    return act["type"] in CONSENTS | {"signature", "definitive_signature", "succession"}


def _recorded(act: TableAct, shown: list[Mapping]) -> Mapping | None:
    """The recorded act that is the same, or says another day of the same.

    That of the same day comes first; another day is meant only if there is one alone of its sort.
    """
    alike = [each for each in shown if _is_alike(act.type, each["type"])]
    same = [each for each in alike if each["done_on"] == act.done_on]
    if same:
        return same[0]
    sort = [each for each in alike if each["type"] == act.type] or alike
    return sort[0] if len(sort) == 1 else None


def _is_alike(one: str, other: str) -> bool:
    """Whether two types of act can be one act: equal, or one leaves open which consent it was."""
    return one == other or ("consent_to_be_bound" in (one, other) and {one, other} <= CONSENTS)


def _verdict(act: TableAct, recorded: Mapping | None) -> Verdict:
    if act.withdrawn:
        return Verdict.WITHDRAWN
    if recorded is None:
        return Verdict.NEW
    return Verdict.SAME if recorded["done_on"] == act.done_on else Verdict.DIFFERS


def _against(act: TableAct, document: Mapping, ref: str | None) -> str:
    """The recorded evidence that no such act was shown, as at a day after it was done."""
    for row in document["acts"]:
        looked = row["type"] == "any_act" or _is_alike(act.type, row["type"])
        if row["participant"] == ref and row["evidence"] == "none_shown" and looked:
            if row["as_at"] and row["as_at"] >= act.done_on:
                return row["ref"]
    return ""
