"""What a depositary's table says, as plain values; what could not be read stands beside it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why something in a table was not read."""

    # No line of the text names acts at the head of its columns.
    NO_HEADS = "no_heads"
    # A line above the heads: a title, the day of the status.
    BEFORE_HEADS = "before_heads"
    # A line without the name of a participant: a footnote, a cell that slipped.
    NO_NAME = "no_name"
    # A cell to the right of the last head, or under an empty one.
    NO_HEAD = "no_head"
    # The head of the column names no act that the vocabulary knows.
    HEAD_NOT_KNOWN = "head_not_known"
    # The cell holds no date.
    NO_DATE = "no_date"
    # The calendar has no such day.
    NO_SUCH_DAY = "no_such_day"
    # 4/11/1950 where nothing in the table shows whether the day or the month comes first.
    DAY_OR_MONTH = "day_or_month"
    # The letter after the date is explained neither by the head nor by custom.
    LETTER_NOT_KNOWN = "letter_not_known"
    # A date without a letter, where the head gives a letter to every act or names several.
    WHICH_ACT = "which_act"
    # Words beside the date that change what it means in a way not known.
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class TableAct:
    """One act as a cell shows it.

    `type` is a code of the vocabulary of acts, `done_on` a partial date as text, `letter` the
    letter printed after the date or "", `words` the passage of the cell, `head` the head of its
    column. A date in brackets is `withdrawn`: the depositary prints so what no longer holds,
    and explains it in a footnote. A signature `by_succession` is the predecessor's, which the
    participant took over (1978 Convention 19): it makes a signatory, never a party.
    """

    type: str
    done_on: str
    letter: str
    words: str
    head: str
    withdrawn: bool = False
    by_succession: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A participant: its name as printed and cleaned, its acts, the row's number from one.

    A name in brackets is `bracketed`: so tables print a participant that no longer is one.
    """

    number: int
    printed: str
    name: str
    acts: tuple[TableAct, ...] = ()
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell or a whole row that was not read: where it stands, its text, and why not.

    `head` and `printed` are "" where the row has no such head or no name.
    """

    number: int
    head: str
    printed: str
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table in their order, and all that could not be read."""

    rows: tuple[TableRow, ...] = field(default=())
    unread: tuple[Unread, ...] = field(default=())
