"""Days that are known to the day, the month, the year, or only to lie between two of them."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field

PART = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%])?")
RANGE_MARK = "/"


class NotAPartialDate(ValueError):
    """The text is no partial date; `code` says why: `shape`, `no_such_day` or `order`."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date as written: a year, a month or a day, with the mark that qualifies it or ""."""

    year: int
    month: int | None
    day: int | None
    mark: str

    @property
    def earliest(self) -> datetime.date:
        """The first calendar day that the part covers."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last calendar day that the part covers."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime.date(self.year, month, day)

    @property
    def precision(self) -> str:
        """How exactly the part is written: `day`, `month` or `year`."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def is_uncertain(self) -> bool:
        """Whether the source doubts the part (`?`, or `%` for both)."""
        return self.mark in ("?", "%")

    @property
    def is_approximate(self) -> bool:
        """Whether the source says "about" (`~`, or `%` for both)."""
        return self.mark in ("~", "%")


@dataclass(frozen=True, slots=True, order=True, repr=False)
class PartialDate:
    """One day in the world, as far as it is known; the text is a subset of ISO 8601-2 (EDTF).

    `1951`, `1951-07`, `1951-07-28`, each with `?` (uncertain), `~` (approximate) or `%` (both);
    `A/B` is one unknown day from the first day of A to the last day of B, not a stretch of time.
    A mark says how sure the date is and does not widen it. Values sort by earliest day, then
    latest, then text. Raises `NotAPartialDate` (a `ValueError`) for any other text.
    """

    earliest: datetime.date = field(init=False)
    latest: datetime.date = field(init=False)
    text: str
    parts: tuple[DatePart, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        parts = _parts(self.text)
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "earliest", parts[0].earliest)
        object.__setattr__(self, "latest", parts[-1].latest)
        if self.earliest > self.latest:
            raise NotAPartialDate(
                "order", f"“{self.text}” ends before it begins: write the earlier date first."
            )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the written form; raises `ValueError` with a sentence that says what is wrong."""
        return cls(text)

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """The partial date that is exactly this day."""
        return cls(f"{day.year:04}-{day.month:02}-{day.day:02}")

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    @property
    def precision(self) -> str:
        """How exactly the day is known: `day`, `month`, `year` or `range`."""
        return self.parts[0].precision if len(self.parts) == 1 else "range"

    @property
    def is_uncertain(self) -> bool:
        """Whether the date, or an end of the range, is doubted."""
        return any(part.is_uncertain for part in self.parts)

    @property
    def is_approximate(self) -> bool:
        """Whether the date, or an end of the range, is said to be "about"."""
        return any(part.is_approximate for part in self.parts)

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is known, without doubt and without "about"."""
        return self.precision == "day" and not self.parts[0].mark


def _parts(text: str) -> tuple[DatePart, ...]:
    """The one or two dates that the text is written with."""
    if not isinstance(text, str):
        raise NotAPartialDate("shape", f"A partial date is a text, not {type(text).__name__}.")
    pieces = text.split(RANGE_MARK)
    matches = [PART.fullmatch(piece) for piece in pieces]
    if len(pieces) > 2 or not all(matches):
        raise NotAPartialDate(
            "shape",
            f"“{text}” is not a date: write 1951, 1951-07 or 1951-07-28, with ?, ~ or % after it "
            "if it is uncertain, approximate or both, or two of them with / between.",
        )
    return tuple(_part(match) for match in matches)


def _part(match: re.Match[str]) -> DatePart:
    """The date that was matched; raises when the calendar has no such month or day."""
    year, month, day, mark = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise NotAPartialDate(
            "no_such_day", f"“{match[0]}” is not in the calendar: it has no such month or day."
        ) from None
    return DatePart(int(year), month and int(month), day and int(day), mark or "")
