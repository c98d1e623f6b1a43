"""Every reason has a sentence, and a sentence has all its words."""

import re
from pathlib import Path

import pytest

import agreements.law
from agreements.law.reasons import ACT_WORDS, DAYS, REASONS, places, reason, sentence
from agreements.law.values import (
    BEGINNINGS,
    CONSENTS,
    JOININGS,
    SIGNATURES,
    AgreementStatus,
    Standing,
)

SOURCES = Path(agreements.law.__file__).parent


@pytest.mark.parametrize("code", REASONS)
def test_every_sentence_is_one_and_uses_only_known_places(code):
    assert REASONS[code].endswith(".")
    assert places(code) <= DAYS | {"act_type", "by", "count", "fewest"}


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_given_by_some_rule(code):
    rules = "".join(p.read_text("utf-8") for p in SOURCES.glob("*.py") if p.name != "reasons.py")
    assert re.search(rf'"{code}"', rules)


def test_every_act_that_a_sentence_may_name_has_words():
    assert SIGNATURES | CONSENTS | BEGINNINGS | JOININGS <= ACT_WORDS.keys()


def test_days_become_iso_text_in_the_parameters():
    from_text = reason("entered_into_force", day="2003-09-29")
    assert dict(from_text.params) == {"day": "2003-09-29"}


def test_a_sentence_is_translated_and_its_days_and_acts_are_shown_as_the_page_wishes():
    said = {"code": "consented", "act_type": "accession", "day": "1999-01-15"}
    assert sentence(said) == "Consented to be bound on 1999-01-15 (accession)."
    russian = {
        "Consented to be bound on {day} ({act_type}).": "Согласие дано {day} ({act_type}).",
        "accession": "присоединение",
    }
    shown = sentence(said, translate=russian.__getitem__, show_day=lambda day: day[:4])
    assert shown == "Согласие дано 1999 (присоединение)."


def test_a_type_of_act_without_words_is_shown_as_it_is_written():
    said = {"code": "no_act_that_binds", "act_type": "any_new_act"}
    assert "any new act" in sentence(said)


def test_a_day_known_in_part_is_put_in_words():
    def said(day):
        return sentence({"code": "initialled", "day": day}, show_day=lambda day: f"<{day}>")

    assert said("2022-07-05") == "Initialled on <2022-07-05>."
    both = said("2022-07-01/2022-07-31")
    assert both == "Initialled on a day between <2022-07-01> and <2022-07-31>."
    assert said("../2022-07-31") == "Initialled on <2022-07-31> or an earlier day."
    assert said("2022-07-01/..") == "Initialled on <2022-07-01> or a later day."
    assert said("../..") == "Initialled on a day not known."


@pytest.mark.parametrize("word", sorted({*AgreementStatus, *Standing}))
def test_every_status_and_standing_is_explained_to_the_lawyer(word):
    explained = (SOURCES.parent.parent / "docs" / "law.md").read_text("utf-8")
    assert f"`{word}`" in explained
