"""Whole tables as depositaries and their readers paste them: every cell read or accounted for.

The dates are those of the United Nations Treaty Collection: the convention on migrant workers
(IV-13), the one against transnational organized crime (XVIII-12), the refugee protocol (V-5) and
the agreement on part XI of the law of the sea (XXI-6-a).
"""

import csv
import io
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.status_tables import Reason, read_table

MIGRANT_WORKERS = """\
Participant,"Signature, Succession to signature(d)","Ratification, Accession(a), Succession(d)"
Argentina,10 Aug 2004,23 Feb 2007
Armenia,26 Sep 2013,
Azerbaijan,,11 Jan 1999 a
Kyrgyzstan,,29 Sep 2003 a
Montenegro,23 Oct 2006 d,
"""
PART_ELEVEN = """\
Participant\tSignature\tProvisional application(n)\tRatification, Accession(a), Approval(AA)
Canada\t26 Jun 1995\t\t26 Jun 1995
Ecuador\t\t\t[  4 Nov 1997 a]
European Union\t30 Jun 1995\t30 Jun 1995 n\t1 Feb 1996 AA
"""
ORGANIZED_CRIME = """\
Participant;Signature;Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)
Kazakhstan;13 Dec 2000;31 Jul 2008
Uzbekistan;13 Dec 2000;9 Dec 2003
Turkmenistan;;28 Mar 2005 a
"""
# A table in the shape of the Council of Europe's: days in figures, a column for each kind of note.
COUNCIL = """\
\tSignature\tRatification\tEntry into Force\tNotes\tR.\tD.\tA.\tT.\tC.\tO.
Albania\t13/07/1995\t02/10/1996\t02/10/1996\t\t\t\t\t\t\t
Montenegro\t03/04/2003\t03/03/2004\t06/06/2006\t56\t\t\t\t\t\t
Ukraine\t09/11/1995\t11/09/1997\t11/09/1997\t\tX\t\t\t\t\t
"""


def told(table):
    """(name, type, day) of every act of a table, in its order."""
    return [(row.name, act.type, act.done_on) for row in table.rows for act in row.acts]


def refused(table):
    """(text, reason) of everything that was not read, in its order."""
    return [(item.text, item.reason) for item in table.unread]


def test_the_table_of_the_migrant_workers_convention_is_read():
    table = read_table(MIGRANT_WORKERS)
    assert told(table) == [
        ("Argentina", "signature", "2004-08-10"),
        ("Argentina", "ratification", "2007-02-23"),
        ("Armenia", "signature", "2013-09-26"),
        ("Azerbaijan", "accession", "1999-01-11"),
        ("Kyrgyzstan", "accession", "2003-09-29"),
        ("Montenegro", "signature", "2006-10-23"),
    ]
    assert table.unread == ()


def test_a_table_parted_by_tabs_is_read_though_its_heads_hold_commas():
    assert told(read_table(PART_ELEVEN)) == [
        ("Canada", "signature", "1995-06-26"),
        ("Canada", "ratification", "1995-06-26"),
        ("Ecuador", "accession", "1997-11-04"),
        ("European Union", "signature", "1995-06-30"),
        ("European Union", "provisional_application", "1995-06-30"),
        ("European Union", "approval", "1996-02-01"),
    ]


def test_what_stands_in_brackets_no_longer_holds():
    rows = read_table(PART_ELEVEN).rows
    assert {row.name: [act.withdrawn for act in row.acts] for row in rows}["Ecuador"] == [True]
    assert not any(act.withdrawn for row in rows if row.name != "Ecuador" for act in row.acts)


def test_a_table_parted_by_semicolons_is_read_though_its_heads_hold_commas():
    table = read_table(ORGANIZED_CRIME)
    assert told(table)[2:] == [
        ("Uzbekistan", "signature", "2000-12-13"),
        ("Uzbekistan", "ratification", "2003-12-09"),
        ("Turkmenistan", "accession", "2005-03-28"),
    ]
    assert table.unread == ()


def test_the_council_of_europe_puts_the_day_first():
    assert told(read_table(COUNCIL))[:3] == [
        ("Albania", "signature", "1995-07-13"),
        ("Albania", "ratification", "1996-10-02"),
        ("Albania", "entry_into_force", "1996-10-02"),
    ]


def test_the_council_of_europe_puts_the_day_first_where_no_date_shows_it():
    heads, _, _, _ = COUNCIL.splitlines()
    table = read_table(f"{heads}\nMontenegro\t03/04/2003" + "\t" * 9)
    assert told(table) == [("Montenegro", "signature", "2003-04-03")]


def test_notes_and_marks_of_the_council_of_europe_are_handed_over_unread():
    assert refused(read_table(COUNCIL)) == [
        ("56", Reason.HEAD_NOT_KNOWN),
        ("X", Reason.HEAD_NOT_KNOWN),
    ]


def test_one_date_shows_the_order_of_all():
    text = "Country,Signature\nAlbania,04/11/1950\nAustria,13/11/1950\n"
    assert told(read_table(text))[0] == ("Albania", "signature", "1950-11-04")
    text = "Country,Signature\nAlbania,04/11/1950\nAustria,11/13/1950\n"
    assert told(read_table(text))[0] == ("Albania", "signature", "1950-04-11")


def test_without_such_a_date_the_order_stays_open():
    table = read_table("Country,Signature\nAlbania,04/11/1950\n")
    assert refused(table) == [("04/11/1950", Reason.DAY_OR_MONTH)]


def test_a_table_that_uses_both_orders_settles_neither():
    text = "Country,Signature\nA,04/11/1950\nB,13/11/1950\nC,11/13/1950\n"
    assert refused(read_table(text)) == [("04/11/1950", Reason.DAY_OR_MONTH)]


@pytest.mark.parametrize(
    "text",
    ["\ufeff" + MIGRANT_WORKERS, MIGRANT_WORKERS.replace("\n", "\r\n"),
     MIGRANT_WORKERS.replace("\n", "\n\n"), MIGRANT_WORKERS.replace(" ", "\u00a0"),
     MIGRANT_WORKERS.replace("\n", "\r")],
    ids=["byte order mark", "returns", "blank lines", "hard spaces", "returns alone"],
)  # fmt: skip
def test_how_the_text_was_saved_changes_nothing(text):
    assert told(read_table(text)) == told(read_table(MIGRANT_WORKERS))
    assert read_table(text).unread == ()


def test_a_row_keeps_its_number_its_printed_name_and_its_clean_name():
    row = read_table("Participant,Accession(a)\nNauru3,28 Jun 2011 a\n").rows[0]
    assert (row.number, row.printed, row.name) == (2, "Nauru3", "Nauru")


def test_a_former_participant_in_brackets_is_marked():
    rows = read_table("Participant,Signature\n[Yugoslavia] 2,2 Jul 1968\nCuba,1 Jan 1960\n").rows
    assert [(row.name, row.bracketed) for row in rows] == [("Yugoslavia", True), ("Cuba", False)]


def test_a_participant_without_acts_is_a_row_all_the_same():
    rows = read_table("Participant\nAustralia\nAustria\n").rows
    assert [(row.name, row.acts) for row in rows] == [("Australia", ()), ("Austria", ())]


def test_the_names_need_not_stand_in_the_first_column():
    table = read_table("No.,State,Signature\n1,Albania,13 Jul 1995\n")
    assert told(table) == [("Albania", "signature", "1995-07-13")]
    assert refused(table) == [("1", Reason.HEAD_NOT_KNOWN)]


def test_lines_above_the_heads_are_handed_over():
    table = read_table(
        "Status as at 5-3-2015\n\nSignatories : 38. Parties : 47\n" + MIGRANT_WORKERS
    )
    assert [reason for _, reason in refused(table)] == [Reason.BEFORE_HEADS] * 2
    assert len(table.rows) == 5


def test_heads_may_stand_again_on_every_page():
    table = read_table(MIGRANT_WORKERS + MIGRANT_WORKERS)
    assert len(table.rows) == 10
    assert table.unread == ()


def test_a_word_in_a_cell_does_not_make_a_row_heads():
    table = read_table("Country,Signature,Status\nAlbania,13 Jul 1995,Party\nCuba,ratified,Party\n")
    assert [row.name for row in table.rows] == ["Albania", "Cuba"]
    assert refused(table) == [
        ("Party", Reason.HEAD_NOT_KNOWN),
        ("ratified", Reason.NO_DATE),
        ("Party", Reason.HEAD_NOT_KNOWN),
    ]


def test_a_cell_beyond_the_heads_and_a_row_without_a_name_are_handed_over():
    table = read_table("Participant,Signature\nCuba,1 Jan 1960,2 Jan 1961\n,3 Mar 1970\n1. Note,\n")
    assert refused(table) == [
        ("2 Jan 1961", Reason.NO_HEAD),
        ("3 Mar 1970", Reason.NO_NAME),
        ("1. Note", Reason.NO_NAME),
    ]


def test_what_was_not_read_says_where_it_stands():
    (item,) = read_table("Participant,Signature\nCuba 2,sometime\n").unread
    assert (item.number, item.head, item.printed) == (2, "Signature", "Cuba 2")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \t ", "\x00", ",,,\n,,,"])
def test_an_empty_text_is_an_empty_table(text):
    assert read_table(text).rows == read_table(text).unread == ()


def test_heads_alone_are_a_table_without_rows():
    table = read_table(MIGRANT_WORKERS.splitlines()[0])
    assert table.rows == table.unread == ()


def test_a_text_that_is_no_table_is_handed_over_line_by_line():
    assert refused(read_table("Dear colleague,\nthe list is attached.\n")) == [
        ("Dear colleague", Reason.NO_HEADS),
        ("the list is attached.", Reason.NO_HEADS),
    ]


@pytest.mark.parametrize(
    "text", ["Cuba,Ratified\nPeru,Ratified\n", "Cuba,Accession 3 Mar 1995\nPeru,Signed\n"]
)
def test_the_first_row_of_a_table_without_heads_is_not_taken_for_them(text):
    lines = [line.replace(",", " | ") for line in text.splitlines()]
    assert refused(read_table(text)) == [(line, Reason.NO_HEADS) for line in lines]


def test_heads_that_explain_letters_need_no_word_for_the_participants():
    table = read_table("Who,Accession(a)\nCuba,3 Mar 1995 a\n")
    assert told(table) == [("Cuba", "accession", "1995-03-03")]


def test_heads_may_hold_the_day_of_the_text():
    table = read_table("State,Ratification of the text of 7 Dec 1953\nCuba,28 Jun 1954\n")
    assert told(table) == [("Cuba", "ratification", "1954-06-28")]


def test_control_characters_part_words_and_hide_nothing():
    table = read_table("Participant,Signature\nCu\u200bba\x00,1\x0bJan\x1b1960\x07\n")
    assert told(table) == [("Cuba", "signature", "1960-01-01")]


def test_a_quote_that_never_closes_loses_no_text():
    table = read_table('Participant,Signature\nCuba,"1 Jan 1960\nPeru,2 Jan 1961\n')
    kept = " ".join(item.text for item in table.unread) + " ".join(
        act.words for row in table.rows for act in row.acts
    )
    assert "1 Jan 1960" in kept
    assert "2 Jan 1961" in kept


HOSTILE = {
    "columns": "Participant" + ",Signature" * 10_000 + "\nCuba" + ",1 Jan 1960" * 10_000,
    "commas": "Participant;Signature\nCuba" + "," * 200_000 + ";1 Jan 1960",
    "brackets": "Participant,Signature\nCuba," + "[" * 50_000,
    "figures": "Participant,Signature\nCuba," + "1 " * 50_000,
    "one cell": "x" * 500_000,
    "quotes": '"' * 100_001,
    "heads": "Participant;" + "Ratification, " * 20_000 + "\nCuba;1 Jan 1960",
    "date and commas": "Participant;Signature\nCuba;1 Jan 1960" + ", 1" * 30_000 + "!",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long(text):
    began = time.process_time()
    table = read_table(text)
    assert time.process_time() - began < 10
    assert table.rows or table.unread


def test_ten_thousand_columns_are_ten_thousand_acts():
    assert len(told(read_table(HOSTILE["columns"]))) == 10_000


HEADS = ["Participant", "Signature", "Ratification, Acceptance(A), Accession(a), Succession(d)"]
CONSENTS = {"": "ratification", "A": "acceptance", "a": "accession", "d": "succession"}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
STATES = st.sampled_from(
    ["Bolivia (Plurinational State of)", "Côte d'Ivoire", "Iran (Islamic Republic of)",
     "St. Kitts and Nevis", "Lao People's Democratic Republic", "Узбекистан", "Korea, Republic of"]
)  # fmt: skip
ROWS = st.lists(
    st.tuples(STATES, st.none() | DAYS, st.lists(st.tuples(DAYS, st.sampled_from("aAd")))),
    min_size=1,
)


def printed_day(day):
    """A day as the UN Treaty Collection prints it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def printed_table(rows, delimiter):
    """A table of these rows as a spreadsheet saves it."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=delimiter)
    writer.writerow(HEADS)
    for state, signed, consents in rows:
        cell = " ".join(f"{printed_day(day)} {letter}" for day, letter in consents)
        writer.writerow([state, printed_day(signed) if signed else "", cell])
    return sheet.getvalue()


@given(ROWS, st.sampled_from(["\t", ";", ","]))
def test_a_table_that_was_printed_is_read_back(rows, delimiter):
    table = read_table(printed_table(rows, delimiter))
    expected = []
    for state, signed, consents in rows:
        expected += [(state, "signature", signed.isoformat())] if signed else []
        expected += [(state, CONSENTS[letter], day.isoformat()) for day, letter in consents]
    assert told(table) == expected
    assert [row.name for row in table.rows] == [row[0] for row in rows]
    assert table.unread == ()


WORDS = st.text("abcdefghijklmnop 0123456789[]()/.-", max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=6))
def test_no_cell_is_silently_dropped(rows):
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter="\t")
    writer.writerows([HEADS, *rows])
    table = read_table(sheet.getvalue())
    kept = [item.text for item in table.unread] + [row.printed for row in table.rows]
    kept += [act.words for row in table.rows for act in row.acts]
    for cell in (" ".join(cell.split()) for row in rows for cell in row):
        assert cell in {"", "-", "...", "n/a"} or any(cell.strip(" ,;") in text for text in kept)


@given(st.text())
def test_no_text_makes_it_fail(text):
    read_table(text)
    read_table(MIGRANT_WORKERS + text)
