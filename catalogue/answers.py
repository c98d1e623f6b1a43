"""What the rules of law answer for one day, as a page tells it."""

from typing import NamedTuple


class Answer(NamedTuple):
    """A status or standing with the days between which it holds, and what it rests on.

    `since` is the first day (ISO 8601), `until` the first day on which it no longer holds; None
    for an open end. `reason` is a reason of the rules, `act` the ref of the act it rests on.
    """

    status: str
    since: str | None
    until: str | None
    reason: dict
    act: str | None
    checked: str | None
