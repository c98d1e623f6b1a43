"""Words without their endings, so that an inflected word finds its others.

English and Russian endings are taken off by the Snowball stemmers; Uzbek ones here, by the order
in which Uzbek puts them on: stem, plural, possessive, case.
"""

from functools import lru_cache

import snowballstemmer

from .folding import is_cyrillic, skeleton, spelt

_SNOWBALL = {
    "en": snowballstemmer.stemmer("english"),
    "ru": snowballstemmer.stemmer("russian"),
}
# Skeletons of Uzbek endings, the longest first: cases, then possessives, then the plural.
_ENDINGS = (
    ("ning", "dagi", "dan", "ni", "ga", "ka", "qa", "da", "gacha", "cha", "dek"),
    ("lari", "imiz", "si", "i"),
    ("lar",),
)
_SHORTEST = 3


def stems(word: str) -> tuple[str, ...]:
    """What a word of unknown language may come down to: by its script English or Russian, Uzbek."""
    other = "ru" if is_cyrillic(word) else "en"
    return tuple(dict.fromkeys((stem(word, other), stem(word, "uz"))))


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The skeleton of a word of a language without its endings."""
    if language in ("uz", "uz-Cyrl"):
        return _uzbek(skeleton(word))
    stemmer = _SNOWBALL.get(language)
    if stemmer is None:
        return skeleton(word)
    plain = spelt(word).replace("ё", "е") if language == "ru" else spelt(word)
    return skeleton(stemmer.stemWord(plain), language)


def _uzbek(folded: str) -> str:
    for endings in _ENDINGS:
        for ending in sorted(endings, key=len, reverse=True):
            if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
                folded = folded.removesuffix(ending)
                break
    return folded
