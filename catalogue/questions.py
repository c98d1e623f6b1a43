"""What a reader asks in the address of a page, read with care."""

from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _


class BadQuestion(Exception):
    """A parameter that cannot be answered; `parameter` names it, the text says what is wrong."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


def whole_number(given: QueryDict, parameter: str, least: int = 1) -> int | None:
    """The number asked for, None if the parameter is absent or empty.

    Raises `BadQuestion` for anything but a whole number from `least` on, of nine figures at most.
    """
    text = given.get(parameter, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= least):
        raise BadQuestion(
            parameter,
            _("“%(text)s” is not a number of the register: write a whole number from %(least)s on.")
            % {"text": text, "least": least},
        )
    return int(text)


def day(given: QueryDict, parameter: str) -> date | None:
    """The day asked for, None if the parameter is absent or empty.

    Raises `BadQuestion` for what is no day of the calendar, written as 2015-03-14.
    """
    text = given.get(parameter, "").strip()
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise BadQuestion(
            parameter,
            _("“%(text)s” is not a day: write year, month and day, as in 2015-03-14.")
            % {"text": text},
        )
    return found
