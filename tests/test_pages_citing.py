"""From a fact to its sources and back."""

from catalogue.citing import Citations
from tests.factories import citation


def cited(*citations):
    """The citations of a document that has nothing else."""
    return Citations({"citations": list(citations)})


def test_equal_places_in_a_source_share_one_number():
    citations = cited(
        citation(1, path="acts/act-001", locator="p. 3"),
        citation(2, path="acts/act-002", locator="p. 3", says="1951"),
        citation(3, path="acts/act-002", locator="p. 4"),
    )
    assert [(one.number, one.place.locator) for one in citations.evidence] == [
        (1, "p. 3"),
        (2, "p. 4"),
    ]
    assert citations.evidence[0].anchor == "source-1"
    assert [support.says for support in citations.evidence[0].supports] == ["", "1951"]
    assert [one.number for one in citations.of("acts/act-002")] == [1, 2]


def test_one_place_is_one_entry_whatever_days_and_notes_its_citations_have():
    citations = cited(
        citation(1, path="acts/act-001", locator="p. 3", as_at="2013", note="Read twice."),
        citation(2, path="acts/act-002", locator="p. 3", as_at="2014"),
        citation(3, path="acts/act-003", locator="p. 3", as_at="2014"),
        citation(4, path="acts/act-003", locator="p. 3", as_at="2014", confidence="verified"),
    )
    assert [len(one.supports) for one in citations.evidence] == [3, 1]
    assert {told: len(facts) for told, facts in citations.evidence[0].told.items()} == {
        ("2013", "Read twice."): 1,
        ("2014", ""): 2,
    }


def test_numbers_rise_as_the_page_marks_its_facts():
    citations = cited(
        citation(1, path="form", locator="p. 1"),
        citation(2, path="scope", locator="p. 2"),
        citation(3, path="level", locator="p. 3"),
    )
    assert [one.number for one in citations.of("scope")] == [1]
    assert [one.number for one in citations.of("level")] == [2]
    assert [one.place.locator for one in citations.evidence] == ["p. 2", "p. 3", "p. 1"]


def test_a_row_is_marked_with_the_sources_of_all_its_fields():
    citations = cited(
        citation(1, path="acts/act-001/done_on", locator="p. 3"),
        citation(2, path="acts/act-001", locator="p. 4"),
        citation(3, path="acts/act-0011", locator="p. 5"),
    )
    assert [one.place.locator for one in citations.below("acts/act-001")] == ["p. 3", "p. 4"]
    assert [one.place.locator for one in citations.of("acts/act-001")] == ["p. 4"]


def test_the_way_back_leads_to_the_first_place_where_the_fact_is_marked():
    citations = cited(citation(1, path="acts/act-001/done_on"))
    assert citations.mark("acts/act-001") == "fact-acts-act-001"
    assert citations.mark("acts/act-001") == ""
    assert citations.anchor_of("acts/act-001/done_on") == "fact-acts-act-001"


def test_a_fact_that_the_page_does_not_show_has_no_way_back():
    assert cited(citation(1, path="form_note")).anchor_of("form_note") == ""
