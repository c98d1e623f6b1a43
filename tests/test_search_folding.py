"""Words made comparable: scripts, apostrophes, accents, endings."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.folding import APOSTROPHES, skeleton, skeletons, words_of
from catalogue.search.question import candidates, terms_in
from catalogue.search.stemming import stem


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_uzbek_is_one_word_with_whatever_apostrophe(mark):
    [word] = words_of(f"O{mark}zbekiston")
    assert skeleton(word.text) == "ozbekiston"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Oʻzbekiston", "Ўзбекистон"),
        ("Qozogʻiston", "Қозоғистон"),
        ("konvensiya", "конвенция"),
        ("konstitutsiya", "конституция"),
        ("Yevropa", "Европа"),
        ("shartnoma", "шартнома"),
        ("maʼlumot", "маълумот"),
        ("yosh", "ёш"),
        ("choʻl", "чўл"),
        ("ehtiyoj", "эҳтиёж"),
        ("jahon", "жаҳон"),
        ("yuridik", "юридик"),
        ("aʼzolari", "аъзолари"),
    ],
)
def test_uzbek_in_cyrillic_is_like_uzbek_in_latin(latin, cyrillic):
    assert skeleton(latin) == skeleton(cyrillic)


@pytest.mark.parametrize(
    ("one", "other"),
    [("İŞKUR", "iskur"), ("Türkiye", "TURKIYE"), ("Ørsted", "orsted"), ("Straße", "strasse")],
)
def test_accents_and_capitals_make_no_difference(one, other):
    assert skeleton(one) == skeleton(other)


def test_in_russian_yo_and_ye_are_one_letter():
    assert skeleton("приём", "ru") == skeleton("прием", "ru")
    assert set(skeletons("приём")) & set(skeletons("прием"))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("конвенция", "конвенции", "ru"),
        ("реадмиссии", "реадмиссия", "ru"),
        ("мигрантов", "мигрантам", "ru"),
        ("agreements", "agreement", "en"),
        ("migrating", "migrated", "en"),
        ("konvensiyasining", "konvensiya", "uz"),
        ("qochqinlarga", "qochqin", "uz"),
        ("davlatlarida", "davlat", "uz"),
        ("bitimi", "bitim", "uz"),
        ("Oʻzbekistondagi", "Oʻzbekiston", "uz"),
    ],
)
def test_an_inflected_word_comes_down_to_the_same_stem(one, other, language):
    assert stem(one, language) == stem(other, language)


def test_a_word_finds_itself_whatever_language_it_is_taken_for():
    for word in ("bitim", "migration", "миграция", "қочқинлар", "97", "XVIII"):
        assert skeleton(word) in candidates(word)


@given(st.text())
def test_every_text_can_be_folded(text):
    for word in words_of(text):
        folded = skeleton(word.text)
        assert not any(unicodedata.combining(letter) for letter in folded)
        assert not any(letter.isspace() for letter in folded)
        assert text[word.start : word.end] == word.text


@given(st.text(alphabet='ab я"“«»-*ʻ 1', max_size=40))
def test_whatever_is_typed_is_taken_apart_without_an_error(text):
    for term in terms_in(text):
        assert term.words and all(term.words)


@pytest.mark.parametrize(
    ("typed", "words", "quoted", "beginning", "excluded"),
    [
        ("migration", ("migration",), False, False, False),
        ('"mutual travel"', ("mutual", "travel"), True, False, False),
        ("«взаимные поездки»", ("взаимные", "поездки"), True, False, False),
        ("migr*", ("migr",), False, True, False),
        ("-refugees", ("refugees",), False, False, True),
        ("XVIII-12-b", ("XVIII", "12", "b"), False, False, False),
        ('-"New York"', ("New", "York"), True, False, True),
    ],
)
def test_what_is_typed_is_understood(typed, words, quoted, beginning, excluded):
    [term] = terms_in(typed)
    assert (term.words, term.quoted, term.beginning, term.excluded) == (
        words, quoted, beginning, excluded,
    )  # fmt: skip
