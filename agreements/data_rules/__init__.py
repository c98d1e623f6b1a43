"""Data rules: what looks wrong, weak or unfinished in a published agreement, and where.

A publication rule refuses; a data rule reports, to curators and to the public alike. `findings`
asks all of them. `values` holds the shapes; the other modules hold the rules, by subject.
"""

from collections.abc import Mapping, Sequence

from . import acts, force, participation, sources, texts
from .values import Case, DataRule, Severity, without_particulars

RULES: dict[str, DataRule] = {
    rule.name: rule
    for module in (acts, force, participation, sources, texts)
    for rule in module.RULES
}

__all__ = ["RULES", "DataRule", "Severity", "findings", "without_particulars"]


def findings(document: Mapping, reading: Mapping, languages: Sequence[str]) -> list[dict]:
    """What all rules find in an agreement, in a stable order, as the register stores it.

    `reading` is what `agreements.readings.reading_of` says of the document, `languages` are the
    register's (ISO 639). Each finding has the `rule`, the `path` in the document, the `params` of
    its sentence, and `from`: the day from which it counts (ISO 8601), None for always.
    """
    case = Case(document, reading, languages)
    return [
        {
            "rule": rule.name,
            "path": found.path,
            "params": dict(found.params),
            "from": found.since and found.since.isoformat(),
        }
        for rule in RULES.values()
        for found in sorted(rule.check(case), key=lambda found: found.path)
    ]
