"""What a reader already holds is sent again only if something it rests on has changed."""

from datetime import UTC, date, datetime

import pytest
from django.test import RequestFactory

from catalogue.freshness import canonical_address, freshness_key, register_day, release
from tests.factories import publish_documents, source_document
from tests.factories_actors import state_document


def test_the_day_of_the_register_begins_when_it_begins_where_the_register_is_kept(settings):
    settings.REGISTER_TIME_ZONE = "Asia/Tashkent"
    assert register_day(datetime(2026, 11, 22, 18, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert register_day(datetime(2026, 11, 22, 19, 0, tzinfo=UTC)) == date(2026, 11, 23)


def test_the_same_question_in_another_order_is_the_same_question():
    ask = RequestFactory().get
    asked = canonical_address(ask("/en/agreements/?b=2&a=1"))
    assert asked == canonical_address(ask("/en/agreements/?a=1&b=2"))
    assert asked != canonical_address(ask("/en/agreements/?a=1&b=3"))
    assert asked != canonical_address(ask("/en/agreements/?a=1&b=2&c="))


def test_where_only_known_parameters_are_read_others_and_empty_ones_ask_nothing():
    ask = RequestFactory().get
    asked = canonical_address(ask("/en/agreements/?a=1&other=3&b="), ("a", "b"))
    assert asked == canonical_address(ask("/en/agreements/?a=1"), ("a", "b"))
    assert asked != canonical_address(ask("/en/agreements/?a=1&b=2"), ("a", "b"))


def test_the_last_of_two_values_is_meant_so_their_order_tells_questions_apart():
    ask = RequestFactory().get
    asked = canonical_address(ask("/en/log/?before=1&before=2"), ("before",))
    assert asked != canonical_address(ask("/en/log/?before=2&before=1"), ("before",))


@pytest.mark.parametrize(
    "other",
    [
        (6, date(2026, 1, 1), "en", "/en/"),
        (5, date(2026, 1, 2), "en", "/en/"),
        (5, date(2026, 1, 1), "ru", "/en/"),
        (5, date(2026, 1, 1), "en", "/en/states/"),
    ],
)
def test_entry_day_language_and_address_each_make_another_tag(other):
    assert freshness_key(*other) != freshness_key(5, date(2026, 1, 1), "en", "/en/")


def test_the_tag_of_an_answer_changes_with_the_program():
    assert len(release()) == 16
    assert release() == release()


@pytest.mark.django_db
class TestConditionalRequests:
    """A page that the reader holds already."""

    def test_nothing_is_sent_again_while_nothing_has_changed(self, client):
        publish_documents([source_document(), state_document("UZB")])
        first = client.get("/en/states/")
        again = client.get("/en/states/", headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304
        assert again.content == b""
        assert again["ETag"] == first["ETag"]

    def test_nothing_changed_costs_one_query(self, client, django_assert_num_queries):
        publish_documents([source_document(), state_document("UZB")])
        tag = client.get("/en/states/UZB/")["ETag"]
        with django_assert_num_queries(1):
            client.get("/en/states/UZB/", headers={"if-none-match": tag})

    def test_a_new_entry_is_seen_at_once(self, client):
        publish_documents([source_document(), state_document("UZB")])
        tag = client.get("/en/states/")["ETag"]
        publish_documents([state_document("KAZ")])
        answer = client.get("/en/states/", headers={"if-none-match": tag})
        assert answer.status_code == 200
        assert "State KAZ" in answer.content.decode()

    def test_a_page_may_be_kept_by_anyone_but_is_asked_for_again(self, client):
        assert client.get("/en/about/")["Cache-Control"] == "public, no-cache"

    def test_what_is_not_there_is_given_no_tag(self, client):
        assert "ETag" not in client.get("/en/states/UZB/")

    @pytest.mark.parametrize(
        ("address", "status"),
        [("/en/states/ZZZ/", 404), ("/en/states/UZB/?on=soon", 400), ("/api/v1/states/ZZZ/", 404)],
    )
    def test_who_holds_anything_is_still_told_that_there_is_no_answer(
        self, client, address, status
    ):
        publish_documents([source_document(), state_document("UZB")])
        held = client.get("/en/states/UZB/")["ETag"]
        for tag in ("*", f"*, {held}", held):
            assert client.get(address, headers={"if-none-match": tag}).status_code == status

    def test_who_holds_anything_is_not_sent_a_good_answer_again(self, client):
        publish_documents([source_document(), state_document("UZB")])
        answer = client.get("/en/states/UZB/", headers={"if-none-match": "*"})
        assert answer.status_code == 304
        assert answer["ETag"] == client.get("/en/states/UZB/")["ETag"]

    def test_a_parameter_that_others_add_makes_no_other_page(self, client):
        publish_documents([source_document(), state_document("UZB")])
        plain, tracked = (client.get(f"/en/states/{end}") for end in ("", "?utm_source=letter"))
        assert plain["ETag"] == tracked["ETag"]
        assert plain.content == tracked.content

    def test_a_parameter_that_the_api_refuses_is_refused_to_who_holds_the_answer(self, client):
        publish_documents([source_document(), state_document("UZB")])
        tag = client.get("/api/v1/states/")["ETag"]
        answer = client.get("/api/v1/states/?other=", headers={"if-none-match": tag})
        assert answer.status_code == 400
