"""Which subjects are settled between the home state and every other, and where nobody looked."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import orjson

from agreements.models import (
    PublishedAgreement,
    PublishedCheck,
    PublishedStanding,
    PublishedSubject,
)
from register.models import PublishedReference

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


class Row(NamedTuple):
    """One state or organization, with a cell for each column."""

    actor: str
    cells: list[Cell]

    @property
    def is_blank(self) -> bool:
        """Whether there is neither an agreement nor a search."""
        return not any(cell.in_force or cell.others or cell.check for cell in self.cells)


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
        return [leaf for key in below for leaf in self.columns(key)] if below else [branch]

    def rows(self, columns: list[str]) -> list[Row]:
        """A row for everybody with whom there is an agreement or a search, in four queries."""
        shared, subjects = self._shared(), self._subjects()
        bound, checks = self._bound(), self._checks()
        counts = defaultdict(lambda: [0, 0])
        for actor, agreements in shared.items():
            for key in agreements:
                is_bound = key in bound.get(actor, ())
                for subject in subjects.get(key, ()):
                    counts[actor, subject][not is_bound] += 1
        partners = {*shared, *(actor for actor, _subject in checks)}
        return [
            Row(
                actor,
                [
                    Cell(subject, *counts[actor, subject], self._check(checks, actor, subject))
                    for subject in columns
                ],
            )
            for actor in sorted(partners)
        ]

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

    def _subjects(self) -> dict[str, set[str]]:
        """By agreement, its subjects with all above them."""
        found = PublishedReference.objects.recorded(self.number).filter(
            kind="agreement", field=SUBJECTS
        )
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
