"""Lists of agreements, laws, subjects and checks: what is found, and what is refused by name."""

from datetime import date

import pytest
from django.http import QueryDict

from agreements.filters import (
    AgreementFilterSet,
    CheckFilterSet,
    LawFilterSet,
    SubjectFilterSet,
)
from agreements.law.values import AgreementStatus
from agreements.law.values import Standing as StandingOfTheLaw
from agreements.models.standing import Standing, Status
from register.models import Head
from tests.factories import publish_documents
from tests.factories_actors import code_list_document, organization_document
from tests.factories_agreements import (
    agreement_document,
    check_document,
    ground,
    identifier_row,
    in_force_document,
    law_document,
    participant,
    subject_document,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    """A small register: three agreements, two laws, two subjects, two checks."""
    three = [participant(1, "UZB"), participant(2, "KAZ"), participant(3, "iom")]
    publish_documents(
        [
            *ground(),
            code_list_document("gcm-objectives", "5", "21"),
            organization_document("iom"),
            organization_document("un"),
            subject_document("return", position=1),
            subject_document("readmission", parent="return", position=2),
            law_document("law-a", status="repealed", adopted_on="1990"),
            in_force_document("a-readmission", subjects=["readmission"], gcm_objectives=["21"]),
            agreement_document(
                "b-forum", scope="multilateral", form="forum", participants=three,
                binding="non_binding", depositary="un", subjects=["return"],
            ),
            agreement_document("c-filed", identifiers=[identifier_row(value="II-965")]),
            law_document("law-b", implements=[
                {"ref": "implementation-001", "agreement": "a-readmission", "text": {},
                 "relation": "implements", "words": ""},
            ]),
            check_document("check-a", subject="readmission"),
            check_document("check-b", actor="KAZ", counterpart="iom", result="found"),
        ]
    )  # fmt: skip


def asked(filter_set, query, **options):
    """The filter set as a reader's address asks it."""
    options = {"number": Head.newest().number, "on": TODAY, **options}
    return filter_set(QueryDict(query), **options)


def found(filter_set, query, **options):
    """The keys that a question finds, in the order given or by key."""
    filters = asked(filter_set, query, **options)
    assert filters.is_valid(), filters.errors
    rows = filters.qs if "ordering" in query else filters.qs.order_by("key")
    return [row.key for row in rows]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["a-readmission", "b-forum", "c-filed"]),
        ("form=", ["a-readmission", "b-forum", "c-filed"]),
        ("form=forum", ["b-forum"]),
        ("form=forum&form=agreement", ["a-readmission", "b-forum", "c-filed"]),
        ("scope=bilateral", ["a-readmission", "c-filed"]),
        ("reach=regional", []),
        ("level=interstate", []),
        ("binding=non_binding", ["b-forum"]),
        ("disclosure=withheld", []),
        ("subject=readmission", ["a-readmission"]),
        ("subject=return", ["a-readmission", "b-forum"]),
        ("participant=UZB&participant=iom", ["b-forum"]),
        ("participant=KAZ", ["a-readmission", "b-forum", "c-filed"]),
        ("organization=iom&organization=un", ["b-forum"]),
        ("organization=un", ["b-forum"]),
        ("gcm_objective=21", ["a-readmission"]),
        ("gcm_objective=5", []),
        ("identifier=II-965", ["c-filed"]),
        ("identifier=II-96", []),
        ("made_after=2012-03-01", ["a-readmission"]),
        ("made_after=2012-03-02", []),
        ("made_before=2012-03-01", ["a-readmission"]),
        ("status=in_force", ["a-readmission"]),
        ("status=in_force&on=2012-05-31", []),
        ("status=signed_not_in_force&on=2012-05-31", ["a-readmission"]),
        ("standing=party", ["a-readmission"]),
        ("standing=party&participant=UZB", ["a-readmission"]),
        ("standing=party&participant=iom", []),
        ("ordering=-made_on", ["a-readmission", "b-forum", "c-filed"]),
        ("ordering=-title", ["c-filed", "b-forum", "a-readmission"]),
    ],
)
def test_agreements_are_found(query, keys):
    assert found(AgreementFilterSet, query) == keys


@pytest.mark.parametrize(
    ("filter_set", "query", "keys"),
    [
        (LawFilterSet, "", ["law-a", "law-b"]),
        (LawFilterSet, "form=law&status=repealed", ["law-a"]),
        (LawFilterSet, "state=UZB", ["law-a", "law-b"]),
        (LawFilterSet, "state=KAZ", []),
        (LawFilterSet, "implements=a-readmission", ["law-b"]),
        (LawFilterSet, "ordering=-adopted_on", ["law-b", "law-a"]),
        (SubjectFilterSet, "parent=return", ["readmission"]),
        (SubjectFilterSet, "ordering=-position", ["readmission", "return"]),
        (CheckFilterSet, "actor=KAZ", ["check-b"]),
        (CheckFilterSet, "counterpart=iom&result=found", ["check-b"]),
        (CheckFilterSet, "subject=return", ["check-a"]),
        (CheckFilterSet, "ordering=done_on", ["check-a", "check-b"]),
    ],
)
def test_laws_subjects_and_checks_are_found(filter_set, query, keys):
    assert found(filter_set, query) == keys


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("colour=red", "colour"),
        ("form=letter", "form"),
        ("status=party", "status"),
        ("on=yesterday", "on"),
        ("made_after=2012", "made_after"),
        ("participant=ZZZ", "participant"),
        ("participant=a%20b", "participant"),
        ("participant=ART", "participant"),
        ("organization=UZB", "organization"),
        ("gcm_objective=24", "gcm_objective"),
        ("ordering=colour", "ordering"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(query, name):
    filters = asked(AgreementFilterSet, query)
    assert not filters.is_valid()
    assert list(filters.errors) == [name]
    assert all(filters.errors[name])


def test_what_others_read_is_not_refused():
    assert found(AgreementFilterSet, "page=2&form=forum", beside=["page"]) == ["b-forum"]


def test_the_day_is_the_one_given_unless_the_reader_names_another():
    assert found(AgreementFilterSet, "status=in_force", on=date(2012, 5, 31)) == []
    assert asked(AgreementFilterSet, "on=2012-05-31").on == date(2012, 5, 31)
    assert asked(AgreementFilterSet, "").on == TODAY


def test_the_past_register_is_asked_as_it_was():
    before = Head.newest().number
    publish_documents([agreement_document("b-forum"), agreement_document("d-new")])
    assert found(AgreementFilterSet, "form=forum") == []
    assert found(AgreementFilterSet, "form=forum", number=before) == ["b-forum"]
    assert found(AgreementFilterSet, "participant=iom", number=before) == ["b-forum"]
    assert found(AgreementFilterSet, "participant=iom") == []
    assert "d-new" not in found(AgreementFilterSet, "", number=before)


def test_a_page_gives_the_choices_that_its_form_shows():
    filters = asked(AgreementFilterSet, "", choices={"participant": [("UZB", "Uzbekistan")]})
    assert "Uzbekistan" in str(filters.form["participant"])


def test_the_statuses_and_standings_are_those_of_the_law():
    assert set(Status) == set(AgreementStatus)
    assert set(Standing) == set(StandingOfTheLaw)
