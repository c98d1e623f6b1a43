"""What the data rules take and give: an agreement with its reading, and findings about it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from agreements.law.evidence import BYSTANDERS
from agreements.law.values import CONSENTS, SIGNATURES
from register.partial_dates import PartialDate

# Acts on which the law rests; what else is done is told and decides nothing.
DECISIVE = SIGNATURES | CONSENTS | {"entry_into_force", "denunciation", "termination"}
# Who is named beside an agreement, or presides, and need not act in it.
APART = BYSTANDERS | {"host", "co_chair"}


class Severity(StrEnum):
    """What a finding means for a reader."""

    # Two things on record cannot both be right.
    CONTRADICTION = "contradiction"
    # Something that such a record should say is not there.
    GAP = "gap"
    # What is there was right once and has not been looked at for long.
    STALE = "stale"


class Found(NamedTuple):
    """One breach: where in the document, what is put into the sentence, and since when it is one.

    `since` is the day from which it counts, None for always: what grows old is found in advance.
    """

    path: str
    params: Mapping[str, str] = {}
    since: date | None = None


PLACE = re.compile(r"\{\w+\}")


def without_particulars(sentence: str) -> str:
    """A rule's sentence, in whatever language, as it stands for all that the rule finds."""
    return PLACE.sub("…", sentence).replace("….", "…")


@dataclass(frozen=True, slots=True)
class DataRule:
    """A named question to a published agreement.

    `sentence` tells a finding in words, with named places; `check(case)` yields what it finds.
    """

    name: str
    severity: Severity
    sentence: str
    check: Callable[["Case"], Iterable[Found]]


class Span(NamedTuple):
    """The first and the last day that a partial date can mean."""

    earliest: date
    latest: date

    def is_before(self, other: "Span") -> bool:
        """Whether it lies before the other, whatever exactly the two mean."""
        return self.latest < other.earliest


@lru_cache(maxsize=4096)
def span(text: str | None) -> Span | None:
    """The days that a written partial date can mean, None for none."""
    if not text:
        return None
    known = PartialDate.parse(text)
    return Span(known.earliest, known.latest)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; the last day there is where there is none."""
    if day.year + years > date.max.year:
        return date.max
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


class Case:
    """A published agreement's document with its stored reading, laid out for the rules.

    `languages` are those of the register, by their ISO 639 codes.
    """

    def __init__(self, document: Mapping, reading: Mapping, languages: Sequence[str]) -> None:
        self.document, self.reading, self.languages = document, reading, languages

    @property
    def is_bilateral(self) -> bool:
        """Whether the agreement has two sides."""
        return self.document["scope"] == "bilateral"

    @property
    def binds(self) -> bool:
        """Whether nobody doubts that the text binds."""
        return self.document["binding"] == "binding"

    @cached_property
    def shown(self) -> list[Mapping]:
        """The acts that a source shows."""
        return [act for act in self.document["acts"] if act["evidence"] == "shown"]

    def acts(self, *types: str, of: str | None = None) -> list[Mapping]:
        """The shown acts of these types; with `of`, those of one participant."""
        return [
            act
            for act in self.shown
            if act["type"] in types and (of is None or act["participant"] == of)
        ]

    @cached_property
    def makers(self) -> list[Mapping]:
        """The participants that make the agreement."""
        return [row for row in self.document["participants"] if row["role"] not in APART]

    def clauses(self, type: str) -> list[Mapping]:
        """The clauses of a type."""
        return [row for row in self.document["clauses"] if row["type"] == type]

    @cached_property
    def cited(self) -> dict[str, list[Mapping]]:
        """The citations by the row that they are about: `acts/act-001`, `titles/title-002`, ""."""
        found: dict[str, list[Mapping]] = {}
        for citation in self.document["citations"]:
            row = "/".join(citation["path"].split("/")[:2])
            found.setdefault(row, []).append(citation)
        return found

    def citations_of(self, act: Mapping) -> list[Mapping]:
        """The citations about an act or one of its fields."""
        return self.cited.get(f"acts/{act['ref']}", [])

    def periods(self, *statuses: str) -> Iterator[Mapping]:
        """The periods of the agreement that have one of these statuses."""
        return (each for each in self.reading["agreement"] if each["status"] in statuses)

    @cached_property
    def was_ever_in_force(self) -> bool:
        """Whether it is known to have been in force on some day."""
        return any(self.periods("in_force", "partly_suspended", "suspended", "denounced"))


def at(act: Mapping, field: str = "") -> str:
    """The path of an act, or of a field of it."""
    return f"acts/{act['ref']}/{field}" if field else f"acts/{act['ref']}"
