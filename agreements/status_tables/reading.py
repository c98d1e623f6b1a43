"""A pasted table read into its participants and their acts."""

import re

from .cells import EMPTY, cell_read
from .dates import DATE, day_comes_first
from .delimiters import cuttings
from .heads import Head, head_read, names_participants
from .names import clean_name, is_bracketed, without_marks
from .values import Reason, Table, TableRow, Unread

DATED = re.compile(DATE, re.VERBOSE | re.IGNORECASE)
# The Council of Europe's tables have a column for entry into force and one for each kind of note.
COUNCIL_OF_EUROPE = {"R.", "D.", "A.", "T.", "C.", "O."}
NO_TABLE = {True: Reason.NO_HEADS, False: Reason.BEFORE_HEADS}


def has_a_day(cell):
    """Whether a cell holds a date, and not just a year as in `Protocol of 1967`."""
    return any(len(found[0]) > len("1967") for found in DATED.finditer(cell))


def likeness(cells):
    """How like the heads of a table a row is: names participants and acts (3), one of them, 0.

    Where nothing names the participants, only an empty first cell or letters explained in
    brackets tell heads from a row that says `Ratified`.
    """
    heads = [head_read(cell) for cell in cells]
    if any(DATED.fullmatch(cell) for cell in cells):
        return 0
    if any(names_participants(cell) for cell in cells):
        return 2 + any(head.names_an_act for head in heads)
    sure = not cells or not cells[0] or any(head.letters for head in heads)
    acts = any(head.names_an_act for head in heads[1:])
    return int(sure and acts and not any(has_a_day(cell) for cell in cells))


def heads_at(rows):
    """The place of the row that holds the heads, None if no row does."""
    best = max(range(len(rows)), key=lambda place: likeness(rows[place]), default=None)
    return best if best is not None and likeness(rows[best]) else None


def fitness(rows):
    """How well a text was cut: heads found, rows that have more than a name, columns headed."""
    place = heads_at(rows)
    heads = [] if place is None else rows[place]
    return likeness(heads), sum(len(cells) > 1 for cells in rows), len(heads)


def best_cut(text):
    """The rows of a text, cut by the delimiter that makes the best table of it."""
    return max(cuttings(text), key=fitness)


class Reading:
    """A table while it is read: the heads that hold, its participants and what was not read."""

    def __init__(self, rows):
        """Read the rows; the order of day and month is the same for the whole table."""
        self.rows: list[TableRow] = []
        self.unread: list[Unread] = []
        self.day_first = day_comes_first(cell for cells in rows for cell in cells)
        self.heads: list[Head] = []
        self.names_at = 0
        first = heads_at(rows)
        for place, cells in enumerate(rows):
            if first is None or place < first:
                self.refuse_row(place + 1, cells, NO_TABLE[first is None])
            elif place == first or self.repeats_heads(cells):
                self.take_heads(cells)
            elif any(cells):
                self.read(place + 1, cells)

    def repeats_heads(self, cells):
        """Whether the heads stand here again, as they do on every page of a long table."""
        return names_participants(self.name_in(cells)) and likeness(cells) == 3

    def read(self, number, cells):
        """Read one row below the heads."""
        if clean_name(self.name_in(cells)):
            self.read_participant(number, cells)
        else:
            self.refuse_row(number, cells, Reason.NO_NAME)

    def name_in(self, cells):
        """The cell of a row in which the name stands, or ""."""
        return cells[self.names_at] if self.names_at < len(cells) else ""

    def take_heads(self, cells):
        """Let these heads hold from here on."""
        self.names_at = next((n for n, cell in enumerate(cells) if names_participants(cell)), 0)
        self.heads = [head_read(without_marks(cell)) for cell in cells]
        if set(cells) >= COUNCIL_OF_EUROPE:
            self.day_first = True

    def read_participant(self, number, cells):
        """Read the row of a participant, and keep every cell of it that cannot be read."""
        printed, acts = self.name_in(cells), []
        for place, cell in enumerate(cells):
            if place == self.names_at:
                continue
            head = self.heads[place] if place < len(self.heads) else Head("")
            found, reason = cell_read(cell, head, self.day_first)
            acts += found
            if reason:
                self.unread.append(Unread(number, head.text, printed, cell, reason))
        name, bracketed = clean_name(printed), is_bracketed(without_marks(printed))
        self.rows.append(TableRow(number, printed, name, tuple(acts), bracketed))

    def refuse_row(self, number, cells, reason):
        """Keep a row that is no participant's, in the words in which it stands."""
        text = " | ".join(cell for cell in cells if cell not in EMPTY)
        if text:
            self.unread.append(Unread(number, "", "", text, reason))


def read_table(text: str) -> Table:
    """Read the participant table of a depositary, or a plain sheet of the same shape.

    Cells are parted by tabs, semicolons or commas. Never raises for a bad table: each cell and
    row that was not read stands in `unread` with its reason.
    """
    reading = Reading(best_cut(text))
    return Table(tuple(reading.rows), tuple(reading.unread))
