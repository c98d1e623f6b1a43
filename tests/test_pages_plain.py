"""One word for one thing, no word that decides a dispute, none that only programs know."""

import re
from html import unescape

import pytest

from agreements.models import Law
from agreements.models.standing import Standing, Status
from catalogue import marks
from projects.models import Project
from tests.factories import citation, publish_documents
from tests.factories_agreements import (
    act,
    agreement_document,
    clause,
    document_row,
    participant,
    tally,
    title,
)
from tests.register_of_pages import published_register

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def register(kept_for_the_module):
    """The register that the pages show."""
    return published_register()


def words_of(client, address):
    """What a reader of the page reads."""
    text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
    return re.sub(r" ([.,;)])", r"\1", unescape(" ".join(text.split())))


def words_of_agreement(client, **changes):
    """What a reader of an agreement reads that is as given."""
    publish_documents([agreement_document("as-given", **changes)])
    return words_of(client, "/en/agreements/as-given/")


@pytest.mark.parametrize(
    ("drawn", "choices"),
    [
        (marks.STATUSES, Status),
        (marks.STANDINGS, Standing),
        (marks.PROJECT_STATUSES, Project.Status),
        (marks.LAW_STATUSES, Law.Status),
    ],
)
def test_every_state_is_drawn_and_called_as_the_filters_call_it(drawn, choices):
    assert {code: str(mark.word) for code, mark in drawn.items()} == {
        choice.value: str(choice.label) for choice in choices
    }


@pytest.mark.parametrize(
    ("binding", "nature"),
    [
        ("disputed", "legal nature disputed"),
        ("not_known", "legal nature not known"),
        ("non_binding", "not binding"),
    ],
)
def test_the_status_of_an_adopted_text_says_of_its_nature_what_is_known(client, binding, nature):
    said = words_of_agreement(
        client,
        binding=binding,
        binding_says="A court.",
        form="statement",
        acts=[
            act(1, "endorsement", "participant-001", done_on="2016-03-18"),
            act(2, "endorsement", "participant-002", done_on="2016-03-18"),
        ],
    )
    assert f"Adopted; {nature}" in said
    head = said[said.index("Bilateral") : said.index("As it stood on")]
    assert ("Legal nature" in head) == (binding != "non_binding")
    assert "Taking part since 18 Mar 2016" in said
    assert ("not binding" in said) == (binding == "non_binding")
    listed = words_of(client, f"/en/agreements/?binding={binding}")
    assert f"Adopted; {nature}" in listed
    assert "shown as bound" in words_of(client, "/en/states/UZB/")


def test_a_clause_does_not_say_the_same_twice(client):
    said = words_of_agreement(
        client,
        clauses=[
            clause(1, type="duration", rule="indefinite", text={"en": "indefinite; see article 3"}),
            clause(2, type="renewal", rule="none", text={"en": "It ends."}),
        ],
    )
    assert "Duration Indefinite; see article 3" in said
    assert "It ends." in said


def test_who_keeps_the_original_is_not_said_two_ways(client):
    assert "Depositary not recorded" in words_of_agreement(client)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text_address": "", "documents": []}, "Not withheld; no text is recorded here"),
        ({"text_address": "https://example.org/text", "documents": []}, "Text public"),
        ({"text_address": "", "documents": [document_row(1, text="Article 1.")]}, "Text public"),
        (
            {"text_address": "", "documents": [], "disclosure": "withheld", "disclosure_note": "X"},
            "Existence known, text withheld",
        ),
    ],
)
def test_a_text_is_called_public_only_where_it_can_be_read(client, changes, said):
    assert f"Access to the text {said}" in words_of_agreement(client, **changes)


@pytest.mark.parametrize("page", ["agreements", "laws", "projects"])
def test_a_form_speaks_to_readers_and_not_to_programs(client, page):
    said = words_of(client, f"/en/{page}/")
    for word in ("Keys of", "minus before", "(descending)", "with participants given"):
        assert word not in said
    assert "Title, A to Z" in said


def test_the_order_that_a_reader_chooses_is_shown_as_chosen(client):
    text = client.get("/en/agreements/?ordering=-made_on").content.decode()
    assert '<option value="-made_on" selected>Newest signature first</option>' in text


def test_without_words_nothing_is_said_to_match_best(client):
    without, with_words = (
        client.get(f"/en/agreements/{question}").content.decode() for question in ("", "?q=signed")
    )
    assert '<option value="" selected>Newest signature first</option>' in without
    assert "Best match first" not in without
    assert '<option value="" selected>Best match first</option>' in with_words


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/sources/ART/", "Source ART"),
        ("/en/checks/check-uzb-readmission/", "A search, none found: Uzbekistan"),
        ("/en/codes/gcm-objectives/", "gcm-objectives"),
    ],
)
def test_a_citation_names_what_it_cites(client, address, name):
    said = words_of(client, address)
    assert "“”" not in said
    assert re.search(f"“[^”]*{name}[^”]*”", said, re.IGNORECASE)


ACTED = [
    act(1, "signature", "participant-001", done_on="2001-01-01"),
    act(2, "signature", "participant-002", done_on="2002-01-01"),
    act(3, "signature", "participant-003", done_on="2003-01-01"),
    act(4, "entry_into_force", done_on="2010-01-01"),
]
THREE = [
    participant(1, "UZB"),
    participant(2, "KAZ"),
    participant(3, None, text={"en": "A third state"}),
]
CITED = [citation(1, path="acts/act-004")]
ONLY_RECORDED = "By the acts recorded here"


@pytest.mark.parametrize(
    "changes",
    [
        {"scope": "multilateral", "tallies": [tally(1, of="signatories", value=4)]},
        {"scope": "multilateral", "reach": "universal"},
        {"scope": "plurilateral", "acts": [*ACTED[:2], ACTED[3]]},
    ],
)
def test_where_acts_of_some_are_missing_a_beginning_is_said_to_be_of_those_recorded(
    client, changes
):
    given = {"participants": THREE, "acts": ACTED, "citations": CITED, **changes}
    said = words_of_agreement(client, titles=[title(text="Of many")], **given)
    assert f"only later. {ONLY_RECORDED}" in said
    then = words_of(client, "/en/agreements/as-given/?on=2005-01-01")
    assert then.count(ONLY_RECORDED) > said.count(ONLY_RECORDED)
    assert f"Entered into force on 1 January 2010. {ONLY_RECORDED}" not in said


@pytest.mark.parametrize(
    "changes",
    [
        {"scope": "plurilateral"},
        {"scope": "multilateral", "reach": "regional", "tallies": [tally(1, value=3)]},
    ],
)
def test_where_as_many_have_acted_as_there_are_it_is_said_flatly(client, changes):
    given = {"participants": THREE, "acts": ACTED, "citations": CITED, **changes}
    assert ONLY_RECORDED not in words_of_agreement(client, **given)
