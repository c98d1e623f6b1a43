"""Partial dates: what may be written, what it can mean, and in which order values stand."""

import copy
import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.partial_dates import PartialDate

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 31))
MARKS = st.sampled_from(["", "?", "~", "%"])
LENGTHS = st.sampled_from([4, 7, 10])
PARTS = st.builds(lambda day, length, mark: day.isoformat()[:length] + mark, DAYS, LENGTHS, MARKS)


def in_order(pair):
    """Whether the two texts make a range that does not end before it begins."""
    first, last = map(PartialDate.parse, pair)
    return first.earliest <= last.latest


RANGES = st.tuples(PARTS, PARTS).filter(in_order).map("/".join)
TEXTS = st.one_of(PARTS, RANGES)


def day(text):
    """A calendar day."""
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1951", "1951-01-01", "1951-12-31", "year"),
        ("1951-07", "1951-07-01", "1951-07-31", "month"),
        ("1951-07-28", "1951-07-28", "1951-07-28", "day"),
        ("2000-02~", "2000-02-01", "2000-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2020/2023", "2020-01-01", "2023-12-31", "range"),
        ("1951-07-28/1951-08", "1951-07-28", "1951-08-31", "range"),
        ("1951/1951-03", "1951-01-01", "1951-03-31", "range"),
        ("1000", "1000-01-01", "1000-12-31", "year"),
        ("9999-12", "9999-12-01", "9999-12-31", "month"),
    ],
)
def test_a_partial_date_can_mean_every_day_from_its_earliest_to_its_latest(
    text, earliest, latest, precision
):
    date = PartialDate.parse(text)
    assert (date.earliest, date.latest) == (day(earliest), day(latest))
    assert date.precision == precision


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1951", False, False),
        ("1951?", True, False),
        ("1951~", False, True),
        ("1951-07-28%", True, True),
        ("1951?/1952", True, False),
        ("1951/1952~", False, True),
        ("1951?/1952~", True, True),
    ],
)
def test_a_mark_says_how_sure_the_date_is(text, uncertain, approximate):
    date = PartialDate.parse(text)
    assert (date.is_uncertain, date.is_approximate) == (uncertain, approximate)


def test_a_mark_does_not_widen_the_date():
    plain, marked = PartialDate.parse("1951-07"), PartialDate.parse("1951-07~")
    assert (marked.earliest, marked.latest) == (plain.earliest, plain.latest)
    assert marked != plain


@pytest.mark.parametrize("text", ["1951-07-28?", "1951-07-28~", "1951-07", "1951-07-28/1951-07-29"])
def test_only_a_whole_day_without_a_mark_is_an_exact_day(text):
    assert not PartialDate.parse(text).is_day
    assert PartialDate.parse("1951-07-28").is_day


def test_the_parts_of_a_range_are_its_two_ends_as_written():
    first, last = PartialDate.parse("1951-07~/1952").parts
    assert (first.year, first.month, first.day, first.mark) == (1951, 7, None, "~")
    assert (last.year, last.month, last.day, last.mark) == (1952, None, None, "")
    assert (first.precision, last.precision) == ("month", "year")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "51", "951", "0951", "19510", "-1951", "+1951", "1951-7", "1951-7-28", "195107",
        "1951-07-28T00:00", "1951-07-28 ", " 1951", "1951\n", "19 51", "1951??", "?1951", "1951-?",
        "1951?-07", "195X", "1951-XX", "1951/", "/1951", "1951/..", "../1951", "1951//1952",
        "1951/1952/1953", "1951 / 1952", "[1951..1952]", "28.07.1951", "١٩٥١", "１９５１",
        "1951–07",
    ],
)  # fmt: skip
def test_what_is_not_in_the_grammar_is_refused(text):
    with pytest.raises(ValueError, match="is not a date: write 1951, 1951-07 or 1951-07-28"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["1951-00", "1951-13", "1951-02-29", "1951-04-31", "1951-01-00", "1900-02-29/1951"]
)
def test_a_day_that_the_calendar_does_not_have_is_refused(text):
    with pytest.raises(ValueError, match="is not in the calendar"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["1952/1951", "1951-08/1951-07", "1951-07-28/1951-07-27"])
def test_a_range_that_ends_before_it_begins_is_refused(text):
    with pytest.raises(ValueError, match="ends before it begins"):
        PartialDate.parse(text)


@pytest.mark.parametrize("value", [None, 1951, datetime.date(1951, 7, 28), b"1951"])
def test_what_is_not_a_text_is_refused(value):
    with pytest.raises(ValueError, match="A partial date is a text"):
        PartialDate.parse(value)


def test_a_partial_date_cannot_be_changed():
    with pytest.raises(AttributeError):
        PartialDate.parse("1951").text = "1952"


@given(TEXTS)
def test_what_was_read_is_written_back_letter_by_letter(text):
    assert str(PartialDate.parse(text)) == text


@given(st.text("0123456789-/?~% ", max_size=24))
def test_whatever_is_typed_is_either_refused_or_written_back_letter_by_letter(text):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text
    assert date.earliest <= date.latest


@given(DAYS)
def test_a_calendar_day_is_an_exact_day(calendar_day):
    date = PartialDate.of(calendar_day)
    assert date.is_day
    assert date.earliest == date.latest == calendar_day


@given(DAYS, MARKS)
def test_the_more_exact_date_lies_within_the_less_exact_one(calendar_day, mark):
    text = calendar_day.isoformat()
    year, month, whole = (PartialDate.parse(text[:length] + mark) for length in (4, 7, 10))
    assert year.earliest <= month.earliest <= whole.earliest
    assert whole.latest <= month.latest <= year.latest


@given(st.lists(TEXTS, max_size=8))
def test_dates_stand_in_the_order_of_earliest_day_then_latest_then_text(texts):
    dates = sorted(map(PartialDate.parse, texts))
    assert dates == sorted(dates, key=lambda date: (date.earliest, date.latest, str(date)))


@given(TEXTS, TEXTS)
def test_dates_are_equal_exactly_when_they_are_written_alike(text, other):
    date, another = PartialDate.parse(text), PartialDate.parse(other)
    assert (date == another) == (text == other)
    assert len({date, PartialDate.parse(text)}) == 1


@given(TEXTS)
def test_a_partial_date_survives_copying_and_pickling(text):
    date = PartialDate.parse(text)
    assert copy.deepcopy(date) == date
    assert pickle.loads(pickle.dumps(date)) == date
