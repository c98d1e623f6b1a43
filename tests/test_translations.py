"""Every sentence of the public pages is there in Russian and in Uzbek, in both of its scripts."""

import gettext

import pytest

from catalogue.cyrillic import cyrillic
from catalogue.messages import public_messages
from catalogue.translations import (
    KEPT_BY_HAND,
    LATIN,
    MADE,
    RUSSIAN,
    faults,
    gathered,
    in_cyrillic,
    kept,
    messages,
    path_of,
)

LANGUAGES = [*KEPT_BY_HAND, MADE]
MEND = "manage.py write_messages, and translate what it names"


def said(catalog):
    """What a catalogue holds: message (with its context) to translation."""
    return {(one.context, one.id): one.string for one in messages(catalog)}


def compiled(language):
    """The translations that the register reads."""
    with path_of(language, "mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def heard(translations, message):
    """The forms that the register gives of one message."""
    context = message.context
    if isinstance(message.id, str):
        return translations.pgettext(context, message.id) if context else translations.gettext(
            message.id
        )  # fmt: skip
    one, many = message.id
    numbers = (1, 2, 5)[: len(message.string)]
    if context:
        return tuple(translations.npgettext(context, one, many, number) for number in numbers)
    return tuple(translations.ngettext(one, many, number) for number in numbers)


def test_messages_are_found_in_code_and_in_templates():
    found = {(one.context, one.id) for one in public_messages()}
    assert (None, "Signed on {day}; not yet in force.") in found
    assert (None, "Skip to content") in found
    assert (None, ("%(count)s year", "%(count)s years")) in found
    assert ("date format", "j F Y") in found
    assert len(found) > 1000


def test_what_models_say_to_curators_is_left_out():
    texts = {one.id for one in public_messages()}
    assert "memorandum of understanding or of cooperation" in texts
    assert "The unit that keeps this record; its members alone see the working copy." not in texts


@pytest.mark.parametrize("language", KEPT_BY_HAND)
def test_every_message_is_translated_with_its_places_and_tags(language):
    assert faults(gathered(language)) == [], MEND


@pytest.mark.parametrize("language", KEPT_BY_HAND)
def test_the_catalogue_holds_what_the_code_says_and_nothing_else(language):
    assert set(said(kept(language))) == set(said(gathered(language))), MEND


def test_a_translation_that_is_missing_or_loses_a_place_is_a_fault():
    catalog = kept("ru")
    catalog.get("Skip to content").string = ""
    catalog.get("Signed on {day}.").string = "Подписал."
    assert faults(catalog) == [
        "other places or tags: Signed on {day}.",
        "not translated: Skip to content",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    translations, catalog = compiled(language), kept(language)
    differing = [one.id for one in messages(catalog) if heard(translations, one) != one.string]
    assert len(catalog) > 1000
    assert differing == [], MEND


def test_the_cyrillic_catalogue_is_made_of_the_latin_one():
    assert said(kept(MADE)) == said(in_cyrillic(kept(LATIN))), MEND
    assert said(kept(MADE))[None, "Sources"] == cyrillic(said(kept(LATIN))[None, "Sources"])


def test_uzbek_is_written_with_the_letters_of_its_alphabet():
    wrong = [text for text in map(str, said(kept(LATIN)).values()) if set(text) & set("‘’'`´")]
    assert [text for text in wrong if not text.startswith("(")] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 год"), (2, "2 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (22, "22 года")],
)
def test_russian_has_three_forms_after_numbers(count, words):
    years = compiled("ru").ngettext("%(count)s year", "%(count)s years", count)
    assert years % {"count": count} == words
    assert RUSSIAN.startswith("nplurals=3")


@pytest.mark.parametrize("count", [0, 1, 2, 5, 21])
def test_uzbek_has_one_form_after_numbers(count):
    years = compiled("uz").ngettext("%(count)s year", "%(count)s years", count)
    assert years % {"count": count} == f"{count} yil"
