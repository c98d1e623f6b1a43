"""The dates that matter as a calendar (RFC 5545), for any calendar program to subscribe to."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from agreements.law.reasons import sentence
from catalogue.coming import Coming
from catalogue.cyrillic import endings_joined
from catalogue.dates import plain_date
from catalogue.labels import labels

# How often a program that subscribed should ask again: the register changes a few times a day.
ASK_AGAIN = timedelta(hours=6)
ONE_DAY = timedelta(1)


def calendar_of(name: str, events: Iterable[Event], address: str) -> bytes:
    """A calendar of that name with these events, as bytes; `address` is where it is kept."""
    calendar, name = Calendar(), one_line(name)
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Bitim//{get_language()}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("source", address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def event_of(
    one: Coming, host: str, title: str, whose: str, address: str, said_at: datetime
) -> Event | None:
    """A date as an event of whole days; None for one that has no first or no last day.

    A day known only to lie between two ends is one event over all of them, marked as tentative.
    A calendar is always sent whole, so a date that a correction moved is gone from its old place.
    """
    if one.day is None or one.latest is None:
        return None
    event = Event()
    event.add("uid", f"{'.'.join(filter(None, (one.kind, one.participant, one.written)))}"
                     f".{one.agreement}@{host}")  # fmt: skip
    event.add("dtstamp", said_at)
    event.add("last-modified", said_at)
    event.add("dtstart", one.day)
    event.add("dtend", min(one.latest, date.max - ONE_DAY) + ONE_DAY)
    event.add("summary", _summary(one, title, whose))
    event.add("description", f"{reason_words(one.reason)}\n{address}")
    event.add("url", address)
    event.add("status", "CONFIRMED" if one.day == one.latest else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _summary(one: Coming, title: str, whose: str) -> str:
    """What happens, to whom, in which agreement, on one line."""
    what = str(labels("agreements.PublishedDate.kind")[one.kind])
    words = [what[:1].upper() + what[1:], whose, title]
    return ": ".join(one_line(word) for word in words if word)


def one_line(text: str) -> str:
    """The text without line ends, which a calendar does not take in a name."""
    return " ".join(text.split())


def reason_words(said: dict) -> str:
    """The reason of a date in a sentence, as plain text."""
    return endings_joined(sentence(said, _, plain_date))
