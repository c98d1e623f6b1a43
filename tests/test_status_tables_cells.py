"""The dates and letters of single cells, and the names beside them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.status_tables import Reason
from agreements.status_tables.cells import cell_read
from agreements.status_tables.heads import head_read
from agreements.status_tables.names import clean_name, is_bracketed

HEAD = head_read(
    "Ratification, Acceptance(A), Approval(AA), Formal confirmation(c), Accession(a), Succession(d)"
)
TYPES = {"": "ratification", "A": "acceptance", "AA": "approval", "c": "formal_confirmation",
         "a": "accession", "d": "succession"}  # fmt: skip
SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def acts(text, head=HEAD, day_first=None):
    """(type, day) of every act of a cell that must have been read."""
    found, reason = cell_read(text, head, day_first)
    assert reason is None
    return [(act.type, act.done_on) for act in found]


def refusal(text, head=HEAD, day_first=None):
    """Why a cell was not read; then none of it was."""
    found, reason = cell_read(text, head, day_first)
    assert found == ()
    return reason


@pytest.mark.parametrize(
    "text",
    ["12 Aug 2008 a", "12 Aug 2008a", "12Aug2008 a", "12 August 2008 (a)", "12 Aug 2008 a 3",
     "12 Aug 2008 a3", "12 Aug 20083 a", "12 Aug 2008 2, 3 a", "12 Aug 2008 ¹ a ²", "2008-08-12 a",
     "12 Aug 2008 a [1]", "12 Aug 2008 a*", "August 12, 2008 a", "12.08.2008 a", "12 août 2008 a",
     "12 августа 2008 a", "12-Aug-2008 a", "12 Aug 2008 (accession)", "Accession 12 Aug 2008",
     "Date of accession: 12 Aug 2008", "acceded on 12 Aug 2008", "12th August 2008 a"],
)  # fmt: skip
def test_one_accession_is_read_however_it_is_printed(text):
    assert acts(text) == [("accession", "2008-08-12")]


@pytest.mark.parametrize(("letter", "type_"), TYPES.items())
def test_the_letter_is_the_act(letter, type_):
    assert acts(f"24 Sep 2003 {letter}") == [(type_, "2003-09-24")]


def test_small_and_capital_letters_are_different_acts():
    assert acts("5 Mar 1992 A") != acts("5 Mar 1992 a")


def test_the_letter_and_the_words_are_kept_as_printed():
    (act,), _ = cell_read("12 Aug 2008AA 3", HEAD)
    assert (act.letter, act.words, act.head) == ("AA", "12 Aug 2008AA 3", HEAD.text)


def test_a_month_or_a_year_alone_stays_a_part_of_a_date():
    assert acts("Aug 2008") == [("ratification", "2008-08")]
    assert acts("2008") == [("ratification", "2008")]


def test_an_act_in_brackets_no_longer_holds():
    # Ecuador's accession to the agreement on part XI of the law of the sea.
    (act,), _ = cell_read("[  4 Nov 1997 a]", HEAD)
    assert (act.type, act.done_on, act.withdrawn) == ("accession", "1997-11-04", True)


def test_a_footnote_in_brackets_withdraws_nothing():
    (act,), _ = cell_read("4 Nov 1997 [1]", HEAD)
    assert not act.withdrawn


@pytest.mark.parametrize(
    "text", ["[4 Nov 1997 a] 12 Jan 2001 a", "[4 Nov 1997a]12 Jan 2001a", "4 Nov 1997 a, [12 Jan "
             "2001 a]", "4 Nov 1997 a; 12 Jan 2001 a", "4 Nov 1997 a12 Jan 2001 a"]
)  # fmt: skip
def test_several_acts_of_a_cell_are_all_read(text):
    assert acts(text) == [("accession", "1997-11-04"), ("accession", "2001-01-12")]


def test_words_before_each_date_name_its_act():
    text = "Accession 12 Aug 2008, withdrawal 5 May 2010"
    assert acts(text) == [("accession", "2008-08-12"), ("denunciation", "2010-05-05")]


def test_words_after_each_date_name_its_act():
    text = "12 Aug 2008 accession, 5 May 2010 withdrawal"
    assert acts(text) == [("accession", "2008-08-12"), ("denunciation", "2010-05-05")]


def test_a_succession_to_a_signature_makes_a_signatory():
    # Montenegro and the convention on migrant workers.
    (act,), _ = cell_read("23 Oct 2006 d", head_read("Signature, Succession to signature(d)"))
    assert (act.type, act.letter, act.by_succession) == ("signature", "d", True)


@pytest.mark.parametrize("text", ["", "-", "—", "...", "…"])
def test_an_empty_cell_has_no_acts_and_hides_nothing(text):
    assert cell_read(text, HEAD) == ((), None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("as from 29 January 1988", Reason.WORDS),
        ("12 Aug 2008 a, with effect for Aruba", Reason.WORDS),
        ("not before 12 Aug 2008", Reason.WORDS),
        ("12 Aug 2008 a accession", Reason.WORDS),
        ("Accession 12 Aug 2008 withdrawn", Reason.WORDS),
        ("[12 Aug 2008 a", Reason.WORDS),
        ("(12 Aug 2008 a)", Reason.WORDS),
        ("12 Aug 2008 x", Reason.LETTER_NOT_KNOWN),
        ("12 Aug 2008 aa", Reason.LETTER_NOT_KNOWN),
        ("31 Feb 2000", Reason.NO_SUCH_DAY),
        ("0 Feb 2000", Reason.NO_SUCH_DAY),
        ("2000-13-01", Reason.NO_SUCH_DAY),
        ("40/11/1950", Reason.NO_SUCH_DAY),
        ("04/11/1950", Reason.DAY_OR_MONTH),
        ("pending", Reason.NO_DATE),
        ("18765", Reason.NO_DATE),
        ("1951/1952", Reason.NO_DATE),
        ("12 Aug 08", Reason.NO_DATE),
        ("X", Reason.NO_DATE),
    ],
)
def test_what_is_not_understood_is_refused_with_its_reason(text, reason):
    assert refusal(text) == reason


def test_one_part_that_is_not_understood_refuses_the_whole_cell():
    assert refusal("12 Aug 2008 a, 31 Feb 2010 a") == Reason.NO_SUCH_DAY


def test_a_bare_date_where_every_act_has_a_letter_is_refused():
    assert refusal("5 May 1999", head_read("Accession(a), Succession(d)")) == Reason.WHICH_ACT


def test_a_date_below_a_head_that_names_no_act_is_refused():
    assert refusal("5 May 1999", head_read("Remarks")) == Reason.HEAD_NOT_KNOWN
    assert refusal("5 May 1999", head_read("")) == Reason.NO_HEAD


@pytest.mark.parametrize(
    ("day_first", "day"), [(True, "1950-11-04"), (False, "1950-04-11")]
)  # fmt: skip
def test_figures_are_read_in_the_order_of_the_table(day_first, day):
    assert acts("04/11/1950", day_first=day_first) == [("ratification", day)]


@pytest.mark.parametrize("text", ["13/11/1950", "11/13/1950", "13-11-1950", "13.11.1950"])
def test_a_figure_above_twelve_is_the_day(text):
    assert acts(text) == [("ratification", "1950-11-13")]


@given(
    st.lists(
        st.tuples(
            st.dates(date(1900, 1, 1), date(2099, 12, 31)),
            st.sampled_from(sorted(TYPES)),
            st.sampled_from(["{} {} {} {}", "{} {} {}{}", "{}{}{} {}", "[{} {} {} {}]"]),
            st.sampled_from(["", " 3", " [12]", "¹", " *"]),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([", ", "; ", " "]),
)
def test_what_is_printed_is_read_back(printed, separator):
    cell = separator.join(
        shape.format(day.day, SHORT[day.month - 1], day.year, letter) + mark
        for day, letter, shape, mark in printed
    )
    assert acts(cell) == [(TYPES[letter], day.isoformat()) for day, letter, _, _ in printed]


@given(st.text(max_size=60))
def test_any_text_gives_acts_a_reason_or_is_empty(text):
    found, reason = cell_read(text, HEAD)
    assert bool(found) != bool(reason) or text.strip() in {"", "-", "–", "—", "...", "…", "n/a"}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Nauru3", "Nauru"),
        ("China 2, 3", "China"),
        ("China 2,3,4", "China"),
        ("Serbia [1]", "Serbia"),
        ("Cyprus¹²", "Cyprus"),
        ("Germany *", "Germany"),
        ("Israel <7>", "Israel"),
        ("The former Yugoslav Republic of Macedonia", "former Yugoslav Republic of Macedonia"),
        ("Gambia (the)", "Gambia"),
        ("Bahamas, The", "Bahamas"),
        ("Bolivia (Plurinational State of)", "Bolivia (Plurinational State of)"),
        ("Micronesia (Federated States of) 4", "Micronesia (Federated States of)"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        ("Thessaly", "Thessaly"),
        ("  Holy   See ", "Holy See"),
        ("[Yugoslavia] 5", "Yugoslavia"),
        ("Узбекистан 1", "Узбекистан"),
        ("", ""),
        ("—", ""),
        ("12", ""),
        ("1. See the notes.", ""),
    ],
)
def test_a_name_is_freed_of_what_is_not_part_of_it(printed, name):
    assert clean_name(printed) == name


def test_a_name_in_brackets_is_told_from_a_footnote():
    assert is_bracketed("[Yugoslavia]")
    assert not is_bracketed("Serbia [1]")


@given(st.text(max_size=60))
def test_a_clean_name_is_not_cleaned_further(text):
    assert clean_name(clean_name(text)) == clean_name(text)
