"""From a stored reading of an agreement to the rows that the public asks."""

from datetime import date

from register.canonical import canonical

from .models import PublishedDate, PublishedFinding, PublishedLife, PublishedStanding
from .models.standing import FIRST_DAY, LAST_DAY

# Every table that is written from readings.
MODELS = (PublishedStanding, PublishedDate, PublishedLife, PublishedFinding)
OPEN_END = ".."


def rows_of(agreement, reading, actors):
    """The rows of one reading, still without the entries between which they hold.

    `actors` are the keys of the participants by ref, "" for one known by words alone.
    """
    yield from _periods(agreement, reading, actors)
    yield from _dates(agreement, reading, actors)
    if "force" in reading:
        force, terms = (canonical(reading[name]).decode() for name in ("force", "terms"))
        yield PublishedLife(agreement=agreement, force=force, terms=terms)
    yield from _findings(agreement, reading)


def _periods(agreement, reading, actors):
    lines = {"": reading["agreement"]} | reading["participants"]
    for ref, periods in lines.items():
        for period in periods:
            yield PublishedStanding(
                agreement=agreement,
                participant=ref,
                actor=actors[ref] if ref else "",
                status=period["status"],
                from_day=_day(period["from"], FIRST_DAY),
                until_day=_day(period["until"], LAST_DAY),
                checked=_day(period["checked"], None),
                **_cause(period),
            )


def _dates(agreement, reading, actors):
    for each in reading.get("dates", ()):
        ref = each["participant"] or ""
        earliest, _slash, latest = each["day"].partition("/")
        yield PublishedDate(
            agreement=agreement,
            participant=ref,
            actor=actors[ref] if ref else "",
            kind=each["kind"],
            day=_day(earliest, FIRST_DAY),
            latest=_day(latest or earliest, LAST_DAY),
            **_cause(each),
        )


def _findings(agreement, reading):
    for each in reading.get("findings", ()):
        yield PublishedFinding(
            agreement=agreement,
            rule=each["rule"],
            path=each["path"],
            from_day=_day(each["from"], FIRST_DAY),
            params=canonical(each["params"]).decode(),
        )


def _cause(said):
    return {"reason": canonical(said["reason"]).decode(), "act": said["act"] or ""}


def _day(text, otherwise):
    return date.fromisoformat(text) if text and text != OPEN_END else otherwise
