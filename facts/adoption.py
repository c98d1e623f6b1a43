"""How an instrument came about: its adoption or signature, and its entry into force."""

from dataclasses import dataclass

from .words.acts import CONDITIONS, DAYS_WITHOUT_ENTRY_INTO_FORCE
from .words.agreements import PLACES, PLACES_BY_PARTY
from .words.editing import edited

_ONLY_THE_ARTICLE = ["ART"]
_NOT_FOUND = "The day and place of adoption or signature were not found."
_NOT_IN_FORCE = "Entry into force: no day was found"


@dataclass(frozen=True)
class Adopted:
    """`adopted` of an instrument: when and where, and whether that was its signature.

    A binding agreement of two or three is made by signature: day and place then belong to the
    signatures, and there is no act of adoption beside them.
    """

    date: str | None
    words: str
    places: dict
    place_note: str
    sources: list
    confidence: str
    source_note: str
    is_signature: bool

    def place_of(self, action):
        """Where a party acted, as texts: {} unless this action is the signature meant here."""
        if not self.is_signature or action.action != "signature":
            return {}
        if action.party in self.places:
            return {"en": self.places[action.party]}
        return self.place if action.date == self.date else {}

    @property
    def place(self):
        """The one place of adoption or signature, as texts; {} for none or several."""
        place = self.places.get("")
        return {"en": place} if place else {}


def read_adopted(reading, sheet, actions):
    """What the facts say of adoption, seen together with the signatures."""
    part = reading.part("adopted")
    date, words = part.take("date"), part.take("place", "") or ""
    days_of_signature = {each.date for each in actions if each.action == "signature"}
    of_few = sheet["scope"] != "multilateral" and sheet["binding"] == "binding"
    return Adopted(
        date=date,
        words=words,
        places=_places(part, words),
        place_note=reading.take("place_note", ""),
        sources=part.take("source"),
        confidence=part.take("confidence"),
        source_note=part.take("source_note", ""),
        is_signature=of_few and date in days_of_signature,
    )


def _places(part, words):
    if words in PLACES_BY_PARTY:
        return PLACES_BY_PARTY[words]
    return {"": part.meaning("place", words, PLACES)} if words else {}


def write_adoption(adopted, sheet, evidence):
    """The act of adoption; a remark where no day was found; nothing where it was a signature."""
    sources, confidence = adopted.sources, adopted.confidence
    if adopted.date is None:
        evidence.remark(sheet, "uncertainty", _NOT_FOUND, "acts", sources, confidence)
    elif not adopted.is_signature:
        more = adopted.words if adopted.words != adopted.place.get("en", "") else ""
        path = sheet.row(
            "acts",
            type="adoption",
            evidence="claimed" if sources == _ONLY_THE_ARTICLE else "shown",
            done_on=adopted.date,
            place=adopted.place,
            text={"en": edited(more)} if more else {},
        )
        evidence.cite(sheet, path, sources, confidence, note=edited(adopted.source_note))
        evidence.cite_mentions(sheet, path, more)


def write_signature(adopted, paths, sheet, evidence):
    """For an agreement made by signature: cite its day, and say what is not sure of its place."""
    signatures = [(action, path) for action, path in paths if action.action == "signature"]
    if adopted.is_signature:
        for action, path in signatures:
            if action.date == adopted.date and not _same_word(adopted, action):
                sources, confidence = adopted.sources, adopted.confidence
                evidence.cite(sheet, f"{path}/done_on", sources, confidence)
    if adopted.place_note:
        path = signatures[0][1]
        evidence.remark(sheet, "uncertainty", adopted.place_note, f"{path}/place")


def _same_word(adopted, action):
    """Whether the signature itself is already cited to these sources, as surely."""
    said = set(adopted.sources) <= set(action.sources)
    return said and adopted.confidence == action.confidence


def write_entry_into_force(part, sheet, evidence, confidence):
    """Entry into force: the act, the clause in which its condition stands, or that no day is known.

    `confidence` is the record's own, for a fact that has sources and none of its own.
    """
    date, condition, note = part.take("date"), part.take("condition"), part.take("note")
    sources, own_confidence = part.take("source"), part.take("confidence")
    source_note = edited(part.take("source_note", ""))
    said = (sources, own_confidence or (confidence if sources else None))
    if condition:
        _clause(part, sheet, evidence, (condition, date), said)
    if date is None:
        if note or own_confidence:
            words = f"{_NOT_IN_FORCE}; {note}" if note else f"{_NOT_IN_FORCE}."
            evidence.remark(sheet, "uncertainty", words, "acts", *said)
    elif condition not in DAYS_WITHOUT_ENTRY_INTO_FORCE:
        path = sheet.row(
            "acts",
            type="entry_into_force",
            done_on=date,
            text={"en": condition} if condition else {},
        )
        evidence.cite(sheet, path, *said, note=source_note)
        evidence.remark(sheet, "uncertainty", note, f"{path}/done_on", *said)


def _clause(part, sheet, evidence, condition_and_date, said):
    condition, date = condition_and_date
    fields = part.meaning("condition", condition, CONDITIONS)
    day = date if condition in DAYS_WITHOUT_ENTRY_INTO_FORCE else None
    path = sheet.row("clauses", day=day, text={"en": condition}, **fields)
    if said[1]:
        evidence.cite(sheet, path, *said)
