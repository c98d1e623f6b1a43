"""The dates and letters of one cell, read into acts under the head of its column.

A cell is read whole or not at all: a date beside words that nobody understands may mean
something else than the head says.
"""

import re

from .dates import DATE, date_read
from .heads import NAMED, Head, act_named
from .names import MARK, SUPERSCRIPTS
from .values import Reason, TableAct

# What stands for "nothing" in a cell.
EMPTY = {"", "-", "–", "—", "...", "…", "n/a"}
LETTER = r"AA|su|[A-Za-z]"
ANY_LETTER = rf"[^\W\d_{SUPERSCRIPTS}]"
NUMBER = rf"\d{{1,3}}(?![\d./\-]|{ANY_LETTER})(?!\s*[.\-]?\s*{ANY_LETTER}{{3}})"
MARKS = rf"(?:[\s,]*(?:{MARK}|{NUMBER}))*"
PASSAGE = re.compile(
    rf"""
    (?P<open>\[)?\s*
    (?:{DATE})(?![/\-])
    {MARKS}
    (?:\s*\(?\s*(?P<letter>{LETTER})(?!{ANY_LETTER})\s*\)?)?
    {MARKS}
    \s*(?P<close>\])?{MARKS}
    """,
    re.VERBOSE | re.IGNORECASE,
)
SEPARATOR = re.compile(rf"[\s,;:/.&]+|\band\b|{MARK}", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\(([^()]*\w[^()]*)\)")
# Words around the name of an act that add nothing to it.
BESIDE = re.compile(r"^(?:date of |by |through )?(?:deposit of )?(?:the )?|(?: on)$")


def pieces(text):
    """The passages of a cell that are dates, each with the words beside it and as printed.

    In a cell that begins with words each date takes those before it, else those after it; words
    at both ends of a cell go to the nearest date, which then has too many to be understood.
    """
    found = list(PASSAGE.finditer(text))
    starts, ends = [p.start() for p in found], [p.end() for p in found]
    gaps = [text[a:b] for a, b in zip([0, *ends], [*starts, len(text)], strict=True)]
    leading = bool(SEPARATOR.sub("", gaps[0]))
    for place, passage in enumerate(found):
        words = gaps[place] if leading else gaps[place + 1]
        if leading and place == len(found) - 1:
            words += f" {gaps[-1]}"
        printed = words + passage[0] if leading else passage[0] + words
        yield passage, words, " ".join(printed.split()).strip(" ,;")


def act_in_words(words):
    """The act that words beside a date name, "" if there are none, None if they are not known."""
    words = IN_BRACKETS.sub(r" \1 ", words)
    words = " ".join(SEPARATOR.sub(" ", words).casefold().split())
    if not words:
        return ""
    named = NAMED.fullmatch(BESIDE.sub("", words))
    return act_named(named[0]) if named else None


def act_type(head: Head, letter, words):
    """The type of an act from its letter, the words beside it or its head; else a `Reason`."""
    if words is None or (words and letter):
        return Reason.WORDS
    if words:
        return words
    if found := head.act(letter):
        return found
    if letter:
        return Reason.LETTER_NOT_KNOWN
    return Reason.WHICH_ACT if head.names_an_act else Reason.HEAD_NOT_KNOWN


def act_read(piece, head: Head, day_first):
    """The act that one dated passage shows, or the `Reason` why it was not read."""
    passage, words, printed = piece
    if bool(passage["open"]) != bool(passage["close"]):
        return Reason.WORDS
    done_on = date_read(passage, day_first)
    if isinstance(done_on, Reason):
        return done_on
    letter = passage["letter"] or ""
    found = act_type(head, letter, act_in_words(words))
    if isinstance(found, Reason):
        return found
    taken_over = found == "succession_to_signature"
    return TableAct(
        type="signature" if taken_over else found,
        done_on=done_on,
        letter=letter,
        words=printed,
        head=head.text,
        withdrawn=bool(passage["open"]),
        by_succession=taken_over,
    )


def cell_read(text, head: Head, day_first=None):
    """The acts of a cell and None, or no acts and the `Reason` why the cell was not read.

    `day_first` says how dates such as 4/11/1950 are meant, None if that is not known.
    """
    if text.strip() in EMPTY:
        return (), None
    if not head.text:
        return (), Reason.NO_HEAD
    acts = [act_read(piece, head, day_first) for piece in pieces(text)]
    if not acts:
        return (), Reason.NO_DATE if head.names_an_act else Reason.HEAD_NOT_KNOWN
    refused = next((act for act in acts if isinstance(act, Reason)), None)
    return ((), refused) if refused else (tuple(acts), None)
