"""A pasted text cut into cells, whichever of three delimiters it uses."""

import csv
import re
import unicodedata

DELIMITERS = ("\t", ";", ",")
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


def plain(text):
    """The text without a byte order mark and invisible signs, each control sign made a space."""
    text = re.sub(r"\r\n?", "\n", text).translate(INVISIBLE)
    return "".join(
        " " if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" else sign
        for sign in text
    )


def cut(text, delimiter):
    """The cells of every row, blank rows included; quotes hold a cell together (RFC 4180).

    Where a quote never closes and a cell grows beyond what csv allows, quotes count as signs.
    """
    lines = text.split("\n")
    try:
        rows = list(csv.reader([f"{line}\n" for line in lines], delimiter=delimiter))
    except csv.Error:
        rows = [line.split(delimiter) for line in lines]
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def cuttings(text):
    """The text cut by each delimiter that occurs in it; by a tab, as one column, if none does."""
    text = plain(text)
    used = [delimiter for delimiter in DELIMITERS if delimiter in text] or ["\t"]
    return [cut(text, delimiter) for delimiter in used]
