"""Filters mean the same in the index as in the lists of published rows; counts add up."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.http import QueryDict

from agreements.filters import AgreementFilterSet
from agreements.models import PublishedStanding
from catalogue.search.asking import MOST_VALUES, Question, ask
from catalogue.search.following import Follower
from catalogue.search.question import terms_in
from catalogue.search.shape import FACETS
from register.models import Head
from tests.starting_documents import documents

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("founded"),
]
DAYS = (date(1995, 6, 1), date(2012, 3, 1), date(2026, 11, 27))
SHARED = [name for name in FACETS if name != "kind"]


@pytest.fixture
def index(tmp_path):
    return Follower(tmp_path / "search").index(Head.newest())


def asked(index, on, words="", **chosen):
    chosen = {"kind": ("agreement",)} | {name: tuple(each) for name, each in chosen.items()}
    question = Question(terms_in(words), tuple(chosen.items()), on)
    return ask(index, question, 0, 200)


def keys(answer):
    return {key for _kind, key in answer.records}


def listed(on, **chosen):
    """The same question to the list of published rows."""
    data = QueryDict(mutable=True)
    for name, values in chosen.items():
        data.setlist(name, list(values))
    data["on"] = on.isoformat()
    filters = AgreementFilterSet(data, number=Head.newest().number, on=on)
    assert filters.is_valid(), filters.errors
    return set(filters.qs.values_list("key", flat=True))


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("name", SHARED)
def test_a_filter_means_the_same_in_the_index_and_in_the_list(index, name, on):
    counts = asked(index, on).counts[name]
    assert counts or name == "gcm_objective"  # the starting register has none
    for value, count in counts.items():
        found = asked(index, on, **{name: [value]})
        assert keys(found) == listed(on, **{name: [value]})
        assert found.total == count


def test_several_values_of_one_filter_are_any_and_several_filters_are_all(index):
    chosen = {"form": ["treaty", "agreement"], "scope": ["bilateral"], "subject": ["readmission"]}
    found = asked(index, DAYS[2], **chosen)
    assert keys(found) == listed(DAYS[2], **chosen) != set()


def test_a_facet_is_counted_without_its_own_choice(index):
    free = asked(index, DAYS[2])
    chosen = asked(index, DAYS[2], scope=["bilateral"])
    assert chosen.counts["scope"] == free.counts["scope"]
    assert chosen.counts["form"] != free.counts["form"]


def bound_by_rows(on, agreements):
    """By state or organization, how many of these agreements bind it, as period rows have it."""
    rows = PublishedStanding.objects.recorded(Head.newest().number).on(on)
    rows = rows.filter(status__in=PublishedStanding.BIND, agreement__in=agreements)
    pairs = rows.exclude(actor="").values_list("actor", "agreement").distinct()
    return Counter(actor for actor, _agreement in pairs)


def days_of_change():
    """Each day on which anybody becomes bound or free, and the day before; of our time."""
    rows = PublishedStanding.objects.recorded(Head.newest().number).of_participants()
    found = set(rows.filter(status__in=PublishedStanding.BIND).values_list("from_day", flat=True))
    return sorted(day - timedelta(before) for day in found for before in (0, 1))


def test_who_is_bound_is_counted_as_period_rows_tell_on_every_day(index):
    for on in days_of_change():
        found = asked(index, on)
        assert found.counts["bound"] == bound_by_rows(on, keys(found)), on


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("readmission", {}),
        ("convension", {}),
        ("migrants xylophones", {}),
        ("", {"participant": ["UZB", "KAZ"]}),
        ("", {"scope": ["bilateral"], "subject": ["readmission", "labour-migration"]}),
        ("", {"status": ["terminated", "expired"]}),
    ],
    ids=lambda each: str(each),
)
def test_who_is_bound_is_counted_among_the_results(index, words, chosen):
    for on in DAYS:
        found = asked(index, on, words, **chosen)
        assert found.counts["bound"] == bound_by_rows(on, keys(found))


def test_everything_is_found_when_nothing_is_asked(index):
    assert asked(index, DAYS[2]).total == len(documents("agreement"))


def test_no_value_is_left_uncounted(index):
    assert all(len(counts) < MOST_VALUES for counts in asked(index, DAYS[2]).counts.values())


def test_a_phrase_is_found_as_it_stands_and_does_not_reach_over_two_titles(index):
    assert "uz-kg-mutual-travel-2006" in keys(asked(index, DAYS[2], '"mutual travel of citizens"'))
    assert not asked(index, DAYS[2], '"citizens mutual travel of"').records


def test_what_is_excluded_is_not_there(index):
    every, fewer = (
        keys(asked(index, DAYS[2], words)) for words in ("compact", "compact -refugees")
    )
    assert "gcr-2018" in every - fewer and "gcm-2018" in fewer


def test_a_beginning_finds_every_word_that_begins_so(index):
    assert keys(asked(index, DAYS[2], "readmis*")) >= {"uz-bg-readmission-2003"}


def test_the_last_word_may_be_unfinished(index):
    assert keys(asked(index, DAYS[2], "readm")) == keys(asked(index, DAYS[2], "readm*")) != set()


def test_a_mistyped_word_is_mended_and_told(index):
    answer = asked(index, DAYS[2], "refuggee convension")
    assert keys(answer) >= {"un-refugee-convention-1951"}
    assert [term.words for term in answer.terms] != [("refuggee",), ("convension",)]


def test_where_nothing_has_all_words_some_do(index):
    answer = asked(index, DAYS[2], "readmission xylophones")
    assert answer.is_relaxed and answer.records


@pytest.mark.parametrize(
    "word, among",
    [
        ("readmission", "readmission with xylophones"),
        ("readmissiya", "xylophones bilan readmissiya toʼgʼrisidagi"),
    ],
)
def test_where_only_some_words_are_found_the_empty_ones_find_nothing(index, word, among):
    assert keys(asked(index, DAYS[2], among)) == keys(asked(index, DAYS[2], word)) != set()


@pytest.mark.parametrize("order", ["newest_act", "made_on", "force_on", "title"])
def test_results_stand_in_the_order_asked_for(index, order):
    question = Question((), (("kind", ("agreement",)),), DAYS[2], order, order != "title")
    one = [key for _kind, key in ask(index, question, 0, 100).records]
    back = [
        key
        for _kind, key in ask(index, question._replace(descending=order == "title"), 0, 100).records
    ]
    assert len(one) == len(back) == len(documents("agreement"))
    assert one != back


def test_pages_follow_one_another_without_a_gap(index):
    question = Question(terms_in("migration"), (("kind", ("agreement",)),), DAYS[2])
    whole = ask(index, question, 0, 60).records
    pages = [each for start in range(0, 60, 7) for each in ask(index, question, start, 7).records]
    assert pages[: len(whole)] == whole
