"""What must be true of every reading, whatever the record holds."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from agreements.law import force_found, reading_of_instrument
from agreements.law.evidence import laid_out
from agreements.law.reasons import REASONS, places
from agreements.law.values import (
    BOUND_STANDINGS,
    CONSENTS,
    FIRST_DAY,
    LAST_DAY,
    Act,
    AgreementStatus,
    Clause,
    Day,
    Instrument,
    Participant,
    PartyCount,
    RelatedInstrument,
    Standing,
)

PEOPLE = ("A", "B", "C")
# A territory of A, with a row of its own.
PART = "A-part"
OWN = (
    "signature definitive_signature signature_ad_referendum confirmation_of_signature initialling "
    "ratification accession notification succession provisional_application "
    "end_of_provisional_application suspension end_of_suspension denunciation refusal "
    "withdrawal_of_signature withdrawal_of_instrument internal_approval endorsement vote "
    "territorial_application territorial_exclusion "
    "participation_in_forum membership reservation"
).split()
COMMON = (
    "adoption authentication opening_for_signature registration extension termination "
    "supersession completion discontinuance suspension end_of_suspension provisional_application"
).split()
# Answers that claim nothing: "none shown" does not say that there was none.
OPEN = {"not_known", "signed_force_not_established", "none_shown"}
# That nothing was found on a day is no contradiction to there having been nothing.
ALIKE = {("none", "none_shown")}
START = date(1990, 1, 1)

days = st.integers(0, 400).map(lambda steps: START + timedelta(37 * steps))
exact = days.map(lambda day: Day(day, day))
partial = st.tuples(days, st.sampled_from([0, 30, 365])).map(
    lambda pair: Day(pair[0], pair[0] + timedelta(pair[1]))
)
vague = st.one_of(st.none(), partial)


def acts(done=vague, evidence=("shown", "shown", "shown", "none_shown", "claimed"), types=None):
    """One act of a participant or of the agreement, its reference still to be given."""
    who = st.sampled_from([*PEOPLE, PART])
    own = st.tuples(who, st.sampled_from(types or [*OWN, "entry_into_force"]))
    common = st.tuples(st.none(), st.sampled_from(types or [*COMMON, "entry_into_force"]))
    return st.builds(
        lambda who, done_on, shown, as_at, vote, later, verified: Act(
            "act",
            who[1],
            who[0],
            shown,
            done_on,
            effective_on=effect(done_on, later),
            as_at=(as_at,) if as_at else (),
            vote=vote if who[1] == "vote" else "",
            predecessor="D" if who[1] == "succession" else None,
            concerns="act-001" if who[1] == "withdrawal_of_instrument" else None,
            verified=verified,
        ),
        st.one_of(own, own, common),
        done,
        st.sampled_from(evidence),
        st.one_of(st.none(), st.none(), partial),
        st.sampled_from(["for", "against", "absent"]),
        st.sampled_from([None, None, None, 90, 500]),
        st.booleans(),
    )


def effect(done_on: Day | None, later: int | None) -> Day | None:
    """A day of effect so many days after the act, if it has one."""
    if done_on is None or later is None:
        return None
    return Day(*[done_on.latest + timedelta(later)] * 2)


clauses = st.lists(
    st.sampled_from(
        [
            Clause("c-1", "entry_into_force", "on_signature"),
            Clause(
                "c-2", "entry_into_force", "fixed_day", day=Day(date(2000, 1, 1), date(2000, 1, 1))
            ),
            Clause("c-3", "entry_into_force", "nth_deposit", 2, "P90D"),
            Clause("c-4", "later_parties", "after_deposit", period="P30D"),
            Clause("c-5", "later_parties", "first_of_month_after_deposit", period="P3M"),
            Clause("c-6", "duration", "fixed", period="P5Y"),
            Clause("c-7", "duration", "until", day=Day(date(2005, 1, 1), date(2005, 12, 31))),
            Clause("c-8", "renewal", "none"),
            Clause("c-9", "notice", "after_receipt", period="P6M"),
            Clause("c-10", "provisional_application", "from_signature"),
            Clause("c-13", "renewal", "tacit", period="P1Y"),
            Clause("c-14", "renewal", "by_agreement", period="P2Y"),
            Clause("c-15", "notice", "before_end", period="P3M"),
            Clause("c-16", "notice", "end_of_calendar_year", period="P6M"),
            Clause("c-17", "duration", "fixed", period="P2Y"),
            Clause("c-11", "entry_into_force", "last_notification", period="P30D"),
            Clause("c-12", "entry_into_force", "first_of_month_after", 2, "P3M"),
            Clause("c-18", "entry_into_force", "share_of_deposits", 3, "P30D", share="2/3"),
            Clause("c-19", "entry_into_force", "named_participants", period="P30D"),
            Clause("c-20", "fewest_parties", "ends_below", 2),
        ]
    ),
    max_size=5,
)
counts = st.lists(
    st.builds(PartyCount, st.integers(1, 3), st.just(Day(date(2040, 1, 1), date(2040, 1, 1)))),
    max_size=1,
)
related = st.lists(
    st.builds(
        RelatedInstrument,
        st.just("later"),
        st.sampled_from(["supersedes", "terminates", "suspends"]),
        st.booleans(),
        st.booleans(),
        vague,
    ),
    max_size=1,
)


def numbered(found: list[Act]) -> tuple[Act, ...]:
    """Acts with a reference each."""
    return tuple(replace(act, ref=f"act-{n:03}") for n, act in enumerate(found, 1))


def instruments(act=None):
    """An instrument of any kind with acts in any order."""
    return st.builds(
        lambda scope, binding, found, terms, others, parties, named: Instrument(
            "x",
            scope,
            binding,
            (
                *(
                    Participant(ref, side if scope == "bilateral" else None, actor=ref, named=named)
                    for ref, side in zip(PEOPLE, (1, 2, 2), strict=True)
                ),
                Participant(PART, 1 if scope == "bilateral" else None, actor="A", territory=True),
            ),
            numbered(found),
            tuple(terms),
            tuple(others),
            counts=tuple(parties),
        ),
        st.sampled_from(["bilateral", "multilateral"]),
        st.sampled_from(["binding", "binding", "binding", "non_binding", "disputed"]),
        st.lists(act if act is not None else acts(), max_size=7),
        clauses,
        related,
        counts,
        st.booleans(),
    )


def lines(reading):
    """Every line of a reading."""
    return [reading.agreement, *reading.participants.values()]


def on(line, day: date) -> str:
    """The status of a line on a day."""
    return str(next(p.status for p in line if p.start <= day < p.end))


def only_latest_known(instrument: Instrument) -> bool:
    """Whether deposits show only a latest day of entry into force: earlier ones may be missing."""
    taken = force_found(instrument).taken
    return taken is not None and not taken.day.is_exact


@given(instruments())
def test_the_periods_of_a_line_follow_one_another_and_cover_all_time(instrument):
    for line in lines(reading_of_instrument(instrument)):
        assert line[0].start == FIRST_DAY and line[-1].end == LAST_DAY
        for before, after in pairwise(line):
            assert before.start < before.end == after.start
            assert before.mark != after.mark


@given(instruments())
def test_every_answer_is_a_known_word_with_a_known_reason_and_an_act_of_the_record(instrument):
    reading = reading_of_instrument(instrument)
    refs = {act.ref for act in instrument.acts} | {None}
    for number, line in enumerate(lines(reading)):
        words = Standing if number else AgreementStatus
        for period in line:
            assert period.status in set(words)
            why = period.mark.cause.reason
            assert why.code in REASONS and places(why.code) == dict(why.params).keys()
            assert period.mark.cause.act in refs


@given(instruments(), st.randoms())
def test_the_order_of_the_record_changes_nothing(instrument, random):
    found, people = list(instrument.acts), list(instrument.participants)
    random.shuffle(found)
    random.shuffle(people)
    shuffled = replace(instrument, acts=tuple(found), participants=tuple(people))
    assert reading_of_instrument(shuffled) == reading_of_instrument(instrument)


@given(instruments(), acts(done=exact, types=(*OWN, *COMMON)), days)
def test_a_later_act_only_settles_what_was_open_before_it(instrument, act, day):
    instrument = replace(instrument, related=())
    shown = [known for known in instrument.acts if known.evidence == "shown"]
    dated = [known.done_on.earliest for known in shown if known.done_on]
    next_day = max(day, act.done_on.earliest, min(dated, default=START)) + timedelta(1)
    later = replace(
        act,
        ref="act-999",
        evidence="shown",
        as_at=(),
        done_on=Day(next_day, next_day),
        effective_on=None,
    )
    longer = replace(instrument, acts=(*instrument.acts, later))
    # A succession reaches back to its day; an adoption says that there was no text before it.
    assume(later.type not in ("succession", "adoption"))
    assume(not force_found(longer).differ)  # the record contradicts itself
    assume(not only_latest_known(longer))
    before = reading_of_instrument(instrument)
    after = reading_of_instrument(longer)
    for old, new in zip(lines(before), lines(after), strict=True):
        assert on(old, day) == on(new, day) or on(old, day) in OPEN


@given(instruments(), acts())
def test_a_claim_changes_no_answer(instrument, act):
    claim = replace(act, ref="act-999", evidence="claimed")
    claimed = reading_of_instrument(replace(instrument, acts=(*instrument.acts, claim)))
    for old, new in zip(lines(reading_of_instrument(instrument)), lines(claimed), strict=True):
        for start in {period.start for period in (*old, *new)}:
            assert on(old, start) == on(new, start)


@given(instruments())
def test_nobody_is_a_party_without_consent_or_the_force_of_an_agreement_of_two(instrument):
    reading = reading_of_instrument(instrument)
    shown = [act for act in instrument.acts if act.evidence == "shown"]
    for ref, line in reading.participants.items():
        if not any(period.status in BOUND_STANDINGS for period in line):
            continue
        assert instrument.binding == "binding"
        own = {act.type for act in shown if act.participant == ref}
        in_force = any(
            p.status in ("in_force", "denounced", "suspended") for p in reading.agreement
        )
        assert own & (CONSENTS | {"entry_into_force"}) or (
            instrument.scope == "bilateral" and in_force
        )


@given(instruments(), st.data(), days)
def test_what_is_said_of_a_day_is_true_whatever_the_missing_days_turn_out_to_be(
    instrument, data, day
):
    def settled(act: Act) -> Act:
        if act.done_on is None or act.evidence != "shown":
            return act
        span = (act.done_on.latest - act.done_on.earliest).days
        real = act.done_on.earliest + timedelta(data.draw(st.integers(0, span)))
        return replace(act, done_on=Day(real, real))

    world = replace(instrument, acts=tuple(settled(act) for act in instrument.acts))
    assume(not force_found(world).differ)  # the record contradicts itself
    # Nor is it a possible course that an act comes before the text that it is about.
    assume(laid_out(world).begun is not None or laid_out(instrument).begun is None)
    said = lines(reading_of_instrument(instrument))
    true = lines(reading_of_instrument(world))
    for known, real in zip(said, true, strict=True):
        pair = on(known, day), on(real, day)
        assert pair[0] == pair[1] or pair[0] in OPEN or pair in ALIKE
