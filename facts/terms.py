"""What an agreement provides and how many belong to it: clauses, commitments, tallies."""

import re

from .words.acts import DURATIONS
from .words.editing import edited

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_COUNTS = {"signatories": "signatories", "parties": "parties"}
_VOTES = {
    "for": "votes_for",
    "against": "votes_against",
    "abstain": "abstentions",
    "not_voting": "not_voting",
}
_MEMBERS = {
    "member_states": ("members", "States"),
    "observer_states": ("observers", "States"),
    "observer_organisations": ("observers", "organizations"),
}


def write_duration(reading, sheet, evidence):
    """The clauses on duration, renewal and notice that the words of `duration` hold."""
    words = reading.take("duration")
    for clause in reading.meaning("duration", words, DURATIONS) if words else ():
        path = sheet.row("clauses", text={"en": edited(words)}, **clause)
        evidence.cite_mentions(sheet, path, words)


def write_counts(reading, sheet, participants, evidence, confidence):
    """The tallies: parties and signatories, votes, members, articles; `confidence` the record's."""
    counts, vote = reading.part("participation_counts"), reading.part("vote")
    if counts is not None:
        as_at = counts.take("as_at")
        day, text = (as_at, {}) if _DAY.fullmatch(as_at) else (None, {"en": as_at})
        _tallies(counts, _COUNTS, sheet, evidence, confidence, as_at=day, text=text)
    if vote is not None:
        _tallies(vote, _VOTES, sheet, evidence, confidence)
    _members(reading.part("membership"), sheet, participants, evidence, confidence)
    articles = reading.take("articles")
    if articles:
        sheet.row("tallies", of="articles", value=articles)


def _tallies(part, names, sheet, evidence, confidence, **fields):
    sources = part.take("source")
    for field, of in names.items():
        value = part.take(field)
        if value is not None:
            path = sheet.row("tallies", of=of, value=value, **fields)
            evidence.cite(sheet, path, sources, confidence)


def _members(part, sheet, participants, evidence, confidence):
    if part is None:
        return
    sources = part.take("source")
    for field, (of, who) in _MEMBERS.items():
        path = sheet.row("tallies", of=of, value=part.take(field), text={"en": who})
        evidence.cite(sheet, path, sources, confidence)
    for key in part.take("member_organisations"):
        fields = {"participant": participants.ref(key), "words": "member"}
        path = sheet.row("acts", type="membership", **fields)
        evidence.cite(sheet, path, sources, confidence)


def write_limits(reading, sheet):
    """What the agreement promises in figures."""
    limit = reading.take("stay_limit")
    if limit:
        sheet.row("commitments", text={"en": limit})
