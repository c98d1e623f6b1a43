"""Relations between instruments: stated from either end in the facts, written once.

A relation lives on the document of the instrument that does it. One that a law does lives there,
as what the law implements.
"""

from dataclasses import dataclass, field

from .words.acts import FROM_ENTRY_INTO_FORCE, RELATIONS


class LostRelation(ValueError):
    """A relation to a law that the law itself does not state, or to no record at all."""


@dataclass
class Relations:
    """The relations as they are gathered from all instruments."""

    _stated: list = field(default_factory=list)
    _dates: dict = field(default_factory=dict)
    number_stated: int = 0

    def gather(self, reading, sheet):
        """Take the relations that one instrument states."""
        self._dates[sheet.key] = min(
            (act["done_on"] for act in sheet["acts"] if act["done_on"]), default=""
        )
        for part in reading.parts("relations"):
            self.number_stated += 1
            self._state(part, sheet)

    def _state(self, part, sheet):
        word = part.take("type")
        type, who, certainty, text = part.meaning("type", word, RELATIONS)
        target, target_text = part.take("target"), part.take("target_text")
        if target:
            self._stated.append((sheet.key, target, who, type, certainty, text))
        elif who == "other":
            # The other instrument has no document to carry the relation.
            sheet.remark("history", f"{_read_aloud(word)} {target_text}", "relations")
        else:
            sheet.row("relations", type=type, certainty=certainty, text={"en": target_text})

    def write(self, sheets):
        """Write every relation once, on the document of the one that does it."""
        by_key = {sheet.key: sheet for sheet in sheets}
        written = {}
        for key, target, who, type, certainty, text in self._stated:
            doer, other = self._in_order(key, target, who)
            written.setdefault((doer, type, other), (certainty, text))
        for (doer, type, other), (certainty, text) in written.items():
            _require(by_key, doer, other)
            if by_key[doer].kind == "law":
                _require_implemented(by_key[doer], other)
                continue
            text = FROM_ENTRY_INTO_FORCE.get(text, text)
            texts = {"en": text} if text else {}
            fields = {"type": type, "target": other, "certainty": certainty, "text": texts}
            by_key[doer].row("relations", **fields)

    def _in_order(self, key, target, who):
        if who == "later":
            who = "other" if self._dates[target] > self._dates[key] else "self"
        return (target, key) if who == "other" else (key, target)


def _read_aloud(word):
    return word.replace("_", " ").capitalize() + ":"


def _require(by_key, *keys):
    for key in keys:
        if key not in by_key:
            raise LostRelation(f"There is no record {key!r} to relate to.")


def _require_implemented(law, agreement):
    if agreement not in [row["agreement"] for row in law["implements"]]:
        raise LostRelation(f"{law.key} does not say that it implements {agreement}.")
