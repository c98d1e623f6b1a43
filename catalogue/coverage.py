"""Which subjects are settled between the home state and every other, and where nobody looked."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import NamedTuple

import orjson
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import (
    PublishedAgreement,
    PublishedCheck,
    PublishedStanding,
    PublishedSubject,
)
from catalogue.questions import BadQuestion
from organizations.models import PublishedState
from register.models import PublishedReference

# What can be asked beside a subject: with whom, and agreements of which scopes.
PARTNERS = {
    "": gettext_lazy("With an agreement or a search"),
    "all": gettext_lazy("All states"),
}
AGREEMENTS = {"": gettext_lazy("Bilateral"), "all": gettext_lazy("Bilateral and multilateral")}
BILATERAL = ("bilateral",)
ACTORS, SUBJECTS = "participants.actor", "subjects"


class Check(NamedTuple):
    """The newest search for agreements with a state about a subject, and what came of it."""

    key: str
    result: str
    done_on: str | None


class Cell(NamedTuple):
    """What the register has between two about a subject.

    `in_force` counts the agreements that bind both on the day, `others` those in which both take
    part and that do not, or not yet, or not any more, or may not. Where there is neither, `check`
    tells of a search; without one nobody looked.
    """

    subject: str
    in_force: int
    others: int
    check: Check | None

    @property
    def is_blank(self) -> bool:
        """Whether there is neither an agreement nor a search."""
        return not (self.in_force or self.others or self.check)


class Row(NamedTuple):
    """One state or organization, with a cell for each column."""

    actor: str
    cells: list[Cell]

    @property
    def is_blank(self) -> bool:
        """Whether there is neither an agreement nor a search."""
        return self.unchecked == len(self.cells)

    @property
    def unchecked(self) -> int:
        """About how many of the subjects nobody looked and there is nothing."""
        return sum(cell.is_blank for cell in self.cells)


class Matrix(NamedTuple):
    """The part of the matrix that was asked for, a row for each partner by key."""

    columns: list[str]
    rows: list[Row]
    branches: list[str]


def matrix_asked(given: QueryDict, number: int, on: date) -> Matrix:
    """The home state's matrix for the `subject`, `partners` and `agreements` that are asked for.

    Raises `BadQuestion` for what none of them can be.
    """
    subject, partners, agreements = (
        given.get(name, "") for name in ("subject", "partners", "agreements")
    )
    home = settings.REGISTER_HOME_STATE
    matrix = Coverage(number, home, on, () if agreements else BILATERAL)
    _refuse_unknown("subject", subject, {"", *matrix.parents})
    _refuse_unknown("partners", partners, PARTNERS)
    _refuse_unknown("agreements", agreements, AGREEMENTS)
    columns = matrix.columns(subject)
    rows = [row for row in matrix.rows(columns) if not row.is_blank]
    if partners:
        rows = _with_all(rows, columns, number, home)
    return Matrix(columns, rows, matrix.branches())


def _refuse_unknown(name: str, value: str, known: Container[str]) -> None:
    if value not in known:
        sentence = _("“%(value)s” is not a value of this parameter.")
        raise BadQuestion(name, sentence % {"value": value})


def _with_all(rows: list[Row], columns: list[str], number: int, home: str) -> list[Row]:
    """The rows with an empty one for every state that exists and has none."""
    known = {row.actor for row in rows} | {home}
    states = PublishedState.objects.recorded(number).filter(is_former=False)
    blank = [Cell(subject, 0, 0, None) for subject in columns]
    keys = states.exclude(key__in=known).values_list("key", flat=True)
    return sorted([*rows, *(Row(key, blank) for key in keys)])


class Coverage:
    """The matrix of a home state at an entry, on a day; `scopes` are those of its agreements."""

    def __init__(self, number: int, home: str, on: date, scopes: Iterable[str] = ()) -> None:
        self.number, self.home, self.on, self.scopes = number, home, on, tuple(scopes)
        tree = PublishedSubject.objects.recorded(number).order_by("position", "key")
        self.parents = dict(tree.values_list("key", "parent"))

    def branches(self) -> list[str]:
        """The subjects at the top."""
        return [key for key, parent in self.parents.items() if not parent]

    def columns(self, branch: str = "") -> list[str]:
        """The subjects that have no parts, of one branch or of all, branch by branch."""
        below = [key for key, parent in self.parents.items() if parent == branch]
        if below or not branch:
            return [leaf for key in below for leaf in self.columns(key)]
        return [branch]

    def rows(self, columns: list[str]) -> list[Row]:
        """A row for everybody with whom there is an agreement or a search, in four queries."""
        shared, subjects = self._shared(), self._subjects()
        bound, checks = self._bound(), self._checks()
        partners = {*shared, *(actor for actor, _subject in checks)}
        return [
            self._row(
                actor,
                {key: key in bound.get(actor, ()) for key in shared.get(actor, ())},
                (subjects, checks),
                columns,
            )
            for actor in sorted(partners)
        ]

    def row(self, actor: str, agreements: Mapping[str, bool]) -> Row:
        """The row for one, of the agreements in which both take part: whether each binds both."""
        found = self._subjects(agreements), self._checks()
        return self._row(actor, agreements, found, self.columns())

    def _row(
        self, actor: str, agreements: Mapping[str, bool], found: tuple, columns: list[str]
    ) -> Row:
        subjects, checks = found
        counts = defaultdict(lambda: [0, 0])
        for key, binds_both in agreements.items():
            for subject in subjects.get(key, ()):
                counts[subject][not binds_both] += 1
        return Row(
            actor,
            [
                Cell(subject, *counts[subject], self._check(checks, actor, subject))
                for subject in columns
            ],
        )

    def _shared(self) -> dict[str, set[str]]:
        """By the other side, the agreements in which both take part."""
        found = PublishedReference.objects.recorded(self.number).filter(
            kind="agreement", field=ACTORS
        )
        own = found.filter(target=self.home).order_by().values("key")
        if self.scopes:
            rows = PublishedAgreement.objects.recorded(self.number).filter(scope__in=self.scopes)
            own = own.filter(key__in=rows.values("key"))
        shared = defaultdict(set)
        others = found.filter(key__in=own).exclude(target=self.home)
        for actor, key in others.order_by().values_list("target", "key"):
            shared[actor].add(key)
        return shared

    def _subjects(self, among: Iterable[str] | None = None) -> dict[str, set[str]]:
        """By agreement, of these or of all, its subjects with all above them."""
        found = PublishedReference.objects.recorded(self.number).filter(
            kind="agreement", field=SUBJECTS
        )
        if among is not None:
            found = found.filter(key__in=list(among))
        subjects = defaultdict(set)
        for key, subject in found.order_by().values_list("key", "target"):
            while subject and subject not in subjects[key]:
                subjects[key].add(subject)
                subject = self.parents.get(subject, "")
        return subjects

    def _bound(self) -> dict[str, set[str]]:
        """By the other side, the agreements that bind both on the day."""
        standings = PublishedStanding.objects.recorded(self.number)
        own = standings.binding(self.home, self.on).order_by().values("agreement")
        both = standings.on(self.on).filter(status__in=PublishedStanding.BIND, agreement__in=own)
        bound = defaultdict(set)
        for actor, key in both.order_by().values_list("actor", "agreement"):
            bound[actor].add(key)
        return bound

    def _check(self, checks: dict, actor: str, subject: str) -> Check | None:
        """The search about a subject, else about what it falls under."""
        while subject and (actor, subject) not in checks:
            subject = self.parents.get(subject, "")
        return checks.get((actor, subject))

    def _checks(self) -> dict[tuple[str, str], Check]:
        """The newest search by other side and subject."""
        rows = PublishedCheck.objects.recorded(self.number).filter(actor=self.home)
        checks = {}
        for text in rows.order_by("done_on", "key").values_list("document", flat=True):
            document = orjson.loads(text)
            if document["counterpart"] and document["subject"]:
                found = Check(document["key"], document["result"], document["done_on"])
                checks[document["counterpart"], document["subject"]] = found
        return checks
