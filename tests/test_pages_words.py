"""Days, stretches of time, languages and questions in the words of a page."""

from datetime import date

import pytest
from django.http import QueryDict

from catalogue.dates import written_date
from catalogue.durations import written_duration
from catalogue.languages import name, own_name, page_code
from catalogue.questions import BadQuestion, day, whole_number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1951-07-28", '<time datetime="1951-07-28">28 July 1951</time>'),
        ("1951-07", '<time datetime="1951-07">July 1951</time>'),
        ("1951", '<time datetime="1951">1951</time>'),
        ("1951~", 'about <time datetime="1951">1951</time>'),
        ("1951-07?", '<time datetime="1951-07">July 1951</time> (uncertain)'),
        ("1951%", 'about <time datetime="1951">1951</time> (uncertain)'),
        (
            "2020/2023-02",
            'between <time datetime="2020">2020</time> and '
            '<time datetime="2023-02">February 2023</time>',
        ),
        (date(2015, 3, 4), '<time datetime="2015-03-04">4 March 2015</time>'),
        (None, ""),
    ],
)
def test_a_day_is_said_no_more_exactly_than_it_is_known(value, words):
    assert written_date(value) == words


def test_a_table_has_the_short_form_of_the_month():
    assert (
        written_date("2015-03-14", short=True) == '<time datetime="2015-03-14">14 Mar 2015</time>'
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [("P1Y6M", "1 year 6 months"), ("P30D", "30 days"), ("P2W", "2 weeks"), ("P", "P")],
)
def test_a_stretch_of_time_is_said_in_words(value, words):
    assert written_duration(value) == words


def test_a_language_is_called_by_its_own_name_and_by_that_of_the_page():
    assert (own_name("ru"), name("ru"), page_code("ru")) == ("Русский", "Russian", "ru")
    assert (own_name("uz"), name("uz"), page_code("uz")) == ("Oʻzbekcha", "Uzbek", "uz-Latn")
    assert (own_name("uz-Cyrl"), page_code("uz-Cyrl")) == ("Ўзбекча", "uz-Cyrl")


def test_a_language_that_nobody_named_is_shown_by_its_code():
    assert (own_name("xx"), name("xx"), page_code("xx")) == ("Xx", "xx", "xx")


def test_an_absent_or_empty_day_is_no_question():
    assert day(QueryDict("on="), "on") is None
    assert day(QueryDict(""), "on") is None
    assert day(QueryDict("on=2015-03-14"), "on") == date(2015, 3, 14)


@pytest.mark.parametrize(
    "text", ["2015-02-30", "20150314", "2015-W10-1", "yesterday", "٢٠١٥-03-14"]
)
def test_an_impossible_day_is_named_in_a_sentence(text):
    with pytest.raises(BadQuestion, match="is not a day") as refused:
        day(QueryDict(mutable=True) | {"on": text}, "on")
    assert refused.value.parameter == "on"


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "9999999999", "²"])
def test_an_impossible_number_is_named_in_a_sentence(text):
    with pytest.raises(BadQuestion, match="is not a number"):
        whole_number(QueryDict(mutable=True) | {"page": text}, "page")
