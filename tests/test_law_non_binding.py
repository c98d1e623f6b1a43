"""What a text that does not bind is on a day, and who takes part in it."""

from tests.law_factories import act, clause, later, standing, status, text, why

ADOPTED = act("adoption", "2018-12-19")


def test_a_text_that_does_not_bind_is_adopted_and_stays_so():
    assert status(text(ADOPTED), "2018-12-18") == "not_yet"
    assert status(text(ADOPTED), "2030-01-01") == "adopted"


def test_a_memorandum_is_adopted_with_its_first_signature():
    memorandum = text(act("signature", "2006-03-29", "UZB"), act("signature", "2012-12-13", "UZB"))
    assert status(memorandum, "2006-03-28") == "not_yet"
    assert status(memorandum, "2006-03-29") == "adopted"


def test_a_text_is_adopted_on_the_day_of_its_adoption_even_if_somebody_took_part_before():
    process = text(
        act("participation_in_forum", "2011-03-16", "RUS"), act("adoption", "2013-06-05")
    )
    assert status(process, "2013-06-04") == "not_known"
    assert why(process, "2013-06-04").reason.code == "acts_before_adoption"
    assert status(process, "2013-06-05") == "adopted"


def test_a_forum_is_not_known_before_the_first_act_that_shows_it():
    forum = text(act("participation_in_forum", "2019-05-14", "UZB"))
    assert status(forum, "2019-05-13") == "not_known"
    assert status(forum, "2019-05-14") == "adopted"


def test_a_text_of_which_only_a_claim_is_recorded_is_not_known():
    claimed = text(act("participation_in_forum", "2006", "UZB", evidence="claimed"))
    assert status(claimed, "2020-01-01") == "not_known"
    assert why(claimed, "2020-01-01").reason.code == "only_claimed"
    assert standing(claimed, "UZB", "2020-01-01") == "not_known"


def test_a_text_whose_binding_force_is_disputed_is_read_as_one_that_does_not_bind():
    statement = text(
        act("adoption", "2016-03-18"),
        act("signature", "2016-03-18", "TUR"),
        act("entry_into_force", "2016-03-20"),
        binding="disputed",
    )
    assert status(statement, "2017-01-01") == "adopted"
    assert why(statement, "2017-01-01").reason.code == "text_adopted_binding_disputed"
    assert standing(statement, "TUR", "2017-01-01") == "taking_part"


def test_completion_discontinuance_and_supersession_end_a_text():
    for kind, ended in (
        ("completion", "completed"),
        ("discontinuance", "discontinued"),
        ("supersession", "superseded"),
    ):
        assert status(text(ADOPTED, act(kind, "2022-01-01")), "2021-12-31") == "adopted"
        assert status(text(ADOPTED, act(kind, "2022-01-01")), "2022-01-01") == ended


def test_a_later_text_supersedes_an_earlier_one_from_its_adoption():
    found = text(ADOPTED, related=(later("supersedes", "2024-01-01", binds=False),))
    assert status(found, "2024-01-01") == "superseded"


def test_a_programme_with_a_last_day_and_no_renewal_is_completed_after_it():
    programme = text(
        ADOPTED, clauses=(clause("duration", "until", on="2020-12-31"), clause("renewal", "none"))
    )
    assert status(programme, "2020-12-31") == "adopted"
    assert status(programme, "2021-01-01") == "completed"


def test_after_the_last_day_of_a_programme_of_unknown_renewal_nothing_is_known():
    programme = text(ADOPTED, clauses=(clause("duration", "until", on="2020-12-31"),))
    assert status(programme, "2021-01-01") == "not_known"


def test_a_vote_in_favour_is_taking_part_and_never_makes_a_party():
    compact = text(ADOPTED, act("vote", "2018-12-19", "UZB", vote="for"))
    assert standing(compact, "UZB", "2018-12-18") == "none"
    assert standing(compact, "UZB", "2026-01-01") == "taking_part"


def test_who_did_not_vote_for_a_text_takes_no_part():
    compact = text(ADOPTED, act("vote", "2018-12-19", "UZB", vote="absent"))
    assert standing(compact, "UZB", "2026-01-01") == "none"
    assert why(compact, "2026-01-01", "UZB").reason.code == "not_voted_for"


def test_who_endorses_after_abstaining_takes_part_from_then():
    compact = text(
        ADOPTED,
        act("vote", "2018-12-19", "UZB", vote="abstained"),
        act("endorsement", "2020-01-01", "UZB"),
    )
    assert standing(compact, "UZB", "2019-12-31") == "none"
    assert standing(compact, "UZB", "2020-01-01") == "taking_part"


def test_participation_without_a_day_is_known_from_the_day_that_shows_it():
    forum = text(ADOPTED, act("participation_in_forum", by="UZB", as_at="2021-05-01"))
    assert standing(forum, "UZB", "2021-04-30") == "not_known"
    assert standing(forum, "UZB", "2021-05-01") == "taking_part"


def test_participation_without_any_day_is_not_known():
    forum = text(ADOPTED, act("membership", by="UZB"))
    assert standing(forum, "UZB", "2026-01-01") == "not_known"


def test_none_shown_in_a_forum_holds_up_to_its_as_at_day():
    forum = text(ADOPTED, act("any_act", by="UZB", evidence="none_shown", as_at="2020-01-01"))
    assert standing(forum, "UZB", "2020-01-01") == "none_shown"
    assert standing(forum, "UZB", "2020-01-02") == "not_known"


def test_nobody_takes_part_in_a_text_that_has_ended():
    done = text(ADOPTED, act("endorsement", "2019-01-01", "UZB"), act("completion", "2022-01-01"))
    assert standing(done, "UZB", "2021-12-31") == "taking_part"
    assert standing(done, "UZB", "2022-01-01") == "none"
