"""Small charts of projects: people and money as bars, each in its row of the table of the figures.

Pure: documents in, lengths out. A bar is solid for what came about and hollow for what was meant,
so that no colour is needed to tell them apart. Figures overlap, as people are counted for several
services; so none are added up.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from projects.models import Beneficiaries, Budget

# The longest bar, in units of the picture.
LENGTH = 200
MEANT = frozenset({Beneficiaries.Measure.PLANNED, Budget.Type.TOTAL, Budget.Type.COMMITMENT})


class Bar(NamedTuple):
    """How long a figure's bar is, in units of the picture, and whether it was only meant."""

    length: float
    is_meant: bool


class Figure(NamedTuple):
    """A figure of a project: the project's document, the row, and its bar where there is one."""

    project: dict
    row: dict
    bar: Bar | None


class Chart(NamedTuple):
    """Figures of one sort, and whether any of them has a bar."""

    figures: list[Figure]
    has_bars: bool


class Size(NamedTuple):
    """How much a row says, what of, and whether that was planned, spent, reached …"""

    size: Decimal | None
    unit: str
    sort: str


def people_in(projects: Iterable[dict]) -> Chart:
    """Every figure on people that these projects give, with bars on one scale."""
    return _chart(projects, "beneficiaries", _people)


def money_in(projects: Iterable[dict]) -> Chart:
    """Every line of money that these projects give, with bars on one scale for each currency.

    Nothing is converted: rates differ by day, and no source gives them.
    """
    return _chart(projects, "budget", _money)


def _people(row: dict) -> Size:
    count = row["count"]
    return Size(None if count is None else Decimal(count), "people", row["measure"])


def _money(row: dict) -> Size:
    return Size(Decimal(row["amount"]), row["currency"], row["type"])


def _chart(projects: Iterable[dict], rows: str, size_of: Callable[[dict], Size]) -> Chart:
    """The rows with their bars; a figure alone in its unit has nothing to be compared with."""
    found = [(each, row, size_of(row)) for each in projects for row in each[rows]]
    sizes: dict[str, list[Decimal]] = {}
    for _project, _row, (size, unit, _sort) in found:
        if size is not None:
            sizes.setdefault(unit, []).append(size)
    longest = {unit: max(each) for unit, each in sizes.items() if len(each) > 1}
    figures = [Figure(each, row, _bar(size, longest)) for each, row, size in found]
    return Chart(figures, any(figure.bar for figure in figures))


def _bar(size: Size, longest: dict[str, Decimal]) -> Bar | None:
    most = longest.get(size.unit)
    if size.size is None or not most:
        return None
    return Bar(round(float(LENGTH * size.size / most), 1), size.sort in MEANT)
