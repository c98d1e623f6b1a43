"""The family of an instrument on its page."""

import re
from html import unescape

import pytest

from catalogue.family import MOST_MEMBERS, family_of
from register.public_record import PublicRecord
from tests.factories import publish_documents
from tests.factories_agreements import act, agreement_document, ground, participant, relation

pytestmark = pytest.mark.django_db


def instrument(key, year, *relations, **changes):
    """A treaty of some year, adopted and of no participant unless `changes` say otherwise."""
    adoption = act(1, "adoption", done_on=f"{year}-05-01")
    told = {"scope": "multilateral", "participants": [], "acts": [adoption], **changes}
    return agreement_document(key, relations=list(relations), **told)


def published(*documents):
    """The public record after these are published."""
    publish_documents([*ground("UZB", "KAZ"), *documents])
    return PublicRecord()


def drawn(family):
    """The trees as (key, type of relation, those below)."""

    def one(member):
        relation = member.relation and member.relation["type"]
        return member.key, relation, [one(below) for below in member.below]

    return [one(member) for member in family.trees]


CONVENTION = instrument("convention", 2000)
FIRST = instrument("protocol-a", 2001, relation(1, "convention", type="supplements"))
SECOND = instrument("protocol-b", 2002, relation(1, "convention", type="supplements"))
AMENDMENT = instrument("amendment", 2010, relation(1, "protocol-a", type="amends"))
NAMING = instrument("naming", 2005, relation(1, "convention", type="refers_to"))
WHOLE = [
    (
        "convention",
        None,
        [
            ("protocol-a", "supplements", [("amendment", "amends", [])]),
            ("protocol-b", "supplements", []),
        ],
    )
]


@pytest.mark.parametrize("key", ["convention", "protocol-a", "protocol-b", "amendment"])
def test_every_member_sees_the_same_family(key):
    documents = [CONVENTION, FIRST, SECOND, AMENDMENT, NAMING]
    public = published(*documents)
    family = family_of(public, public.document("agreement", key))
    assert drawn(family) == WHOLE
    assert family.is_whole


def test_what_only_names_an_instrument_is_no_kin():
    public = published(CONVENTION, NAMING)
    of_convention = family_of(public, public.document("agreement", "convention"))
    of_naming = family_of(public, public.document("agreement", "naming"))
    assert of_convention.trees == of_naming.trees == []
    assert [one.key for one in of_convention.named_by] == ["naming"]
    assert [row["target"] for row in of_naming.apart] == ["convention"]


def test_a_relation_to_what_has_no_record_stands_apart():
    lone = instrument("lone", 2000, relation(1, None, type="amends", text={"en": "An older one."}))
    public = published(lone)
    family = family_of(public, public.document("agreement", "lone"))
    assert family.trees == []
    assert [row["text"] for row in family.apart] == [{"en": "An older one."}]


def test_two_that_bear_on_each_other_make_one_tree():
    published(instrument("one", 2000), instrument("two", 2001, relation(1, "one", type="amends")))
    publish_documents([instrument("one", 2000, relation(1, "two", type="accompanies"))])
    public = PublicRecord()
    family = family_of(public, public.document("agreement", "one"))
    assert drawn(family) == [("two", None, [("one", "accompanies", [])])]
    assert [row["type"] for row in family.trees[0].others] == ["amends"]


def test_a_very_large_family_says_that_more_belong_to_it():
    chain = [instrument("link-000", 1900)] + [
        instrument(
            f"link-{number:03}", 1900 + number, relation(1, f"link-{number - 1:03}", type="follows")
        )
        for number in range(1, MOST_MEMBERS + 5)
    ]
    public = published(*chain)
    family = family_of(public, public.document("agreement", "link-000"))
    assert len(family.keys) == MOST_MEMBERS
    assert not family.is_whole


def test_of_a_very_wide_family_no_more_are_shown():
    wide = [
        instrument(f"part-{number:03}", 2001, relation(1, "convention", type="supplements"))
        for number in range(MOST_MEMBERS + 5)
    ]
    public = published(CONVENTION, *wide)
    family = family_of(public, public.document("agreement", "convention"))
    assert len(family.keys) == MOST_MEMBERS
    assert not family.is_whole


def test_an_instrument_alone_costs_one_query(django_assert_num_queries):
    public = published(CONVENTION)
    document = public.document("agreement", "convention")
    with django_assert_num_queries(1):
        family_of(public, document)


def test_the_page_shows_each_member_with_its_status_and_the_home_state(client):
    bound = instrument(
        "protocol-a",
        2001,
        relation(1, "convention", type="supplements"),
        participants=[participant(1, "UZB")],
        acts=[act(1, "ratification", "participant-001", done_on="2001-05-01")],
    )
    published(CONVENTION, bound, SECOND, NAMING)
    html = client.get("/en/agreements/protocol-b/").content.decode()
    section = html[html.index('id="family"') : html.index('id="practice"')]
    words = unescape(" ".join(re.sub(r"<[^>]+>", " ", section).split()))
    assert words.count("Supplements the one above") == 2
    assert words.count("this page") == 1
    assert words.count("State UZB:") == 1
    assert "naming" not in section
    naming = client.get("/en/agreements/convention/").content.decode()
    assert "refers to this agreement" in naming
