"""Names of participants as tables print them, freed of what is not part of the name.

Which state an older name or a short form means is not settled here: the register knows its
states, a table does not.
"""

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Marks that lead to a footnote: ¹, [1], (1), <1>, *, †; plain numbers are treated apart.
MARK = rf"(?:[{SUPERSCRIPTS}*†‡§]+|\[\d{{1,3}}\]|\(\d{{1,3}}\)|<\d{{1,3}}>)"
MARKS_AT_END = re.compile(rf"[\s,]*(?:{MARK}|(?<=\D)\d{{1,3}}(?:\s*,\s*\d{{1,3}})*)[\s,]*$")
# No name, and no head of a column, is longer; what is longer is a text.
LONGEST = 500
ARTICLE_AT_END = re.compile(r"\s*(?:\(the\)|,\s*the)$", re.IGNORECASE)
ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
BRACKETED = re.compile(r"^\[\s*([^\]]*?)\s*\](.*)$")


def without_marks(text):
    """The text without the footnote marks at its end: `Nauru3`, `China 2, 3`, `Serbia [1]`."""
    if len(text) > LONGEST:
        return text.strip()
    while (found := MARKS_AT_END.search(text)) and found.start() > 0:
        text = text[: found.start()]
    return text.strip()


def has_letters(text):
    """Whether a text holds a letter of some alphabet; a raised figure is none."""
    return any(map(str.isalpha, text))


def is_bracketed(printed):
    """Whether the whole name stands in brackets, as a participant does that no longer is one."""
    found = BRACKETED.match(printed)
    return bool(found) and has_letters(found[1]) and not has_letters(found[2])


def clean_name(printed):
    """The name alone: no footnote marks, no brackets around it, no English article, single spaces.

    A text that holds no letter at all, or begins with a figure, is no name and gives "".
    """
    name = without_marks(" ".join(printed.split()))
    if len(name) > LONGEST or name[:1].isdigit():
        return ""
    if is_bracketed(name):
        name = without_marks(BRACKETED.match(name)[1])
    name = ARTICLE.sub("", ARTICLE_AT_END.sub("", name)).strip()
    return name if has_letters(name) else ""
