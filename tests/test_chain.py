"""Digests: whatever changes in an entry changes its head, and salt keeps guesses out."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import assume, given
from hypothesis import strategies as st

from register.chain import head_of, moment, salted_digest

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
moments = st.datetimes(datetime(1991, 9, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@dataclass(frozen=True)
class Summary:
    """As much of an entry as its head is made of."""

    number: int
    at: datetime
    event: str
    nature: str
    kind: str
    key: str
    schema: int
    document_digest: str
    reading_digest: str
    reason_digest: str
    previous_head: str


summaries = st.builds(
    Summary,
    number=st.integers(1, 2**53 - 1),
    at=moments,
    schema=st.integers(1, 99),
    **dict.fromkeys(
        (
            "event",
            "nature",
            "kind",
            "key",
            "document_digest",
            "reading_digest",
            "reason_digest",
            "previous_head",
        ),
        words,
    ),
)


@given(summaries, summaries)
def test_two_entries_have_one_head_only_if_they_say_the_same(one, other):
    assert (head_of(one) == head_of(other)) == (one == other)


@given(summaries, st.sampled_from(["event", "nature", "kind", "key", "previous_head"]), words)
def test_every_word_of_an_entry_counts(summary, name, word):
    assume(getattr(summary, name) != word)
    assert head_of(replace(summary, **{name: word})) != head_of(summary)


@given(summaries, st.integers(1, 10**9))
def test_a_microsecond_counts(summary, microseconds):
    later = replace(summary, at=summary.at + timedelta(microseconds=microseconds))
    assert head_of(later) != head_of(summary)


@given(moments)
def test_a_moment_is_written_alike_in_whatever_zone_it_is_given(at):
    tashkent = timezone(timedelta(hours=5))
    assert moment(at.astimezone(tashkent)) == moment(at)
    assert datetime.fromisoformat(moment(at)) == at


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), words)
def test_the_same_text_under_another_salt_has_another_digest(salt, other, text):
    assume(text and salt != other)
    assert salted_digest(salt, text) != salted_digest(other, text)


@given(st.binary(min_size=32, max_size=32), words, words)
def test_another_text_under_the_same_salt_has_another_digest(salt, text, other):
    assume(text != other)
    assert salted_digest(salt, text) != salted_digest(salt, other)
