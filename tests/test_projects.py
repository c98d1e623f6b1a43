"""Projects: their documents, what can never be, and their publication."""

import pytest
from django.db import IntegrityError

from projects.models import Project, PublishedProject
from register.documents import dump
from register.loading import Refused, load
from register.models import PublishedReference
from register.publishing import problems_of
from tests.factories import citation, publish_documents, source_document, unit
from tests.factories_actors import (
    code_list_document,
    identifier,
    organization_document,
    state_document,
)
from tests.factories_agreements import agreement_document
from tests.factories_projects import (
    beneficiaries,
    budget_line,
    involvement,
    location,
    project_document,
    project_title,
    result,
    service,
)

pytestmark = pytest.mark.django_db


def before():
    """What the full project refers to."""
    return [
        source_document(),
        code_list_document("gcm-objectives", "21", "6"),
        code_list_document("dac-codes", "15190"),
        state_document(),
        state_document("KAZ"),
        organization_document(),
        agreement_document("compact"),
        agreement_document("accord"),
    ]


def full_project():
    return project_document(
        titles=[project_title(1), project_title(2, language="ru", text="Поддержка")],
        status_note={"en": "Running as at 2025."},
        theme="Return and reintegration",
        planned_start="2020",
        actual_start="2020-06",
        planned_end="2023/2025",
        organizations=[
            involvement(1),
            involvement(2, "UZB", role="partner"),
            involvement(3, None, text={"en": "A town charity"}, role="partner"),
        ],
        locations=[location(1), location(2, None, text={"en": "Central Asia"})],
        services=[service(1), service(2, service="shelter", words="safe house")],
        budget=[budget_line(1), budget_line(2, amount="12.50", **{"from": "2020"})],
        beneficiaries=[beneficiaries(1), beneficiaries(2, year=None, count=None, sex="female")],
        results=[result(on="2021-05-04")],
        agreements=["accord", "compact"],
        related=["earlier-phase"],
        identifiers=[identifier(value="XM-DAC-47066-RQ.0001")],
        gcm_objectives=["21", "6"],
        dac_codes=["15190"],
        citations=[citation(path="budget/budget-001/amount")],
    )


def everything():
    return [*before(), project_document("earlier-phase"), full_project()]


def loaded(documents):
    return [load(document, unit()) for document in documents]


def refusal_of(document):
    loaded(before())
    with pytest.raises(Refused) as refused:
        load(document, unit())
    return dict(refused.value.problems)


def test_a_project_that_was_loaded_is_dumped_unchanged():
    assert dump(loaded(everything())[-1]) == full_project()


@pytest.mark.parametrize("amount", ["0", "21650000", "12.50", "0.5", "3.1415"])
def test_an_amount_is_kept_exactly_as_its_source_writes_it(amount):
    document = project_document(budget=[budget_line(amount=amount)])
    assert dump(loaded([document])[0]) == document


@pytest.mark.parametrize("amount", ["", "1e6", "-5", "1,000", "007", ".5", "5.", "3.14159"])
def test_what_is_no_amount_is_refused(amount):
    problems = refusal_of(project_document(budget=[budget_line(amount=amount)]))
    assert list(problems) == ["budget/0/amount"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"planned_start": "2021", "planned_end": "2020"},
            "The project is planned to end before it starts.",
        ),
        (
            {"actual_start": "2021", "actual_end": "2020-12-31"},
            "The project ended before it started.",
        ),
        (
            {"identifiers": [identifier(1), identifier(2)]},
            "This identifier is already listed.",
        ),
        (
            {"budget": [budget_line(**{"from": "2021", "until": "2020"})]},
            "The time for which the money is meant ends too early.",
        ),
        ({"titles": [project_title(1, text="")]}, "This field may not be blank."),
    ],
)
def test_what_can_never_be_is_refused_in_a_sentence(changes, sentence):
    assert list(refusal_of(project_document(**changes)).values()) == [sentence]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"amount": "1e6"}, "projects_budget_amount_is_a_decimal"),
        ({"currency": "usd"}, "projects_budget_has_a_currency"),
    ],
)
def test_the_database_itself_refuses_money_that_is_not_written_as_money(changes, message):
    [project] = loaded([project_document()])
    row = {"ref": "budget-001", "type": "total", "amount": "1", "currency": "USD", **changes}
    with pytest.raises(IntegrityError, match=message):
        project.budget.create(**row)


def test_a_project_refers_to_a_funder_only_by_the_key_of_an_actor():
    problems = refusal_of(project_document(organizations=[involvement(1, "compact")]))
    assert problems == {"organizations.actor": "compact is not a actor."}


def test_a_published_project_is_found_by_what_it_refers_to():
    publish_documents(everything())
    found = PublishedReference.objects.filter(kind="project", key="return-support")
    assert set(found.values_list("field", "target")) == {
        ("agreements", "accord"),
        ("agreements", "compact"),
        ("citations.source", "ART"),
        ("dac_codes", "dac-codes/15190"),
        ("gcm_objectives", "gcm-objectives/21"),
        ("gcm_objectives", "gcm-objectives/6"),
        ("locations.state", "UZB"),
        ("organizations.actor", "UZB"),
        ("organizations.actor", "iom"),
        ("related", "earlier-phase"),
    }


def test_a_published_row_holds_what_lists_sort_and_filter_by():
    publish_documents(everything())
    row = PublishedProject.objects.get(key="return-support")
    assert (row.title, row.status, row.services) == (
        "support for returning migrants",
        "implementation",
        "\nlegal\n\nshelter\n",
    )
    assert row.starts_on.isoformat() == "2020-06-01"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"titles": []}, "titles"),
        ({"organizations": [involvement(1, None)]}, "organizations/involvement-001"),
        ({"organizations": [involvement(1), involvement(2)]}, "organizations/involvement-002"),
        ({"locations": [location(1, None)]}, "locations/location-001"),
        ({"related": ["return-support"]}, "related"),
        (
            {"actual_start": "2022", "results": [result(on="2021-12")]},
            "results/result-001/on",
        ),
    ],
)
def test_a_project_that_is_wrong_on_the_whole_is_not_published(changes, path):
    documents = [state_document(), organization_document(), project_document(**changes)]
    assert [problem.path for problem in problems_of(documents)] == [path]


def test_a_whole_project_breaks_no_rule():
    assert problems_of(everything()) == []


def test_two_projects_may_point_at_each_other():
    first, second = project_document("a", related=["b"]), project_document("b", related=["a"])
    loaded([project_document("b"), first, second])
    assert [dump(Project.objects.get(key=key)) for key in "ab"] == [first, second]
