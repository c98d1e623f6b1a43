"""Texts in several languages: their stored form, and which one a reader is shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.texts import NotTexts, cleaned_texts, text_in

LANGUAGES = st.sampled_from(["en", "ru", "uz", "uz-Cyrl", "fr", "kaa"])
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


def test_texts_are_trimmed_and_empty_ones_dropped():
    assert cleaned_texts({"ru": " Соглашение\n", "en": "  ", "uz": ""}) == {"ru": "Соглашение"}


def test_letters_written_in_two_pieces_are_composed():
    assert cleaned_texts({"ru": "и\u0306од"}) == {"ru": "йод"}


@pytest.mark.parametrize("apostrophe", "ʻʼ‘’'`")
def test_uzbek_apostrophes_stay_as_they_were_entered(apostrophe):
    text = f"O{apostrophe}zbekiston"
    assert cleaned_texts({"uz": text}) == {"uz": text}


def test_lines_end_alike_whatever_machine_they_were_typed_on():
    assert cleaned_texts({"en": "one\r\ntwo\rthree\n\tfour"}) == {"en": "one\ntwo\nthree\n\tfour"}


@pytest.mark.parametrize("value", [None, "Agreement", ["en", "Agreement"], 7])
def test_what_gives_no_text_for_a_language_is_refused(value):
    with pytest.raises(NotTexts) as refused:
        cleaned_texts(value)
    assert refused.value.code == "shape"


@pytest.mark.parametrize(
    "language", ["", "e", "EN", "eng1", "en-GB", "uz_Cyrl", "uz-cyrl", "en\n", 1]
)
def test_a_key_that_is_no_language_code_is_refused(language):
    with pytest.raises(NotTexts, match="is not a language code") as refused:
        cleaned_texts({language: "Agreement"})
    assert refused.value.language == str(language)


@pytest.mark.parametrize("text", [None, 1, ["Agreement"], {"en": "Agreement"}])
def test_what_is_not_a_text_is_refused(text):
    with pytest.raises(NotTexts) as refused:
        cleaned_texts({"en": text})
    assert (refused.value.code, refused.value.language) == ("text", "en")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800"])
def test_a_character_that_is_no_writing_is_refused(character):
    with pytest.raises(NotTexts) as refused:
        cleaned_texts({"en": f"Agree{character}ment"})
    assert refused.value.code == "control"


@given(st.dictionaries(LANGUAGES, WORDS))
def test_cleaning_what_is_clean_changes_nothing(texts):
    clean = cleaned_texts(texts)
    assert cleaned_texts(clean) == clean
    assert list(clean) == sorted(clean)
    assert all(text and unicodedata.is_normalized("NFC", text) for text in clean.values())


def test_a_reader_is_shown_the_wanted_language():
    assert text_in({"en": "Agreement", "ru": "Соглашение"}, "ru", ["en"]) == ("ru", "Соглашение")


def test_without_the_wanted_language_the_first_fallback_there_is_is_shown_and_named():
    texts = {"de": "Abkommen", "ru": "Соглашение"}
    assert text_in(texts, "uz", ["en", "ru"]) == ("ru", "Соглашение")


def test_without_any_fallback_the_first_language_by_code_is_shown():
    assert text_in({"fr": "Accord", "de": "Abkommen"}, "uz", ["en"]) == ("de", "Abkommen")


def test_an_empty_text_is_not_shown():
    assert text_in({"uz": "", "en": "Agreement"}, "uz") == ("en", "Agreement")


def test_where_there_is_no_text_nothing_is_shown():
    assert text_in({}, "en", ["ru"]) is None
