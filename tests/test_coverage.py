"""The coverage matrix: what is settled with whom, what was sought in vain, where nobody looked."""

import csv
import re
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.beginnings import Beginning
from catalogue.views import states as pages_of_states
from tests.factories import publish_documents
from tests.factories_actors import state_document
from tests.factories_agreements import (
    act,
    agreement_document,
    check_document,
    ground,
    in_force_document,
    participant,
    subject_document,
    title,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/en/coverage/"


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    subjects = [
        subject_document("return", position=1),
        subject_document("readmission", parent="return", position=1),
        subject_document("labour", position=2),
    ]
    bilateral = in_force_document(subjects=["readmission"], titles=[title(1)])
    signed = agreement_document(
        "workers", titles=[title(1)], subjects=["labour"], scope="multilateral",
        participants=[participant(1, "UZB"), participant(2, "KGZ")],
        acts=[act(1, "signature", "participant-001", done_on="2020-01-01")],
    )  # fmt: skip
    search = check_document("check-labour", subject="labour", counterpart="KAZ")
    states = [state_document(key) for key in ("KGZ", "TKM")]
    publish_documents([*subjects, *ground("UZB", "KAZ"), *states, bilateral, signed, search])


def table(client, question=""):
    """The matrix as its file has it: {key of the partner: {subject: words}}."""
    response = client.get(f"/en/coverage.csv?{question}")
    assert response.status_code == 200
    heads, *lines = csv.reader(StringIO(response.content.decode("utf-8-sig")))
    return {line[0]: dict(zip(heads[2:], line[2:], strict=True)) for line in lines}


def test_four_things_are_told_apart(client):
    assert table(client, "agreements=all") == {
        "KAZ": {
            "Subject readmission": "1 in force",
            "Subject labour": "none found (2025-07-01)",
        },
        "KGZ": {"Subject readmission": "not checked", "Subject labour": "1 other"},
    }


def test_on_the_page_they_differ_in_more_than_colour(client):
    text = client.get(f"{ADDRESS}?agreements=all").content.decode()
    assert re.search(r'#force"/></svg>1<span class="vh"> in force', text)
    assert re.search(r'#signed"/></svg>1<span class="vh"> other', text)
    assert re.search(r'href="/en/checks/check-labour/">–<span class="vh"> none found', text)
    assert 'class="unchecked"><span class="vh">not checked' in text


def test_another_day_is_another_matrix(client):
    assert table(client, "on=2012-04-01")["KAZ"]["Subject readmission"] == "1 other"


def test_a_search_about_a_branch_holds_for_its_parts(client):
    search = check_document("check-return", subject="return", counterpart="TKM")
    publish_documents([search])
    assert table(client)["TKM"]["Subject readmission"].startswith("none found")


def test_one_branch_and_all_states_can_be_asked_for(client):
    found = table(client, "subject=return&partners=all")
    assert found["TKM"] == {"Subject readmission": "not checked"}
    assert "UZB" not in found


def test_a_cell_leads_to_its_agreements(client):
    text = client.get(ADDRESS).content.decode()
    address = re.search(r'href="(/en/agreements/\?[^"]+)"', text)[1].replace("&amp;", "&")
    assert "1 agreement<" in client.get(address).content.decode()


@pytest.mark.parametrize("question", ["subject=nowhere", "partners=nobody", "agreements=none"])
def test_what_cannot_be_asked_is_told_by_name(client, question):
    response = client.get(f"{ADDRESS}?{question}")
    assert response.status_code == 400
    assert question.partition("=")[0] in response.content.decode()


def test_the_matrix_asks_few_questions_of_the_database(client):
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{ADDRESS}?agreements=all&partners=all")
    assert len(queries) <= 10


# --- Over the API -------------------------------------------------------------------------------


def matrix(client, question="", status=200):
    response = client.get(f"/api/v1/coverage/?{question}")
    assert response.status_code == status, response.content
    return response.json()


def cells(found):
    return {
        row["actor"]: {cell["subject"]: cell for cell in row["cells"]} for row in found["results"]
    }


def in_words(cell):
    """A cell of the API as the file has it."""
    if cell["answer"] == "agreements":
        counts = [(cell["in_force"], "in force"), (cell["other"], "other")]
        return ", ".join(f"{count} {words}" for count, words in counts if count)
    if cell["answer"] == "not_checked":
        return "not checked"
    return f"{cell['answer'].removeprefix('checked_').replace('_', ' ')} ({cell['checked_on']})"


QUESTIONS = (
    "", "agreements=all", "on=2012-04-01", "agreements=all&partners=all", "subject=return",
    "subject=labour&agreements=all&partners=all&on=2013-01-01", "on=1980-01-01",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_page_file_and_api_tell_the_same(client, question):
    found = matrix(client, question)
    names = found["names"]
    told = {
        actor: {names[key]["texts"]["en"]: in_words(cell) for key, cell in row.items()}
        for actor, row in cells(found).items()
    }
    assert told == table(client, question)


def test_an_empty_cell_says_whether_somebody_looked_and_where(client):
    found = matrix(client, "agreements=all")
    sought, blank = cells(found)["KAZ"]["labour"], cells(found)["KGZ"]["readmission"]
    assert (sought["answer"], sought["checked_on"]) == ("checked_none_found", "2025-07-01")
    assert (blank["answer"], blank["check"], blank["checked_on"]) == ("not_checked", None, None)
    document = found["checks"][sought["check"]]["document"]
    [cited] = document["citations"]
    assert document["result"] == "none_found" and cited["source"] in found["names"]


def test_the_columns_stand_in_the_order_of_every_row(client):
    found = matrix(client, "agreements=all&partners=all")
    assert found["home"] == "UZB"
    assert found["subjects"] == ["readmission", "labour"]
    assert all([c["subject"] for c in r["cells"]] == found["subjects"] for r in found["results"])


def test_the_matrix_of_an_earlier_entry_is_given_as_it_was(client):
    before = matrix(client)
    then = before["recorded"]
    publish_documents([in_force_document("new", subjects=["labour"], titles=[title(1)])])
    assert cells(matrix(client))["KAZ"]["labour"]["in_force"] == 1
    again = matrix(client, f"recorded={then}")
    assert (again["results"], again["recorded"]) == (before["results"], then)
    assert matrix(client, "recorded=2001-01-01")["results"] == []


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("subject=nowhere", "subject"),
        ("subject=a%00b", "subject"),
        ("partners=nobody", "partners"),
        ("agreements=none", "agreements"),
        ("on=2015-02-30", "on"),
        ("recorded=99999", "recorded"),
        ("colour=red", "colour"),
    ],
)
def test_the_api_refuses_by_name_what_cannot_be_asked(client, question, named):
    assert list(matrix(client, question, 400)["errors"]) == [named]


def test_an_unchanged_matrix_is_not_sent_twice(client):
    tag = client.get("/api/v1/coverage/")["ETag"]
    again = client.get("/api/v1/coverage/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_page_leads_to_the_same_for_programs(client):
    text = client.get(f"{ADDRESS}?agreements=all&on=2013-01-01").content.decode()
    address = re.search(r'href="(/api/v1/coverage/[^"]*)"', text)[1].replace("&amp;", "&")
    found = client.get(address).json()
    assert found["on"] == "2013-01-01"
    assert found["results"] == matrix(client, "agreements=all&on=2013-01-01")["results"]


def test_the_api_asks_few_questions_of_the_database_for_the_whole_matrix(client):
    with CaptureQueriesContext(connection) as queries:
        matrix(client, "agreements=all&partners=all")
    assert len(queries) <= 10


def row_of_state(client, key):
    """What the page of a state tells of each subject: {key of the subject: words}."""
    html = client.get(f"/en/states/{key}/").content.decode()
    section = html[html.index('id="coverage"') : html.index('id="memberships"')]
    found = re.findall(r"/subjects/([\w-]+)/.*?<dd>(.*?)</dd>", section, re.DOTALL)
    blank = re.search(r">Not checked</dt><dd[^>]*>(.*?)</dd>", section, re.DOTALL)
    words = {subject: re.sub(r"<[^>]+>", "", told) for subject, told in found}
    return words, blank[1] if blank else ""


@pytest.mark.parametrize("actor", ["KAZ", "KGZ"])
def test_the_page_of_a_state_tells_its_row_of_the_matrix(client, actor):
    row = next(row for row in matrix(client, "agreements=all")["results"] if row["actor"] == actor)
    told, blank = row_of_state(client, actor)
    assert list(told) == [
        each["subject"] for each in row["cells"] if each["answer"] != "not_checked"
    ]
    for each in row["cells"]:
        if each["in_force"]:
            assert f"{each['in_force']} in force" in told[each["subject"]]
        elif each["other"]:
            assert f"{each['other']} other" in told[each["subject"]]
        elif each["check"]:
            assert told[each["subject"]].startswith("None found")
        else:
            assert f"Subject {each['subject']}" in blank


def test_the_page_of_a_state_counts_more_agreements_than_it_lists(client, monkeypatch):
    def none_of_them(rows, whole):
        return Beginning([], len(rows), whole)

    monkeypatch.setattr(pages_of_states, "beginning", none_of_them)
    told, _blank = row_of_state(client, "KGZ")
    assert told["labour"] == "1 other"


def test_where_there_is_nothing_the_page_of_a_state_says_that_nobody_looked(client):
    told, blank = row_of_state(client, "TKM")
    assert told == {}
    assert blank.count(",") == 1
