"""The text of a file in whichever encoding spreadsheets write it."""

import codecs
from itertools import pairwise

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotText(ValueError):
    """The bytes are not those of a text."""


def decoded(data: bytes) -> str:
    """The text of a file. Raises `NotText` for one that holds no text.

    UTF-8, UTF-16 with its mark, else Windows-1251 or Windows-1252, whichever makes words of the
    bytes that ASCII does not have.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        raise NotText
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251" if _is_cyrillic(data) else "cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText from error


def _is_cyrillic(data: bytes) -> bool:
    """Whether letters beyond ASCII stand beside one another, as in a Cyrillic word.

    In Western languages single letters with diacritics stand among plain ones.
    """
    high = [byte >= 0xC0 for byte in data]
    beside = sum(one and other for one, other in pairwise(high))
    return beside * 2 > sum(high)
