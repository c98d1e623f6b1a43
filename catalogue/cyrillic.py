"""Uzbek in Latin letters, written in Cyrillic.

From the alphabet of 1995 (Law of 2 September 1993, as amended on 6 May 1995) to that of 1940, by
the rules of spelling of 1956. What is no Uzbek stays as it is: addresses, marks for values, tags,
codes, Roman numerals, words with letters that Uzbek does not have.
"""

import re

from catalogue.cyrillic_words import BEGINNINGS, FOREIGN, SPELLED, WORDS

# The sign that belongs to a letter (oʻ, gʻ) and the one that parts letters are confused with each
# other and with quotation marks in most texts; their place says which is meant.
SIGNS = "ʻʼ‘’'`´ʹ"
TURNED, PARTING = "ʻ", "ʼ"
MONTHS = "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sent[ya]+br|okt[ya]+br|noyabr|dekabr"

PIECE = re.compile(
    rf"""
    (?P<kept>
        <(?P<tag>code|kbd|pre|samp)\b.*?</(?P=tag)> | </?[a-zA-Z][^<>]*> | &\#?\w+;
        | https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.[\w.-]+ | (?<![\w<])/[a-z][\w./-]*
        | %\(\w+\)[a-z] | %[sd%] | \{{[^{{}}]*\}}
        | \b[IVXLC]+-\d+(?:-[a-z])?\b | \b[A-Za-z]+\d\w*
    )
    | (?P<hyphen> (?<=\d)-(?=yil|{MONTHS}) )
    | (?P<word> [^\W\d_ʻʼ]+(?:[{SIGNS}]+[^\W\d_ʻʼ]+)*(?:(?<=[oOgG])[{SIGNS}]|ʼ)? )
    """,
    re.VERBOSE | re.DOTALL,
)
ROMAN = re.compile(r"(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
NOT_UZBEK = re.compile(r"[^A-Za-zʻʼ]|[Ww]|[Cc](?![Hh])")
YEAR = re.compile(r"\d{4}$")
DAY = re.compile(r"(?<!\d)\d{1,2}$")

LETTERS = dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз", strict=True))
LETTERS |= {"oʻ": "ў", "gʻ": "ғ", "sh": "ш", "ch": "ч", "ts": "ц", PARTING: "ъ"}
LETTERS |= {"ya": "я", "yo": "ё", "yu": "ю", "ye": "е", "yoʻ": "йў", "sʼh": "сҳ"}
# The longer group of letters goes before the shorter.
GROUP = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)), re.IGNORECASE)
VOWELS = {"a", "e", "i", "o", "u", "oʻ", "ya", "yo", "yu", "ye", "yoʻ"}
SOFTENED = set("bdfgjklmnprstvz")
# t and s that meet where an ending begins: muddatsiz, oʻtsa, etsin.
MEETING = re.compile(r"(?<=t)s(?=iz|a(?:m|ng|k|lar|ngiz|da|gina)?$|in(?:lar)?$)", re.IGNORECASE)
# s that was ц before there was the Latin alphabet: konvensiya, aksiya, potensial.
ONCE_TS = re.compile(r"(?<=[knp])s(?=i(?:ya|on|al))", re.IGNORECASE)
# A date that was put into a sentence before one of its endings, in a `time` element or bare.
SOFT_MONTH = re.compile(
    r"(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ь(</time>)?"
    r"(?=(?:да|дан|даги|гача)\b)"
)
CYRILLIC_S = {"s": "с", "S": "С"}


def cyrillic(text: str) -> str:
    """The Uzbek text in Cyrillic letters; what is no Uzbek word in it stays."""
    return PIECE.sub(_written, text)


def endings_joined(text: str) -> str:
    """The text without the soft signs of months to which an ending was put: 1 январдан."""
    return SOFT_MONTH.sub(r"\1\2", text)


def _written(found: re.Match) -> str:
    """What stands in place of one piece of the text."""
    if found["kept"] is not None:
        return found["kept"]
    if found["hyphen"] is not None:
        return _hyphen(found)
    word, quote = _without_quote(found)
    word = re.sub(f"(?<=[oOgG])[{SIGNS}]+", TURNED, word)
    word = re.sub(f"(?<![oOgG])[{SIGNS}]+", PARTING, word)
    return (word if _stays(word, found) else _word(word)) + quote


def _hyphen(found: re.Match) -> str:
    """2015-yil 14-mart is written 2015 йил 14 март; other ordinals keep their hyphen."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_date = (YEAR if after.startswith("yil") else DAY).search(before)
    return " " if is_date else "-"


def _without_quote(found: re.Match) -> tuple[str, str]:
    """The word, and the mark at its end if that closes a quotation begun just before it."""
    word, opened = found["word"], found.string[: found.start()][-1:]
    if opened and opened in "‘'`" and word[-1] in "’'":
        return word[:-1], word[-1]
    return word, ""


def _stays(word: str, found: re.Match) -> bool:
    """Whether the word is a Roman numeral, a foreign abbreviation or no Uzbek at all.

    A single letter and a full stop within a line are the initial of a name.
    """
    begins_line = found.start() == 0 or found.string[found.start() - 1] == "\n"
    is_initial = len(word) == 1 and not begins_line and found.string[found.end() :][:1] == "."
    if ROMAN.fullmatch(word) and not is_initial:
        return True
    return word in FOREIGN or NOT_UZBEK.search(word) is not None


def _word(word: str) -> str:
    """One Uzbek word."""
    known = SPELLED.get(word) or WORDS.get(word.lower())
    if known:
        return known if word in SPELLED else _cased(known, word)
    lengths = range(len(word), 1, -1)
    length = next((at for at in lengths if word[:at].lower() in BEGINNINGS), 0)
    beginning = word[:length]
    known = _cased(BEGINNINGS[beginning.lower()], beginning) if beginning else ""
    return known + _letters(word[length:], beginning[-1:].lower(), word.isupper())


def _letters(rest: str, last: str, capitals: bool) -> str:
    """The letters of a word, or of what follows its known beginning, which ends in `last`."""
    rest = ONCE_TS.sub(lambda s: "TS" if s[0] == "S" else "ts", rest)
    rest = MEETING.sub(lambda s: CYRILLIC_S[s[0]], rest)
    written, end = "", 0
    for group in GROUP.finditer(rest):
        latin = group[0].lower()
        written += rest[end : group.start()]
        written += _cased(_letter(latin, last), group[0], capitals)
        last, end = latin, group.end()
    return written + rest[end:]


def _letter(latin: str, last: str) -> str:
    """The Cyrillic of one letter; `last` is the one before it, "" at the beginning."""
    if latin == "e" and (not last or last in VOWELS):
        return "э"
    if latin == "ye" and last in SOFTENED:
        return "ье"
    return LETTERS[latin]


def _cased(cyrillic: str, latin: str, capitals: bool = False) -> str:
    """The Cyrillic in the case of the Latin; a sign without case follows its word."""
    if latin == PARTING:
        return cyrillic.upper() if capitals else cyrillic
    if len(latin) > 1 and latin.isupper():
        return cyrillic.upper()
    return cyrillic[0].upper() + cyrillic[1:] if latin[0].isupper() else cyrillic
