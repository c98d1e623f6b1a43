"""The flat copies of the facts: they must say the same as the sheets, or one of them is wrong."""

import csv

import yaml


class CopiesDiffer(ValueError):
    """A row of a flat copy that the sheet does not state, or the other way round."""


def require_same_acts(directory):
    """party_actions.csv has exactly the acts of instruments.yaml. Raises CopiesDiffer."""
    instruments = _load(directory, "instruments.yaml")
    stated = [
        (
            each["slug"],
            each["level"],
            *_cells(act, "party", "action", "action_text", "date", "as_at", "untc_notation"),
            ";".join(act["source"]),
            *_cells(act, "confidence", "note"),
        )
        for each in instruments
        for act in each["party_actions"]
    ]
    _require_same(directory / "party_actions.csv", stated)


def require_same_memberships(directory):
    """memberships.csv has exactly the memberships of organizations.yaml. Raises CopiesDiffer."""
    organizations = _load(directory, "organizations.yaml")
    stated = [
        (
            each["slug"],
            *_cells(membership, "party", "status", "date", "date_confidence"),
            ";".join(membership["source"]),
            *_cells(membership, "confidence", "note"),
        )
        for each in organizations
        for membership in each["memberships"]
    ]
    _require_same(directory / "memberships.csv", stated)


def _load(directory, file):
    return yaml.safe_load((directory / file).read_text(encoding="utf-8"))


def _cells(values, *fields):
    return [values.get(field) or "" for field in fields]


def _require_same(path, stated):
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    difference = set(map(tuple, rows)) ^ set(stated)
    if difference:
        raise CopiesDiffer(f"{path.name}: {sorted(difference)[0]}")
