"""The agreement's document after a table was taken over, with a citation for every act of it.

Pure. Nothing that is recorded is overwritten unless a curator took the table's day for it.
"""

from collections.abc import Collection, Mapping
from copy import deepcopy
from typing import NamedTuple

from .plan import Plan, PlannedAct, PlannedRow, Verdict


class Cited(NamedTuple):
    """The source that the table is: its key, how sure, and as at which day (ISO 8601, or None)."""

    source: str
    confidence: str
    as_at: str | None


class _Numbers:
    """The next ref of each prefix; `last_refs` holds those already given, for ever."""

    def __init__(self, last_refs: Mapping[str, int], document: Mapping) -> None:
        self.last = dict(last_refs)
        for rows in document.values():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, dict) and "ref" in row:
                    prefix, _dash, number = row["ref"].rpartition("-")
                    self.last[prefix] = max(self.last.get(prefix, 0), int(number))

    def next(self, prefix: str) -> str:
        """A ref that was never given before."""
        self.last[prefix] = self.last.get(prefix, 0) + 1
        return f"{prefix}-{self.last[prefix]:03d}"


def applied(
    plan: Plan,
    document: Mapping,
    cited: Cited,
    last_refs: Mapping[str, int],
    taken: Collection[int] = (),
    parties: int | None = None,
) -> dict:
    """The document with the plan carried out; the same document if there is nothing to carry out.

    `taken` are the numbers of those acts whose day in the table replaces the recorded one. New
    acts and participants are added; each act that the table shows gets a citation, unless it has
    it. `parties` is how many parties the depositary counted as at the day of the table.
    """
    document = deepcopy(dict(document))
    numbers = _Numbers(last_refs, document)
    for row in plan.rows:
        if row.match.key and any(act.verdict != Verdict.WITHDRAWN for act in row.acts):
            _add_row(document, row, cited, numbers, taken)
    if parties is not None:
        _add_tally(document, parties, cited, numbers)
    return document


def _add_tally(document: dict, parties: int, cited: Cited, numbers: _Numbers) -> None:
    """How many parties there were as at the day of the table, unless that is recorded."""
    tally = {"of": "parties", "value": parties, "as_at": cited.as_at, "text": {}}
    if any({**row, "ref": None} == {**tally, "ref": None} for row in document["tallies"]):
        return
    ref = numbers.next("tally")
    document["tallies"].append({"ref": ref, **tally})
    _cite(document, numbers, cited, f"tallies/{ref}", "", "")


def _add_row(
    document: dict, row: PlannedRow, cited: Cited, numbers: _Numbers, taken: Collection[int]
) -> None:
    ref = row.participant
    if ref is None:
        ref = numbers.next("participant")
        document["participants"].append(_participant(ref, row))
    for planned in row.acts:
        if planned.verdict == Verdict.NEW:
            act = numbers.next("act")
            document["acts"].append(_act(act, ref, planned))
            _cite(document, numbers, cited, f"acts/{act}", row.row.printed, "")
        elif planned.verdict == Verdict.SAME:
            _cite(document, numbers, cited, f"acts/{planned.recorded['ref']}", row.row.printed, "")
        elif planned.verdict == Verdict.DIFFERS:
            _settle(document, planned, numbers, cited, row, taken)


def _settle(
    document: dict,
    planned: PlannedAct,
    numbers: _Numbers,
    cited: Cited,
    row: PlannedRow,
    taken: Collection[int],
) -> None:
    """A day that differs: cited with what the table says, and taken over if somebody chose so."""
    ref = planned.recorded["ref"]
    if planned.number in taken:
        act = next(act for act in document["acts"] if act["ref"] == ref)
        act["done_on"] = planned.act.done_on
    says = "" if planned.number in taken else planned.act.done_on
    _cite(document, numbers, cited, f"acts/{ref}/done_on", row.row.printed, says)


def _cite(
    document: dict, numbers: _Numbers, cited: Cited, path: str, place: str, says: str
) -> None:
    """One citation of the table for a fact, unless the same stands there already.

    `place` is the row of the table, by the name printed there.
    """
    citation = {
        "path": path,
        "source": cited.source,
        "locator": place[:200],
        "confidence": cited.confidence,
        "as_at": cited.as_at,
        "says": says,
        "note": "",
    }
    known = ({**each, "ref": None} for each in document["citations"])
    if {**citation, "ref": None} not in known:
        document["citations"].append({"ref": numbers.next("citation"), **citation})


def _participant(ref: str, row: PlannedRow) -> dict:
    territory = {"en": row.match.territory} if row.match.territory else {}
    return {
        "ref": ref,
        "actor": row.match.key,
        "text": {},
        "side": None,
        "role": "",
        "territory": territory,
        "named": False,
    }


def _act(ref: str, participant: str, planned: PlannedAct) -> dict:
    act = planned.act
    return {
        "ref": ref,
        "participant": participant,
        "type": act.type,
        "evidence": "shown",
        "done_on": act.done_on,
        "effective_on": None,
        "as_at": None,
        "place": {},
        "letter": act.letter,
        "words": act.words if act.words != act.done_on else "",
        "vote": "",
        "predecessor": None,
        "law": None,
        "law_text": {},
        "concerns": None,
        "text": {},
    }
