"""Periods and acts on a line of years: where everything stands in the picture, in its own units.

Pure: answers and marks in, numbers and words out. The template draws them; the words of the picture
stand in a table beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.answers import Answer
from catalogue.marks import Mark

WIDTH, EDGE = 760, 10
TOP, LANE, BAND = 28, 48, 18
# How wide a sign of a label is, about, and how many ticks the axis bears.
SIGN, MOST_TICKS = 6.6, 10
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
# A picture of one day alone is of the years around it.
LEAST = timedelta(3 * 365)
# Before there was anything there is nothing to draw.
NOTHING = frozenset({"not_yet", "none"})


@dataclass(frozen=True)
class Line:
    """One line of a timeline: whose it is, its answers in the order of time, and its acts.

    `words` gives the mark of each status; acts are (day, words); `language` is that of the label,
    "" for the page's own.
    """

    label: str
    answers: Sequence[Answer]
    words: dict[str, Mark]
    acts: Sequence[tuple[date, str]] = ()
    language: str = ""


@dataclass(frozen=True)
class Span:
    """A period in the picture; `fits` says whether its word has room in it."""

    x: float
    width: float
    tone: str
    word: str
    fits: bool
    is_open: bool
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Lane:
    """A line in the picture: its label stands at `label_y`, its band begins at `y`.

    The label ends at the right edge where all of the line `is_late`, in the right half.
    """

    label: str
    is_late: bool
    label_y: int
    y: int
    spans: list[Span]
    marks: list[tuple[float, date, str]]
    language: str


@dataclass(frozen=True)
class Timeline:
    """A whole picture; ticks are (x, year), `on_x` the place of the page's day if it is in it."""

    height: int
    ticks: list[tuple[float, int]]
    lanes: list[Lane]
    on: date
    on_x: float | None
    width: int = WIDTH
    band: int = BAND
    edge: int = WIDTH - EDGE


def timeline(lines: Iterable[Line], on: date) -> Timeline | None:
    """The picture of these lines, None where nothing in them has a day."""
    lines = list(lines)
    days = [day for line in lines for day in _days(line)]
    if not days:
        return None
    scale = _Scale(min(days), max([*days, on]))
    lanes = [_lane(line, number, scale) for number, line in enumerate(lines)]
    on_x = scale.x(on) if scale.first <= on <= scale.last else None
    return Timeline(TOP + LANE * len(lanes) + 6, scale.ticks(), lanes, on, on_x)


def _days(line: Line) -> Iterable[date]:
    """Every day that a line names."""
    for answer in line.answers:
        if answer.status not in NOTHING:
            yield from filter(None, (answer.since, answer.until))
    yield from (day for day, _words in line.acts)


class _Scale:
    """From days to places between the edges of the picture."""

    def __init__(self, first: date, last: date) -> None:
        around = max((last - first) / 25, (LEAST - (last - first)) / 2, timedelta(60))
        self.first = date.fromordinal(max(1, first.toordinal() - around.days))
        self.last = date.fromordinal(min(date.max.toordinal(), last.toordinal() + around.days))
        self.days = (self.last - self.first).days

    def x(self, day: date | None, otherwise: float = EDGE) -> float:
        """Where a day stands; an open end stands at the edge given."""
        if day is None:
            return otherwise
        within = min(max(day, self.first), self.last)
        return round(EDGE + (within - self.first).days / self.days * (WIDTH - 2 * EDGE), 1)

    def ticks(self) -> list[tuple[float, int]]:
        """The years that the axis names, at even steps, as many as have room."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = next(step for step in STEPS if len(years) / step <= MOST_TICKS or step == STEPS[-1])
        return [(self.x(date(year, 1, 1)), year) for year in years if year % step == 0]


def _lane(line: Line, number: int, scale: _Scale) -> Lane:
    top = TOP + LANE * number
    spans = [_span(answer, line.words, scale) for answer in line.answers if _is_drawn(answer)]
    marks = [(scale.x(day), day, words) for day, words in sorted(line.acts)]
    places = [span.x for span in spans] + [x for x, _day, _words in marks]
    is_late = min(places, default=0) > WIDTH / 2
    return Lane(line.label, is_late, top + 12, top + 18, spans, marks, line.language)


def _is_drawn(answer: Answer) -> bool:
    """Whether there is anything in a period; before the first day nothing is known, or nothing."""
    return answer.status not in NOTHING and answer.since is not None


def _span(answer: Answer, words: dict[str, Mark], scale: _Scale) -> Span:
    left = scale.x(answer.since)
    right = scale.x(answer.until, WIDTH - EDGE)
    width = round(max(right - left, 1.5), 1)
    mark = words[answer.status]
    word = str(mark.word)
    fits = len(word) * SIGN + 10 <= width
    is_open = answer.until is None
    return Span(left, width, mark.tone, word, fits, is_open, answer.since, answer.until)
