"""The search finds what people look for: the judged queries in four spellings."""

from collections import Counter
from datetime import date

import pytest

from tests.judged import STRANGERS, asking, judged, scored
from tests.starting_documents import documents

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("founded"),
]
ON = date(2026, 11, 27)


@pytest.fixture
def searched(tmp_path):
    """Asks the index of the starting register for agreements."""
    return asking(tmp_path / "search", ON)


def test_there_are_enough_queries_in_every_spelling_and_each_names_real_agreements():
    queries, known = judged(), {each["key"] for each in documents("agreement")}
    assert len(queries) >= 120
    assert len(judged(STRANGERS)) * 3 >= len(queries)
    assert min(Counter(one.spelling for one in queries).values()) >= 28
    assert all(set(one.right) <= known for one in queries)


def test_the_right_answers_are_among_the_first_ten_and_the_first_is_right(searched):
    score = scored(judged(), searched)
    assert score.found >= 0.95 and score.first >= 0.85, score


@pytest.mark.parametrize("spelling", ["en", "ru", "uz", "uz-cyrl"])
def test_no_spelling_is_worse_off(searched, spelling):
    score = scored([one for one in judged() if one.spelling == spelling], searched)
    assert score.found >= 0.9 and score.first >= 0.8, score
