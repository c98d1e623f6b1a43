"""Dates as tables print them, in words or in figures, as partial-date text."""

import re
from datetime import date

from .values import Reason

# The first letters of the months, enough to tell them apart, in English, French and Russian.
MONTHS = (
    ("jan", "янв"),
    ("feb", "fév", "fev", "фев"),
    ("mar", "мар"),
    ("apr", "avr", "апр"),
    ("may", "mai", "май", "мая"),
    ("jun", "juin", "июн"),
    ("jul", "juil", "июл"),
    ("aug", "aoû", "aou", "авг"),
    ("sep", "сен"),
    ("oct", "окт"),
    ("nov", "ноя"),
    ("dec", "déc", "дек"),
)
FULL = (
    "january february march april may june july august september sept october november december "
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre "
    "décembre decembre janv févr sept "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
).split()
NAMES = {start: number for number, starts in enumerate(MONTHS, 1) for start in starts}
NAMES |= {
    name: number
    for name in FULL
    for start, number in NAMES.copy().items()
    if name.startswith(start)
}
MONTH = "|".join(sorted(NAMES, key=len, reverse=True))
YEAR = r"1[6-9]\d\d|20\d\d"
DATE = rf"""
    (?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?[\s.\-]*(?P<month>{MONTH})\.?[\s,\-]*(?P<year>{YEAR})
  | (?P<month2>{MONTH})\.?\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year2>{YEAR})
  | (?P<month3>{MONTH})\.?[\s,\-]*(?P<year3>{YEAR})
  | (?P<year4>{YEAR})-(?P<month4>\d{{1,2}})-(?P<day4>\d{{1,2}})
  | (?P<first>\d{{1,2}})(?P<sign>[./\-])(?P<second>\d{{1,2}})(?P=sign)(?P<year5>{YEAR})
  | (?<![\d.,/\-])(?P<year6>{YEAR})(?![\d.,/\-]*\d)
"""
FIGURES = re.compile(rf"(?<!\d)(\d{{1,2}})[/\-](\d{{1,2}})[/\-](?:{YEAR})")


def day_comes_first(cells):
    """Whether dates such as 4/11/1950 put the day first: True, False, or None if nothing shows.

    It shows where one of two figures is above twelve; a table that does both shows nothing.
    """
    pairs = [(int(a), int(b)) for cell in cells for a, b in FIGURES.findall(cell)]
    shown = {a > 12 for a, b in pairs if max(a, b) > 12 >= min(a, b)}
    return next(iter(shown)) if len(shown) == 1 else None


def _figures(found, day_first):
    """Year, month and day of a date in figures, or the reason why they cannot be told."""
    first, second = int(found["first"]), int(found["second"])
    if found["sign"] == "." or first == second or first > 12:
        return int(found["year5"]), second, first
    if second > 12:
        return int(found["year5"]), first, second
    if day_first is None:
        return Reason.DAY_OR_MONTH
    month, day = (second, first) if day_first else (first, second)
    return int(found["year5"]), month, day


def _numbers(found):
    """Year, month and day of a date in words or in the order of ISO 8601; None if not said."""
    parts = found.groupdict()
    year = next(parts[f"year{n}"] for n in ("", 2, 3, 4, 6) if parts[f"year{n}"])
    month = next((parts[f"month{n}"] for n in ("", 2, 3, 4) if parts[f"month{n}"]), None)
    day = next((parts[f"day{n}"] for n in ("", 2, 4) if parts[f"day{n}"]), None)
    if month and not month.isdecimal():
        month = NAMES[month.casefold()]
    return int(year), month and int(month), day and int(day)


def date_read(found, day_first):
    """The partial-date text of a match of `DATE`, or the `Reason` why it is no date."""
    numbers = _figures(found, day_first) if found["first"] else _numbers(found)
    if isinstance(numbers, Reason):
        return numbers
    year, month, day = numbers
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return Reason.NO_SUCH_DAY
    text = f"{year:04d}"
    text += "" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"
