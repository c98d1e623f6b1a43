"""What the index holds of a record: the shape of its documents, and how they are made.

An agreement has one document for each period in which its status stays the same, so that every
day is asked in the same way; any other record has one, for all days.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import tantivy

from agreements.models import PublishedAgreement, PublishedStanding
from agreements.models.published import languages_of_text, title_to_sort_by
from agreements.models.standing import FIRST_DAY, LAST_DAY
from register.partial_dates import PartialDate

from .turns import turns_of
from .words import Passage, called, folded, told

# The kinds that are searched: those whose pages somebody would look for by words.
KINDS = ("agreement", "state", "organization", "project", "law", "subject", "source")
# Whom an agreement can bind.
ACTORS = ("state", "organization")
# Where words are looked for, and how much a word counts there.
FIELDS = {"title": 4.0, "names": 2.0, "text": 1.0}
# What results are narrowed by and counted by: columns of whole words.
FACETS = (
    "kind", "status", "binding", "form", "scope", "reach", "level", "disclosure", "subject",
    "participant", "organization", "gcm_objective", "decade", "language",
)  # fmt: skip
# What results are sorted by: days as numbers, what is not known as the number before all.
DAYS = ("newest_act", "made_on", "force_on")
UNKNOWN_DAY = 0
# Among results that fit equally well, the newer go first by a little.
DAYS_OF_A_DECADE, RECENCY_OF_OTHERS = 3652, 195
COLUMNS = ("form", "scope", "reach", "level", "binding", "disclosure")
ORGANIZATION_FIELDS = {"participants.actor", "bodies.organization", "depositary", "secretariat"}


class Surroundings(NamedTuple):
    """What other rows say of a record.

    `names` are passages with what those are called that it names, `references` its references as
    (field, key, kind of what is there), `subjects` its subjects with all above them, `periods`
    the course of its status as (status, first day, first day after). `bonds` are the periods in
    which an agreement binds a state or organization, as (its number, first day, first day after),
    those of one apart from each other. A state or organization has its `number`, any other 0.
    """

    names: Sequence[Passage]
    references: Sequence[tuple[str, str, str]]
    subjects: Collection[str]
    periods: Sequence[tuple[str, date, date]]
    bonds: Sequence[tuple[int, date, date]] = ()
    number: int = 0


def schema() -> tantivy.Schema:
    """The schema of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(
        "key", stored=True, fast=True, tokenizer_name="raw", index_option="basic"
    )
    builder.add_text_field("head", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("applied", stored=True, fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace")
        builder.add_text_field(f"{name}_stem", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("spelt", tokenizer_name="whitespace", index_option="basic")
    for name in FACETS:
        stored = name == "kind"
        builder.add_text_field(
            name, stored=stored, fast=True, tokenizer_name="raw", index_option="basic"
        )
    builder.add_text_field("sort_title", fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("from_day", "until_day", "kind_number", "number", "turns", *DAYS):
        builder.add_integer_field(name, fast=True)
    builder.add_unsigned_field("recency", fast=True)
    return builder.build()


def laid_out(document: Mapping, around: Surroundings) -> Iterator[dict]:
    """The index documents of one record as plain values, one for each period of its status."""
    values = _words(document, around) | _facets(document, around) | _order(document, around)
    found = {name: value for name, value in values.items() if value not in ("", [])}
    for status, start, end in around.periods or [("", FIRST_DAY, LAST_DAY)]:
        period = {"from_day": start.toordinal(), "until_day": end.toordinal()}
        turns = [each for bond in around.bonds for each in turns_of(bond, start, end)]
        yield {**found, **period, "turns": turns, **({"status": status} if status else {})}


def _words(document: Mapping, around: Surroundings) -> dict:
    parts = {
        "title": folded(called(document)),
        "names": folded([*around.names, *_years(document)]),
        "text": folded(told(document)),
    }
    values = {name: part.exact for name, part in parts.items()}
    values |= {f"{name}_stem": part.stems for name, part in parts.items()}
    return values | {"spelt": " ".join(part.spelt for part in parts.values())}


def _years(document: Mapping) -> Iterator[Passage]:
    """The years in which something was done: people look for the convention of 1951."""
    days = (act["done_on"] for act in document.get("acts", ()) if act["participant"] is None)
    made = _made_on(document) if document["kind"] == "agreement" else None
    for year in {(day or "")[:4] for day in days} | {str(made.year) if made else ""}:
        yield Passage("", year)


def _facets(document: Mapping, around: Surroundings) -> dict:
    kind = document["kind"]
    values = {"key": document["key"], "kind": kind, "kind_number": KINDS.index(kind)}
    values |= {"subject": sorted(around.subjects), "number": around.number}
    if kind != "agreement":
        return values
    made = _made_on(document)
    return values | {
        **{name: document[name] for name in COLUMNS},
        "participant": _targets(around, {"participants.actor"}, ("state", "organization")),
        "organization": _targets(around, ORGANIZATION_FIELDS, ("organization",)),
        "gcm_objective": list(document["gcm_objectives"]),
        "decade": str(made.year // 10 * 10) if made else "",
        "language": languages_of_text(document),
    }


def _targets(around: Surroundings, fields: set[str], kinds: tuple[str, ...]) -> list[str]:
    found = around.references
    return sorted({key for field, key, kind in found if field in fields and kind in kinds})


def _order(document: Mapping, around: Surroundings) -> dict:
    """What results stand in order by; a record without days stands last in each."""
    days = dict.fromkeys(DAYS)
    if document["kind"] == "agreement":
        days = {
            "newest_act": _newest_act(document),
            "made_on": _made_on(document),
            "force_on": _force_on(around.periods),
        }
    numbers = {name: day.toordinal() if day else UNKNOWN_DAY for name, day in days.items()}
    recency = max(numbers.values()) // DAYS_OF_A_DECADE or RECENCY_OF_OTHERS
    return {"sort_title": _sort_title(document), "recency": recency, **numbers}


def _sort_title(document: Mapping) -> str:
    if "titles" in document:
        return title_to_sort_by(document)
    names = document.get("names") or document.get("title") or {}
    return (names.get("en") or document["key"]).casefold()


def _made_on(document: Mapping) -> date | None:
    return PublishedAgreement.columns_of(document)["made_on"]


def _newest_act(document: Mapping) -> date | None:
    shown = (
        act["done_on"] for act in document["acts"] if act["evidence"] == "shown" and act["done_on"]
    )
    return max((PartialDate.parse(text).earliest for text in shown), default=None)


def _force_on(periods: Iterable[tuple[str, date, date]]) -> date | None:
    days = (start for status, start, _end in periods if status in PublishedStanding.HAVE_FORCE)
    return min(days, default=None)
