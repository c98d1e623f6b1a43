"""From a document to the reading that is stored with its entry."""

import json

import pytest

from agreements.law.reasons import sentence
from agreements.readings import (
    acting_on,
    depends_on,
    instrument_of,
    parents_of,
    reading_of,
)


def act(ref, type, done_on=None, participant=None, **more):
    """An act as a document holds it."""
    return {
        "ref": ref,
        "participant": participant,
        "type": type,
        "evidence": "shown",
        "done_on": done_on,
        "effective_on": None,
        "as_at": None,
        "vote": "",
        "predecessor": None,
        "concerns": None,
    } | more


def agreement(key, *acts, **more):
    """The parts of an agreement's document that the law reads."""
    people = [
        {"ref": "participant-001", "actor": "UZB", "side": 1, "role": ""},
        {"ref": "participant-002", "actor": "RUS", "side": 2, "role": ""},
    ]
    return {
        "kind": "agreement",
        "key": key,
        "scope": "bilateral",
        "binding": "binding",
        "participants": people,
        "acts": list(acts),
        "clauses": [],
        "relations": [],
        "citations": [],
        "tallies": [],
    } | more


def cited(path, as_at=None, confidence="reported"):
    """A citation as a document holds it."""
    return {"path": path, "as_at": as_at, "confidence": confidence}


def relation(target, type="supersedes", certainty="certain"):
    """A relation as a document holds it."""
    return {"ref": "relation-001", "type": type, "target": target, "certainty": certainty}


SIGNED = (
    act("act-001", "signature", "2007-07-04", "participant-001"),
    act("act-002", "signature", "2007-07-04", "participant-002"),
)
IN_FORCE = (*SIGNED, act("act-003", "entry_into_force", "2009-07-15"))


def test_a_reading_has_the_periods_of_the_agreement_and_of_each_participant():
    reading = reading_of(agreement("uz-ru", *IN_FORCE))
    assert reading["agreement"] == [
        {
            "status": "not_yet",
            "from": None,
            "until": "2007-07-04",
            "reason": {"code": "before_first_act", "day": "2007-07-04"},
            "act": None,
            "checked": None,
        },
        {
            "status": "signed_not_in_force",
            "from": "2007-07-04",
            "until": "2009-07-15",
            "reason": {"code": "signed_before_force", "day": "2007-07-04"},
            "act": "act-001",
            "checked": None,
        },
        {
            "status": "in_force",
            "from": "2009-07-15",
            "until": None,
            "reason": {"code": "entered_into_force", "day": "2009-07-15"},
            "act": "act-003",
            "checked": None,
        },
    ]
    statuses = [period["status"] for period in reading["participants"]["participant-002"]]
    assert statuses == ["none", "signatory", "party"]


def test_a_reading_is_plain_json_and_each_reason_gives_a_sentence():
    reading = reading_of(agreement("uz-ru", *IN_FORCE))
    assert json.loads(json.dumps(reading)) == reading
    assert type(reading["agreement"][0]["status"]) is str
    assert sentence(reading["agreement"][2]["reason"]) == "Entered into force on 2009-07-15."


def test_the_newest_as_at_day_of_the_act_and_its_citations_is_the_day_checked():
    citations = [
        cited("acts/act-003", "2015-03-14"),
        cited("acts/act-003/done_on", "2019-12"),
        cited("acts/act-0031", "2025-01-01"),
        cited("titles/title-001", "2026-01-01"),
    ]
    reading = reading_of(agreement("uz-ru", *IN_FORCE, citations=citations))
    assert reading["agreement"][-1]["checked"] == "2019-12-01"


def test_a_range_is_one_day_somewhere_between_its_ends():
    document = agreement("uz-ru", *SIGNED, act("act-003", "entry_into_force", "2009-07/2009-08-15"))
    periods = [(p["status"], p["from"]) for p in reading_of(document)["agreement"]]
    assert periods[2:] == [("not_known", "2009-07-01"), ("in_force", "2009-08-15")]


def test_a_later_agreement_counts_only_from_its_own_entry_into_force():
    old = agreement("old", *IN_FORCE)
    new = agreement(
        "new",
        act("act-001", "signature", "2025-10-24", "participant-001"),
        relations=[relation("old")],
    )
    assert reading_of(old, {"new": new})["agreement"][-1]["status"] == "in_force"
    new["acts"].append(act("act-002", "entry_into_force", "2026-09-01"))
    last = reading_of(old, {"new": new})["agreement"][-1]
    assert (last["status"], last["from"]) == ("superseded", "2026-09-01")
    assert last["reason"] == {"code": "superseded_by", "by": "new", "day": "2026-09-01"}


def test_relations_in_a_circle_come_to_an_end():
    first = agreement("first", *IN_FORCE, relations=[relation("second"), relation("first")])
    second = agreement(
        "second",
        act("act-001", "signature", "2012-01-01", "participant-001"),
        act("act-002", "entry_into_force", "2013-01-01"),
        relations=[relation("first")],
    )
    both = {"first": first, "second": second}
    assert reading_of(first, both)["agreement"][-1]["status"] == "superseded"
    assert reading_of(second, both)["agreement"][-1]["status"] == "in_force"


def test_documents_that_do_not_act_on_the_agreement_change_nothing():
    old = agreement("old", *IN_FORCE)
    other = agreement("other", *IN_FORCE, relations=[relation("old", "refers_to")])
    assert reading_of(old, {"other": other}) == reading_of(old)


def test_only_relations_that_act_make_another_reading_depend_on_a_document():
    document = agreement(
        "new",
        relations=[
            relation("old"),
            relation("older", "terminates"),
            relation("oldest", "suspends"),
            relation("friend", "accompanies"),
            relation("new"),
            relation(None),
        ],
    )
    assert depends_on(document) == {"old", "older", "oldest"}
    assert acting_on("old", [document, agreement("old")]) == {"new": document}
    assert acting_on("friend", [document]) == {}


def test_an_agreement_without_any_act_has_one_period_of_not_knowing():
    reading = reading_of(agreement("empty"))
    assert [p["status"] for p in reading["agreement"]] == ["not_known"]
    assert reading["agreement"][0]["from"] is reading["agreement"][0]["until"] is None


def test_a_later_text_that_does_not_bind_counts_from_its_adoption_and_not_from_an_approval():
    old = agreement("old", act("act-001", "adoption", "2006-06-29"), binding="non_binding")
    new = agreement(
        "new",
        act("act-001", "internal_approval", "2017-01-01", "participant-001"),
        act("act-002", "adoption", "2018-01-01"),
        binding="non_binding",
        relations=[relation("old", certainty="apparent")],
    )
    last = reading_of(old, {"new": new})["agreement"][-1]
    assert (last["status"], last["from"]) == ("superseded", "2018-01-01")
    assert last["reason"]["code"] == "superseded_apparently_by"


ON_SIGNATURE = {
    "ref": "clause-001",
    "type": "entry_into_force",
    "rule": "on_signature",
    "count": None,
    "period": "",
    "day": None,
}


@pytest.mark.parametrize(
    ("path", "confidence", "before"),
    [
        ("acts/act-003", "verified", "signed_not_in_force"),
        ("acts/act-003/done_on", "verified", "signed_not_in_force"),
        ("acts/act-003", "reported", "not_known"),
        ("acts/act-003/place", "verified", "not_known"),
        ("acts/act-001", "verified", "not_known"),
        ("", "verified", "not_known"),
    ],
)
def test_a_recorded_day_decides_against_the_computed_one_if_its_own_citation_is_verified(
    path, confidence, before
):
    document = agreement(
        "uz-ru", *IN_FORCE, clauses=[ON_SIGNATURE], citations=[cited(path, None, confidence)]
    )
    line = reading_of(document)["agreement"]
    assert [(p["status"], p["from"]) for p in line[1:]] == [
        (before, "2007-07-04"),
        ("in_force", "2009-07-15"),
    ]


def test_the_depositarys_count_of_parties_makes_a_list_of_deposits_whole():
    deposits = [
        act(f"act-{n}", "ratification", f"200{n}-01-01", f"participant-00{n}") for n in (1, 2)
    ]
    clause = ON_SIGNATURE | {"rule": "nth_deposit", "count": 2, "period": "P30D"}
    more = {"scope": "multilateral", "clauses": [clause]}
    count = {"of": "parties", "value": 2, "as_at": "2020"}
    made = act("act-0", "adoption", "2000-01-01")
    partly = agreement("x", made, *deposits, **more, tallies=[count | {"value": 3}])
    whole = agreement("x", made, *deposits, **more, tallies=[count])
    starts = [
        [p["from"] for p in reading_of(document)["agreement"] if p["status"] == "in_force"]
        for document in (partly, whole)
    ]
    assert starts == [["2002-01-31"], ["2002-01-31"]]
    assert reading_of(partly)["agreement"][-2]["status"] == "not_known"
    assert reading_of(whole)["agreement"][-2]["status"] != "not_known"


def test_a_protocol_waits_for_the_agreement_that_it_supplements():
    protocol = agreement(
        "protocol",
        *SIGNED,
        clauses=[ON_SIGNATURE],
        relations=[relation("parent", "supplements")],
    )
    parent = agreement("parent", *IN_FORCE)
    assert parents_of(protocol) == {"parent"}
    assert reading_of(protocol)["agreement"][-1]["status"] == "signed_force_not_established"
    line = reading_of(protocol, {"parent": parent})["agreement"]
    assert [(p["status"], p["from"]) for p in line[1:]] == [
        ("not_known", "2007-07-04"),
        ("in_force", "2009-07-15"),
    ]
    assert line[1]["reason"]["code"] == "waits_for_parent"


def test_an_organization_is_told_from_a_state_by_its_key():
    people = [
        {"ref": f"participant-00{n}", "actor": key, "side": None, "role": ""}
        for n, key in enumerate(("UZB", "eu", None))
    ]
    found = instrument_of(agreement("x", participants=people)).participants
    assert [(one.actor, one.is_organization) for one in found] == [
        ("UZB", False),
        ("eu", True),
        (None, False),
    ]
