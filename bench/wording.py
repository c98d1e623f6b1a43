"""Made-up words in four languages, as many and as unevenly used as those of a real register."""

import random
from functools import cache
from itertools import accumulate

LANGUAGES = ("en", "ru", "uz", "kk")
# Words of each language; together more than fifty thousand.
WORDS = 13_000
# A word that a seventh of all records have, and one that only one in ten thousand has.
COMMON, COMMON_EVERY, RARE, RARE_EVERY = "cooperation", 7, "quagga", 10_000
LATIN = ("ba", "ko", "mi", "tor", "lan", "de", "shu", "ri", "gan", "vel", "pos", "ti", "nor", "ya")
CYRILLIC = ("ба", "ко", "ми", "тор", "лан", "де", "шу", "ри", "ган", "вел", "пос", "ти", "нор", "я")
TITLE, REMARK = range(6, 14), 60


@cache
def vocabulary(language):
    """The words of a language with the running sum of how often each is used (Zipf)."""
    chance = random.Random(language)
    syllables = CYRILLIC if language in ("ru", "kk") else LATIN
    words = set()
    while len(words) < WORDS:
        words.add("".join(chance.choices(syllables, k=chance.randint(2, 5))))
    ordered = sorted(words)
    chance.shuffle(ordered)
    return ordered, list(accumulate(1 / (rank + 20) for rank in range(WORDS)))


def titled(chance, language, number):
    """A title; in English with the common and the rare word where their turn comes."""
    words = _drawn(chance, language, chance.choice(TITLE))
    if language == "en":
        words += [COMMON] * (number % COMMON_EVERY == 0) + [RARE] * (number % RARE_EVERY == 0)
    return " ".join(words).capitalize()


def told(chance, language):
    """A remark."""
    return " ".join(_drawn(chance, language, REMARK)).capitalize() + "."


def _drawn(chance, language, count):
    words, weights = vocabulary(language)
    return chance.choices(words, cum_weights=weights, k=count)
