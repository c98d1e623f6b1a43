"""Whose name stands in a table: the names of the register, folded, and no guess."""

import pytest

from agreements.status_tables.encodings import NotText, decoded
from agreements.status_tables.matching import Known, Names, folded, words_of

KNOWN = [
    Known("UZB", ("Uzbekistan", "Oʻzbekiston", "Узбекистан", "Republic of Uzbekistan")),
    Known("CIV", ("Côte d’Ivoire", "Ivory Coast")),
    Known("TUR", ("Türkiye", "Turkey")),
    Known("BOL", ("Bolivia", "Plurinational State of Bolivia")),
    Known("KOR", ("South Korea", "Republic of Korea")),
    Known("PRK", ("North Korea", "Democratic People's Republic of Korea")),
    Known("COG", ("Congo", "Republic of the Congo")),
    Known("COD", ("Democratic Republic of the Congo", "Zaire")),
    Known("GIN", ("Guinea",)),
    Known("GNB", ("Guinea-Bissau",)),
    Known("NLD", ("Netherlands", "Kingdom of the Netherlands")),
    Known("CHN", ("China",)),
    Known("YUG", ("Yugoslavia",), "1918", "1992"),
    Known("SCG", ("Serbia and Montenegro", "Yugoslavia"), "1992", "2006"),
    Known("SRB", ("Serbia",), "2006"),
    Known("eu", ("European Union",)),
]
NAMES = Names(KNOWN)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("UZBEKISTAN", "UZB"),
        ("O'zbekiston", "UZB"),
        ("O`zbekiston", "UZB"),
        ("Республика Узбекистан", None),
        ("Узбекистан", "UZB"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Turkiye", "TUR"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Korea, Republic of", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Congo", "COG"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Guinea", "GIN"),
        ("Guinea Bissau", "GNB"),
        ("Guinea Conakry", None),
        ("European Union", "eu"),
        ("Atlantis", None),
        ("", None),
        ("()", None),
    ],
)
def test_a_name_means_the_one_who_is_called_so(name, key):
    assert NAMES.match(name).key == key


@pytest.mark.parametrize(
    ("name", "key", "territory"),
    [
        ("Netherlands (for Aruba)", "NLD", "Aruba"),
        ("Netherlands (in respect of Curaçao)", "NLD", "Curaçao"),
        ("China: Hong Kong", "CHN", "Hong Kong"),
        ("Atlantis (for Poseidonia)", None, "Poseidonia"),
    ],
)
def test_a_part_of_a_state_takes_part_for_itself(name, key, territory):
    found = NAMES.match(name)
    assert (found.key, found.territory) == (key, territory)


def test_of_two_who_were_called_so_the_days_of_the_acts_decide():
    assert NAMES.match("Yugoslavia", ["1956"]).key == "YUG"
    assert NAMES.match("Yugoslavia", ["2001"]).key == "SCG"


def test_where_the_days_do_not_decide_it_is_left_to_somebody():
    for years in ([], ["1956", "2001"], ["1992"]):
        found = NAMES.match("Yugoslavia", years)
        assert found.key is None
        assert found.candidates == ("SCG", "YUG")


def test_one_who_alone_is_called_so_is_meant_whenever_the_acts_were_done():
    assert NAMES.match("Serbia", ["2001"]).key == "SRB"


def test_a_name_that_is_not_known_brings_those_that_it_may_mean():
    assert NAMES.match("Guinea Conakry").candidates == ("GIN",)


def test_names_fold_alike_whatever_signs_they_are_written_with():
    assert folded("Côte d’Ivoire") == folded("COTE D'IVOIRE") == "cote divoire"
    assert words_of("The State of the Holy See") == frozenset({"state", "holy", "see"})


# --- The bytes of a file ------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_a_cyrillic_text_is_read_in_every_encoding(encoding):
    text = "Участник;Подписание\nУзбекистан;2001-06-28\n"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_western_text_is_read_in_every_encoding(encoding):
    text = "État;Signature\nCôte d'Ivoire;2001-06-28\nTürkiye;\n"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\x00", b"\xef\xbb\xbf\xff"]
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotText):
        decoded(data)
