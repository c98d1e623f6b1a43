"""With whom the home state has bilateral instruments: in force, not shown, not binding, ended."""

from datetime import date

import pytest

from catalogue.partners import partners_of
from register.models import Head
from register.public_record import PublicRecord
from tests.factories import publish_documents
from tests.factories_actors import membership, organization_document, state_document
from tests.factories_agreements import (
    act,
    agreement_document,
    ground,
    in_force_document,
    participant,
    title,
)

pytestmark = pytest.mark.django_db
ON = date(2020, 1, 1)


def sides(other):
    return [participant(1, "UZB", side=1), other | {"side": 2}]


def bilateral(key, other, **changes):
    """An instrument between the home state and another, signed in 2001."""
    values = {
        "titles": [title(1)],
        "participants": sides(participant(2, other)),
        "acts": [
            act(1, "signature", "participant-001", done_on="2001-01-01"),
            act(2, "signature", "participant-002", done_on="2001-01-01"),
        ],
    }
    return agreement_document(key, **values | changes)


def in_force(key, other, **changes):
    """One that has been in force since 2012 (as the factory's agreement has)."""
    return in_force_document(key, participants=sides(participant(2, other)), **changes)


def bonds(on=ON, home="UZB"):
    public = PublicRecord(Head.newest().number)
    return {one.key: one.bond for one in partners_of(public, home, on)}


@pytest.fixture
def published():
    publish_documents(
        [
            *ground("UZB", "KAZ"),
            *(state_document(key) for key in ("KGZ", "JPN", "DEU", "FRA", "BRA")),
            in_force("one", "KAZ"),
            bilateral("two", "KAZ"),
            bilateral("three", "KGZ"),
            bilateral("four", "JPN", binding="non_binding"),
            bilateral("wide", "BRA", scope="multilateral"),
        ]
    )


@pytest.mark.usefixtures("published")
class TestPartners:
    def test_the_strongest_bond_counts(self):
        assert bonds() == {"KAZ": "in_force", "KGZ": "not_shown", "JPN": "not_binding"}

    def test_every_instrument_is_counted(self):
        public = PublicRecord(Head.newest().number)
        found = {one.key: dict(one.counts) for one in partners_of(public, "UZB", ON)}
        assert found["KAZ"] == {"in_force": 1, "not_shown": 1}

    def test_an_earlier_day_knows_less(self):
        assert bonds(date(2005, 1, 1))["KAZ"] == "not_shown"
        assert bonds(date(1999, 1, 1)) == {}

    def test_another_home_state_has_partners_of_its_own(self):
        assert bonds(home="KAZ") == {"UZB": "in_force"}

    def test_it_costs_five_queries(self, django_assert_max_num_queries):
        public = PublicRecord(Head.newest().number)
        with django_assert_max_num_queries(5):
            partners_of(public, "UZB", ON)

    def test_the_map_shows_each_with_its_words_and_as_a_table(self, client):
        text = client.get("/en/").content.decode()
        assert "<title>State KAZ: At least one agreement in force</title>" in text
        assert 'class="m-not_binding"' in text
        assert "Borders: Natural Earth" in text
        assert '<th scope="row"><a href="/en/states/JPN/"' in text

    def test_the_map_of_another_day(self, client):
        text = client.get("/en/states/?on=2005-01-01").content.decode()
        assert "m-in_force" not in text and "<title>State KAZ: Signed" in text

    def test_without_borders_the_page_goes_on_without_the_map(self, client, settings, tmp_path):
        settings.REGISTER_MAP_FILE = tmp_path / "gone.geojson"
        response = client.get("/en/")
        assert response.status_code == 200
        assert '<svg class="map"' not in response.content.decode()


def test_members_of_a_union_are_reached_through_it():
    members = [
        membership(1, "DEU"),
        membership(2, "FRA", until="2015-01-01"),
        membership(3, "BRA", capacity="observer"),
    ]
    union = organization_document("union", type="union_of_states", memberships=members)
    states = [state_document(key) for key in ("DEU", "FRA", "BRA")]
    publish_documents([*ground("UZB", "KAZ"), *states, union, in_force("with-union", "union")])
    assert bonds() == {"union": "in_force", "DEU": "through"}


def test_an_organization_that_is_no_union_reaches_nobody():
    body = organization_document("iom", memberships=[membership(1, "DEU")])
    publish_documents([*ground("UZB", "KAZ"), state_document("DEU"), body, in_force("seat", "iom")])
    assert bonds() == {"iom": "in_force"}


def test_a_participant_without_a_record_of_its_own_is_no_partner():
    unnamed = participant(2, None, text={"en": "A ministry"})
    publish_documents([*ground("UZB", "KAZ"), in_force_document(participants=sides(unnamed))])
    assert bonds() == {}


def test_what_has_ended_is_told_as_ended():
    ended = in_force(
        "old",
        "KAZ",
        acts=[*in_force_document()["acts"], act(4, "termination", done_on="2015-01-01")],
    )
    publish_documents([*ground("UZB", "KAZ"), ended])
    assert bonds(date(2012, 6, 1)) | bonds() == {"KAZ": "ended"}
