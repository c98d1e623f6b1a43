"""Which state or organization a name in a table means, among the names that the register knows.

Two names are one if they fold alike, or if they hold the same words in another order: tables print
`Bolivia (Plurinational State of)` where the register has `Plurinational State of Bolivia`. What
two records are called decides nothing, unless only one of them existed when the acts were done.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

# Words that come and go between the forms of one name, in English, French and Russian.
FILLERS = {"the", "of", "and", "de", "du", "des", "la", "le", "les", "et", "и"}
LETTERS_APART = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})
# Signs that stand for an apostrophe inside a word, as in Oʻzbekiston.
APOSTROPHE = re.compile(r"(?<=\w)[ʻ‘’'`´ʼ](?=\w)")
# A part of a state that takes part by itself: `China: Hong Kong`, `Netherlands (for Aruba)`.
TERRITORY = re.compile(
    r"^(?P<state>[^:(]+?)\s*(?::\s*(?P<after>[^:]+)"
    r"|\(\s*(?:for|in respect of|on behalf of)\s+(?P<inside>[^()]+)\))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A record that a name may mean: its key, its names, and the days between which it existed.

    `from_year` and `until_year` are years as text, "" where the register gives none.
    """

    key: str
    names: tuple[str, ...]
    from_year: str = ""
    until_year: str = ""

    def existed(self, years: Iterable[str]) -> bool:
        """Whether it existed in all of these years, as far as the register says."""
        return all(
            (not self.from_year or self.from_year <= year)
            and (not self.until_year or year <= self.until_year)
            for year in years
        )


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: the key, the territory if it is one, and who else it may mean.

    `key` is None where nothing, or more than one record, answers to the name; then `candidates`
    are those that do, or whose names hold all of its words.
    """

    key: str | None
    territory: str = ""
    candidates: tuple[str, ...] = ()


class Names:
    """All names of all states and organizations, folded."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = {each.key: each for each in known}
        self.exact, self.by_words = defaultdict(set), defaultdict(set)
        for each in self.known.values():
            for name in each.names:
                self.exact[folded(name)].add(each.key)
                self.by_words[words_of(name)].add(each.key)

    def match(self, name: str, years: Iterable[str] = ()) -> Match:
        """Who is meant by a name under which acts were done in these years."""
        years = list(years)
        found = self._called(name, years)
        if found.key or found.candidates:
            return found
        part = TERRITORY.match(name)
        if part is None:
            return Match(None, candidates=self._alike(name))
        whole = self._called(part["state"], years)
        return Match(whole.key, (part["after"] or part["inside"]).strip(), whole.candidates)

    def _called(self, name: str, years: list[str]) -> Match:
        """Who is called so, to the letter or by the same words."""
        for keys in (self.exact.get(folded(name)), self.by_words.get(words_of(name))):
            if not keys:
                continue
            # Only one is called so: a depositary may print under it what its predecessor did.
            then = {key for key in keys if self.known[key].existed(years)} if years else keys
            for found in (keys, then):
                if len(found) == 1:
                    return Match(next(iter(found)))
            return Match(None, candidates=tuple(sorted(keys)))
        return Match(None)

    def _alike(self, name: str) -> tuple[str, ...]:
        """Those that a curator may mean: names that hold all of these words, or are held."""
        words = words_of(name)
        if not words:
            return ()
        found = {
            key
            for known, keys in self.by_words.items()
            if known and (known <= words or words <= known)
            for key in keys
        }
        return tuple(sorted(found))[:5]


def folded(name: str) -> str:
    """A name without case, diacritics and punctuation: `Côte d’Ivoire` as `cote divoire`."""
    joined = APOSTROPHE.sub("", name.casefold().translate(LETTERS_APART))
    text = unicodedata.normalize("NFKD", joined)
    plain = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", plain.replace("&", " and ")))


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in no order."""
    return frozenset(folded(name).split()) - FILLERS
