"""The page and the list of agreements: status, standing, claims, sources, files."""

import hashlib
import io
import re
from html import unescape

import pytest

from register.files import store
from tests.factories import citation, publish_documents
from tests.factories_agreements import act, agreement_document, document_row, participant
from tests.register_of_pages import (
    CONVENTION,
    FORUM,
    READMISSION,
    published_register,
    readmission,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def register(kept_for_the_module):
    """The register that the pages show."""
    return published_register()


def text_of(client, key, question=""):
    """The page of an agreement as it is written."""
    response = client.get(f"/en/agreements/{key}/{question}")
    assert response.status_code == 200
    return response.content.decode()


def words(html):
    """What a reader reads, with single blanks."""
    spaced = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    return unescape(re.sub(r" ([.,;)])", r"\1", spaced))


def panel(client, key, question=""):
    """The words of the status panel."""
    text = text_of(client, key, question)
    return words(text[text.index('<div class="panel') : text.index('<form class="filterbar"')])


def test_the_status_stands_with_its_reason_and_the_act_it_rests_on(client):
    text = text_of(client, READMISSION, "?on=2013-01-01")
    assert "Entered into force on" in text
    assert 'href="#act-003">The act it rests on' in text
    assert re.search(r'class="panel st-force"', text)


def test_the_status_is_that_of_the_day_asked_about(client):
    assert "In force" in panel(client, READMISSION, "?on=2012-06-01")
    assert "Signed, not in force" in panel(client, READMISSION, "?on=2012-05-31")
    assert "No text yet" in panel(client, READMISSION, "?on=2012-02-29")


def test_the_standing_of_both_sides_stands_beside_the_status(client):
    said = panel(client, READMISSION, "?on=2013-01-01")
    assert "Uzbekistan Party since 1 Jun 2012" in said
    assert "Kazakhstan Party since 1 Jun 2012" in said


def test_a_claim_is_shown_as_a_claim_and_never_as_a_party(client):
    said = panel(client, CONVENTION)
    assert (
        "Claimed, not confirmed Party, as claimed by the article; not confirmed by the "
        "depositary, none shown as at 18 October 2023." in said
    )
    assert "Uzbekistan Not known" in said
    table = re.search(r'<tr class="home".*?</tr>', text_of(client, CONVENTION), re.DOTALL)[0]
    assert "Claimed, not confirmed" in table
    assert "st-force" not in table


def test_who_only_signed_is_said_not_to_be_shown_as_a_party(client):
    acts = [
        act(1, "adoption", done_on="2000-11-15"),
        act(2, "signature", "participant-001", done_on="2001-06-28"),
        act(3, "ratification", "participant-001", evidence="none_shown", as_at="2017"),
    ]
    people = [participant(1, "UZB"), participant(2, "KAZ")]
    changes = {"scope": "multilateral", "participants": people, "acts": acts}
    cited = [citation(1, path="acts/act-003", as_at="2017")]
    publish_documents([agreement_document("smuggling-2000", citations=cited, **changes)])
    said = panel(client, "smuggling-2000")
    assert "Uzbekistan Signatory" in said
    assert "Not shown to be a party: no ratification as at 2017." in said


def test_what_was_looked_for_and_not_found_is_told_with_its_day(client):
    assert "no act at all shown as at 18 Oct 2023" in words(text_of(client, CONVENTION))


def test_what_is_not_known_of_an_agreement_is_said_in_words(client):
    said = words(text_of(client, CONVENTION))
    for sentence in (
        "No relation to another agreement is recorded.",
        "No text is held or linked.",
        "The final clauses have not been read yet",
        "No law is recorded as carrying it out.",
        "Authentic languages not recorded",
    ):
        assert sentence in said
    publish_documents([readmission(acts=[], citations=[])])
    said = words(text_of(client, READMISSION))
    assert "Not established: no act of entry into force is recorded." in said
    assert "no act recorded" in said


def test_a_text_that_does_not_bind_is_marked_so(client):
    said = words(text_of(client, FORUM))
    assert "Entry into force None: the text does not bind." in said
    assert "Adopted; not binding" in said
    assert "Taking part" in said


def test_a_day_that_is_known_in_part_is_said_in_part(client):
    said = words(text_of(client, READMISSION))
    assert "signature Mar 2012" in said
    assert "about 2013" in words(text_of(client, FORUM))


def test_a_title_in_another_language_is_marked_with_it(client):
    text = text_of(client, READMISSION)
    assert '<h1 lang="en">Agreement on readmission' in text
    assert '<dd lang="ru">Соглашение о реадмиссии' in text
    assert "working translation" in text


def test_final_clauses_are_told_in_words(client):
    said = words(text_of(client, READMISSION))
    assert "30 days after the last notification (article 12(1))" in said
    assert "Tacit, for periods of 5 years" in said


def test_from_a_fact_its_source_is_reached_and_from_the_source_the_fact(client):
    text = text_of(client, READMISSION)
    mark = re.search(r'<sup class="src" id="fact-acts-act-003"><a href="#(source-\d+)"', text)
    item = text[text.index(f'<li id="{mark[1]}"') :].partition("</li>")[0]
    assert 'href="/en/sources/ART/"' in item
    assert "p. 7" in item
    assert '<span class="conf conf-reported">reported</span>' in item
    assert '<time datetime="2013-05-02">2 May 2013</time>' in item
    assert 'href="#fact-acts-act-003"' in item


def test_the_way_back_says_whose_act_it_was(client):
    cited = [citation(1, path="acts/act-002/place"), citation(2, path="acts/act-003")]
    publish_documents([readmission(citations=cited)])
    assert ">Signature, place (Kazakhstan)</a>" in text_of(client, READMISSION)


def test_a_source_that_gives_another_value_is_quoted(client):
    text = text_of(client, READMISSION)
    assert "(another source: “interstate”)" in words(text[: text.index("<h1")])
    assert 'this source says: <q lang="">interstate</q>' in text[text.index('id="sources"') :]
    assert '<span class="conf conf-verified">verified</span>' in text


CITED = """
form scope level binding binding_says disclosure subjects gcm_objectives authentic_languages
secretariat titles/title-001 titles/title-002/text identifiers/identifier-001
participants/participant-001 acts/act-001 acts/act-002/done_on acts/act-003
clauses/clause-001/period relations/relation-001 documents/document-001 tallies/tally-001/value
remarks/remark-001
""".split()


def test_every_citation_of_a_document_is_on_its_page_and_leads_back_to_its_fact(client):
    cited = [
        citation(number, path=path, note=f"note {number}")
        for number, path in enumerate(["", *CITED], start=1)
    ]
    publish_documents([readmission(citations=cited)])
    text = text_of(client, READMISSION)
    for number, one in enumerate(cited, start=1):
        told = text[: text.index(f"note {number}<")].rpartition('<span class="back">')[2]
        assert 'href="#fact-' in told, one["path"]


def test_what_other_records_say_of_an_agreement_is_on_its_page(client):
    text = text_of(client, READMISSION)
    assert 'href="/en/laws/law-uz-readmission/"' in text
    assert 'href="/en/projects/return-support/"' in text
    told = words(text_of(client, FORUM))
    assert "Follows the one above" in told


def test_the_page_tells_what_the_register_said_before(client, register):
    publish_documents([readmission(level="interstate")], reason="Read again.", nature="correction")
    text = text_of(client, READMISSION)
    before = words(text[text.index('id="before"') :])
    assert before.index("Read again.") < before.index("For the test.")
    assert "correction of an error" in before


def test_the_list_is_narrowed_by_what_is_asked_and_says_so(client):
    text = client.get("/en/agreements/?scope=bilateral&status=in_force").content.decode()
    assert "1 agreement<" in text
    assert "Agreement on readmission" in text
    assert "Convention on workers" not in text
    assert re.search(r'<a class="chip" href="\?status=in_force">Scope: bilateral', text)


def test_the_list_answers_for_the_day_asked_about(client):
    then = client.get("/en/agreements/?status=in_force&on=2012-05-31").content.decode()
    assert "Convention on workers" in then
    assert "Agreement on readmission" not in then


def test_a_wider_subject_finds_what_is_under_the_narrower(client):
    assert (
        "Agreement on readmission" in client.get("/en/agreements/?subject=return").content.decode()
    )


def test_an_empty_result_is_said_in_words(client):
    text = client.get("/en/agreements/?status=suspended").content.decode()
    assert "No agreement matches" in text


def test_the_list_is_paged_and_keeps_what_was_asked(client):
    publish_documents([agreement_document(f"copy-{number:02d}") for number in range(30)])
    text = client.get("/en/agreements/?scope=bilateral").content.decode()
    assert "31 agreements<" in text
    assert '<a rel="next" href="?scope=bilateral&amp;page=2">' in text
    assert "26–31 of 31" in client.get("/en/agreements/?scope=bilateral&page=2").content.decode()


def test_a_file_is_served_when_a_published_document_names_it(client):
    digest = store(io.BytesIO(b"%PDF-1.4 the text"))
    named = document_row(1, sha256=digest, media_type="application/pdf", size=17)
    publish_documents([readmission(documents=[named])])
    address = f"/en/agreements/{READMISSION}/files/{digest}/"
    assert address in text_of(client, READMISSION)
    response = client.get(address)
    assert b"".join(response.streaming_content) == b"%PDF-1.4 the text"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("media_type", ["application/javascript", "text/html", "image/svg+xml", ""])
def test_a_file_that_might_run_in_a_browser_is_served_as_bytes_to_be_saved(client, media_type):
    digest = store(io.BytesIO(b"alert(1)"))
    named = document_row(1, sha256=digest, media_type=media_type, size=8)
    publish_documents([readmission(documents=[named])])
    response = client.get(f"/en/agreements/{READMISSION}/files/{digest}/")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_no_published_document_names_is_never_served(client):
    digest = store(io.BytesIO(b"an internal note"))
    assert digest == hashlib.sha256(b"an internal note").hexdigest()
    assert client.get(f"/en/agreements/{READMISSION}/files/{digest}/").status_code == 404
    assert client.get(f"/en/agreements/{READMISSION}/files/..%2Fsecret/").status_code == 404


def test_a_file_that_is_named_but_not_held_is_not_found(client):
    assert client.get(f"/en/agreements/{READMISSION}/files/{'ab' * 32}/").status_code == 404
