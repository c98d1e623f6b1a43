"""What the fact sheets lack, as tables: the states, the regions, the names of the code lists."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read_table(name):
    """The rows of `<name>.csv`, one dict of text a row, in the order of the file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def rows_by(name, column):
    """The rows of a table gathered under what stands in one column, each group in file order."""
    groups = {}
    for row in read_table(name):
        groups.setdefault(row[column], []).append(row)
    return groups


def texts(**by_language):
    """A text in several languages without the empty ones; `uz_Cyrl` stands for `uz-Cyrl`."""
    return {language.replace("_", "-"): text for language, text in by_language.items() if text}
