"""What a reader typed, taken apart: words, phrases in quotes, beginnings, and what is left out."""

import re
from typing import NamedTuple

from .folding import skeletons, words_of
from .stemming import stems

# More is more than anybody means; the rest is passed over.
LONGEST, MOST_WORDS = 400, 20
SHORTEST_BEGINNING = 2
_QUOTES = '"“”„«»'
_TERM = re.compile(
    rf"(?P<minus>(?<!\S)[-−])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\s{_QUOTES}]+))"
)
# Words that alone say nothing; beside others they need not be found.
EMPTY_WORDS = frozenset(
    "a about an and at between by concerning for from in its of on or regarding the to with "
    "и в во с со о об от до для на по за из к у между не или при "
    "va bilan uchun ham hamda haqida togrisida toʻgʻrisida boʻyicha oʻrtasida orasida "
    "haqidagi toʻgʻrisidagi oʻrtasidagi orasidagi "
    "ва билан учун ҳам ҳамда ҳақида тўғрисида бўйича ўртасида орасида "
    "ҳақидаги тўғрисидаги ўртасидаги орасидаги".split()
)
_EMPTY = frozenset(each for word in EMPTY_WORDS for each in skeletons(word))


class Term(NamedTuple):
    """One thing that is looked for.

    `words` are one word, or those of a phrase; of a compound such as I-39574 its parts. A `quoted`
    phrase is looked for as it stands, of a `beginning` any word that begins so; what is `excluded`
    must not be there.
    """

    words: tuple[str, ...]
    quoted: bool = False
    beginning: bool = False
    excluded: bool = False

    @property
    def written(self) -> str:
        """The term as a reader would type it."""
        text = " ".join(self.words)
        return f"{'-' * self.excluded}{f'“{text}”' if self.quoted else text}{'*' * self.beginning}"

    @property
    def is_empty(self) -> bool:
        """Whether it is a word that says nothing by itself."""
        return not self.quoted and all(set(skeletons(word)) <= _EMPTY for word in self.words)


def terms_in(text: str) -> tuple[Term, ...]:
    """What is looked for; nothing if the text has no word. Nothing that a reader types is wrong."""
    terms = []
    for found in _TERM.finditer(text[:LONGEST]):
        phrase, word = found["phrase"], found["word"]
        excluded = bool(found["minus"])
        words = tuple(each.text for each in words_of(phrase if word is None else word))
        if not words:
            continue
        begins = bool(word) and word.endswith("*") and len(words[-1]) >= SHORTEST_BEGINNING
        quoted = word is None and len(words) > 1
        terms.append(Term(words, quoted=quoted, beginning=begins, excluded=excluded))
    return tuple(terms[:MOST_WORDS])


def candidates(word: str) -> tuple[str, ...]:
    """The stems by which a word may be found: those of each language it may be in, and itself."""
    return tuple(dict.fromkeys((*stems(word), *skeletons(word))))
