"""How the days of the register are written on its pages."""

from datetime import date
from functools import lru_cache
from html import escape

from django.utils.dateformat import format as formatted
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from register.partial_dates import DatePart, PartialDate


def written_date(value: PartialDate | date | str | None, short: bool = False) -> SafeString | str:
    """A partial date in words and `time` elements: no more exact than what is known.

    Takes a partial date, its text, or a calendar day; `short` is for tables (14 Mar 2015).
    Nothing gives the empty text.
    """
    if not value:
        return ""
    if isinstance(value, date):
        return _part(DatePart(value.year, value.month, value.day, ""), short)
    known = value if isinstance(value, PartialDate) else PartialDate(value)
    parts = [_part(part, short) for part in known.parts]
    if len(parts) == 1:
        return parts[0]
    return format_html(_("between {first} and {last}"), first=parts[0], last=parts[1])


def _part(part: DatePart, short: bool) -> SafeString:
    """One date with its doubt said beside it."""
    return _told(part, short, get_language())


@lru_cache(maxsize=8192)
def _told(part: DatePart, short: bool, _language: str) -> SafeString:
    """The same in a language: pages tell the same days again and again."""
    words = escape(_words(part, short))
    time = mark_safe(f'<time datetime="{_machine(part)}">{words}</time>')
    if part.is_approximate:
        time = format_html(_("about {date}"), date=time)
    if part.is_uncertain:
        time = format_html(_("{date} (uncertain)"), date=time)
    return time


def _machine(part: DatePart) -> str:
    """The date as a `time` element wants it: a year, a month or a day."""
    length = {"year": 4, "month": 7, "day": 10}[part.precision]
    return part.earliest.isoformat()[:length]


def _words(part: DatePart, short: bool) -> str:
    """The date as a reader of the page's language writes it."""
    if part.precision == "year":
        pattern = "Y" if short else pgettext("date format", "Y")
    elif part.precision == "month":
        pattern = pgettext("date format", "M Y") if short else pgettext("date format", "F Y")
    else:
        pattern = pgettext("date format", "j M Y") if short else pgettext("date format", "j F Y")
    return formatted(part.earliest, pattern)


def plain_date(value: PartialDate | date | str | None) -> str:
    """The date in the same words, for where no `time` element can be."""
    return strip_tags(written_date(value))


def written_month(value: date) -> str:
    """A month of a year, as the head of what falls in it."""
    return capfirst(formatted(value, pgettext("month format", "F Y")))
