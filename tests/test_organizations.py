"""States and organizations: their documents, what can never be, and their publication."""

import pytest

from organizations.models import Actor, PublishedOrganization, PublishedState
from register.documents import dump, references
from register.loading import Refused, load
from register.models import PublishedName, PublishedReference
from register.publishing import problems_of
from tests.factories import citation, publish_documents, source_document, unit
from tests.factories_actors import (
    alias,
    code_list_document,
    identifier,
    membership,
    organization_document,
    state_document,
    succession,
)

pytestmark = pytest.mark.django_db


def before():
    """What the full documents refer to."""
    return [
        source_document(),
        code_list_document("m49-regions", "143"),
        code_list_document("iati-organisation-types", "40"),
        state_document("SUN", alpha4="SUHH", valid_until="1991-12-26"),
    ]


def full_state():
    return state_document(
        official_names={"en": "Republic of Uzbekistan", "uz": "Oʻzbekiston Respublikasi"},
        aliases=[alias(1), alias(2, **{"from": "1991-08-31", "until": "1992/1993"})],
        region="143",
        valid_from="1991-08-31",
        successions=[succession(text={"en": "Separated."})],
        citations=[citation(path="aliases/alias-002/from")],
    )


def full_organization():
    return organization_document(
        acronyms={"en": "IOM", "ru": "МОМ"},
        identifiers=[identifier()],
        parent="un",
        seat={"en": "Geneva"},
        seat_state="UZB",
        founded_on="1951-12~",
        website="https://example.org/",
        iati_type="40",
        memberships=[
            membership(1, **{"from": "2018", "until": "2020"}),
            membership(2, **{"from": "2021", "words": "member state"}),
            membership(3, "un", capacity="observer"),
        ],
    )


def everything():
    return [*before(), full_state(), organization_document("un"), full_organization()]


def loaded(documents):
    return [load(document, unit()) for document in documents]


def refusal_of(document):
    loaded([*before(), state_document(), organization_document("un")])
    with pytest.raises(Refused) as refused:
        load(document, unit())
    return [str(reason) for _field, reason in refused.value.problems]


@pytest.mark.parametrize("position", [-3, -1])
def test_a_document_that_was_loaded_is_dumped_unchanged(position):
    records = loaded(everything())
    assert dump(records[position]) == everything()[position]


def test_one_name_of_a_record_is_not_taken_by_two_kinds():
    loaded(everything())
    assert "The key already names" in refusal_of(organization_document("UZB"))[0]


def test_every_reference_of_an_organization_is_told_with_its_kind():
    assert list(references(full_organization())) == [
        ("parent", "un", "organization"),
        ("seat_state", "UZB", "state"),
        ("iati_type", "iati-organisation-types/40", "code_list"),
        ("memberships.actor", "UZB", "actor"),
        ("memberships.actor", "UZB", "actor"),
        ("memberships.actor", "un", "actor"),
    ]


def test_only_a_state_or_an_organization_can_belong_to_an_organization():
    [reason] = refusal_of(organization_document(memberships=[membership(1, "ART")]))
    assert reason == "ART is not a actor."


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (
            state_document("KAZ", valid_from="1991", valid_until="1990"),
            "The state ends before it begins.",
        ),
        (
            state_document("KAZ", aliases=[alias(**{"from": "1992", "until": "1991-12-31"})]),
            "The name is used until a day before it is used from.",
        ),
        (
            state_document("KAZ", successions=[succession(1), succession(2)]),
            "This succession is already listed.",
        ),
        (
            state_document("UZB", successions=[succession(predecessor="UZB")]),
            "A state cannot succeed to itself.",
        ),
        (
            organization_document("un", parent="un"),
            "An organization cannot be part of itself.",
        ),
        (
            organization_document(founded_on="1951", dissolved_on="1950"),
            "The organization is dissolved before it is founded.",
        ),
        (
            organization_document(identifiers=[identifier(1), identifier(2)]),
            "This identifier is already listed.",
        ),
        (
            organization_document("un", memberships=[membership(1, "un")]),
            "An organization cannot be a member of itself.",
        ),
        (
            organization_document(memberships=[membership(**{"from": "2020", "until": "2019"})]),
            "The membership ends before it begins.",
        ),
    ],
)
def test_what_can_never_be_is_refused_by_the_database_in_a_sentence(document, sentence):
    assert refusal_of(document) == [sentence]


def test_a_name_without_a_language_is_refused():
    assert refusal_of(state_document("KAZ", aliases=[alias(language="")]))
    assert refusal_of(state_document("KAZ", aliases=[alias(language="russian")]))


def test_a_period_known_only_to_the_year_may_end_in_the_year_in_which_it_began():
    row = membership(**{"from": "2020-06", "until": "2020"})
    document = organization_document(memberships=[row])
    assert dump(loaded([state_document(), document])[-1]) == document


def test_published_rows_hold_what_lists_sort_and_filter_by():
    publish_documents(everything())
    assert list(PublishedState.objects.values_list("key", "name", "region", "is_former")) == [
        ("SUN", "State SUN", "", True),
        ("UZB", "State UZB", "143", False),
    ]
    assert set(PublishedOrganization.objects.values_list("key", "name", "type")) == {
        ("un", "Organization un", "universal_igo"),
        ("iom", "Organization iom", "universal_igo"),
    }


def test_the_memberships_of_a_state_are_found_among_the_references():
    publish_documents(everything())
    found = PublishedReference.objects.filter(target="UZB", field="memberships.actor")
    assert list(found.values_list("kind", "key")) == [("organization", "iom")]
    assert PublishedName.objects.get(key="UZB").kind == "state"


def test_a_state_and_an_organization_are_both_actors():
    loaded([state_document(), organization_document()])
    assert [(actor.key, actor.kind, str(actor)) for actor in Actor.objects.all()] == [
        ("UZB", "state", "State UZB"),
        ("iom", "organization", "Organization iom"),
    ]


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (state_document(names={}), "names"),
        (state_document("Uzb"), "key"),
        (state_document("SUN", alpha4="SUHH"), "valid_until"),
        (organization_document(names={}), "names"),
        (organization_document(type="state_body"), "state"),
        (
            organization_document(
                memberships=[
                    membership(1, **{"from": "2001", "until": "2005"}),
                    membership(2, **{"from": "2004-02"}),
                ]
            ),
            "memberships/membership-002",
        ),
    ],
)
def test_a_record_that_is_wrong_on_the_whole_is_not_published(document, path):
    problems = problems_of([state_document("UZB"), document])
    assert path in [problem.path for problem in problems if problem.key == document["key"]]


def test_an_organization_is_not_part_of_its_own_part():
    documents = [
        organization_document("a", parent="b"),
        organization_document("b", parent="c"),
        organization_document("c", parent="a"),
    ]
    assert {problem.key for problem in problems_of(documents)} == {"a", "b", "c"}


def test_who_left_and_came_back_belonged_twice():
    rows = [
        membership(1, **{"from": "2001", "until": "2005"}),
        membership(2, **{"from": "2005"}),
        membership(3, capacity="observer"),
    ]
    documents = [state_document(), organization_document(memberships=rows)]
    assert problems_of(documents) == []
