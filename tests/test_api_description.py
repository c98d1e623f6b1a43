"""The API describes itself truly: its answers are what its description and schemas say."""

import re

import jsonschema
import pytest
from openapi_spec_validator import validate

from register import kind_table
from tests.factories import publish_documents
from tests.factories_actors import membership, organization_document
from tests.factories_agreements import (
    check_document,
    ground,
    in_force_document,
    law_document,
    subject_document,
)
from tests.factories_projects import involvement, project_document

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "agreements/",
    "agreements/a-readmission/",
    "agreements/?limit=1&ordering=-made_on",
    "states/",
    "states/UZB/",
    "states/UZB/?on=2015-01-01",
    "states/UZB/?on=2015-02-30",
    "organizations/",
    "organizations/iom/",
    "projects/",
    "projects/return-support/",
    "laws/",
    "laws/law-a/",
    "sources/",
    "sources/ART/",
    "subjects/",
    "subjects/readmission/",
    "checks/",
    "checks/check-a/",
    "codes/",
    "between/UZB/KAZ/?on=2015-01-01",
    "between/UZB/UZB/",
    "between/UZB/XXX/",
    "coverage/?agreements=all&partners=all",
    "coverage/?recorded=1",
    "coverage/?subject=nothing",
    "dates/",
    "dates/?on=2000-01-01&participant=UZB&limit=1",
    "dates/?kind=perhaps",
    "entries/",
    "entries/1/",
    "agreements/?colour=red",
    "laws/nothing/",
    "entries/9999/",
)


@pytest.fixture
def described(client):
    return client.get("/api/v1/schema/").json()


@pytest.fixture
def published_register():
    """A register with something of every kind."""
    publish_documents(
        [
            *ground(),
            organization_document("iom", memberships=[membership(1, "UZB")]),
            subject_document("readmission"),
            in_force_document("a-readmission", subjects=["readmission"]),
            in_force_document("b-readmission"),
            law_document("law-a"),
            check_document("check-a", subject="readmission", counterpart="KAZ"),
            project_document(organizations=[involvement(1)], agreements=["a-readmission"]),
        ]
    )


def shape_of(described, path, status):
    """The schema of an answer, with all that it refers to."""
    for template, operations in described["paths"].items():
        pattern = re.sub(r"\{[a-z]+\}", "[^/]+", template)
        if re.fullmatch(pattern, f"/api/v1/{path.partition('?')[0]}"):
            answer = operations["get"]["responses"][str(status)]
            shape = answer["content"]["application/json"]["schema"]
            return {**shape, "components": described["components"]}
    raise AssertionError(path)


def test_the_description_is_openapi(described):
    assert described["openapi"].startswith("3.1")
    validate(described)


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_is_what_the_description_says(client, described, published_register, path):
    response = client.get(f"/api/v1/{path}")
    shape = shape_of(described, path, response.status_code)
    jsonschema.Draft202012Validator(shape).validate(response.json())


def test_the_description_would_notice_a_wrong_answer(client, described, published_register):
    answer = client.get("/api/v1/states/").json()
    answer["results"][0]["document"]["colour"] = "red"
    shape = shape_of(described, "states/", 200)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(shape).validate(answer)


def test_every_parameter_that_is_described_is_answered(client, described, published_register):
    for template, operations in described["paths"].items():
        if "{" not in template:
            for parameter in operations["get"].get("parameters", []):
                asked = client.get(template, {parameter["name"]: ""})
                assert asked.status_code == 200, (template, parameter["name"])


def test_every_parameter_is_explained(described):
    unexplained = [
        (template, parameter["name"])
        for template, operations in described["paths"].items()
        for parameter in operations["get"].get("parameters", [])
        if parameter["in"] == "query" and not parameter.get("description", "").endswith(".")
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", kind_table.kinds())
def test_the_documents_of_every_kind_have_their_published_schema(client, name):
    response = client.get(f"/api/v1/schemas/{name}-{kind_table.kind(name).schema}.json")
    assert response["Content-Type"] == "application/schema+json"
    jsonschema.Draft202012Validator.check_schema(response.json())


@pytest.mark.parametrize("name", ["agreement-0", "agreement-99", "treaty-1"])
def test_a_schema_that_there_is_not_is_not_found(client, name):
    assert client.get(f"/api/v1/schemas/{name}.json").status_code == 404


def test_what_describes_the_api_is_not_sent_twice(client):
    for path in ("/api/v1/schema/", "/api/v1/schemas/state-1.json"):
        tag = client.get(path)["ETag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_the_documentation_loads_nothing_from_foreign_hosts(client):
    response = client.get("/api/v1/docs/")
    page = response.content.decode()
    assert 'data-schema="/api/v1/schema/"' in page
    assert re.findall(r'(?:src|href)="(?!/)', page) == []
    assert "<style" not in page
    assert re.findall(r"<script(?! src=)", page) == []
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
