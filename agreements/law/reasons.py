"""Every reason that the rules give, as an English sentence with named places.

The sentences are message ids: a page hands its own `translate` and `show_day` to `sentence`.
Places whose value is a day (ISO 8601) are named in `DAYS`, places whose value is a type of act
in `ACT_WORDS`; `by` is the key of another agreement, `count` and `fewest` are numbers.
"""

from collections.abc import Callable, Mapping
from datetime import date
from string import Formatter

from .values import Reason


def gettext_noop(text: str) -> str:
    """The text itself: the name lets the collector of messages find it."""
    return text


OPEN_END = ".."
# How a day known in part is put into a sentence: whether its earliest and latest end are known.
DAY_WORDS: dict[tuple[bool, bool], str] = {
    (True, True): gettext_noop("a day between {earliest} and {latest}"),
    (False, True): gettext_noop("{latest} or an earlier day"),
    (True, False): gettext_noop("{earliest} or a later day"),
    (False, False): gettext_noop("a day not known"),
}

# Places that hold days: ISO 8601, for a day known in part both ends with a slash between.
DAYS = frozenset({"day", "earliest", "latest", "until", "recorded", "computed"})

ACT_WORDS: dict[str, str] = {
    "acceptance": gettext_noop("acceptance"),
    "accession": gettext_noop("accession"),
    "adoption": gettext_noop("adoption"),
    "any_act": gettext_noop("any act"),
    "approval": gettext_noop("approval"),
    "authentication": gettext_noop("authentication"),
    "completion": gettext_noop("completion"),
    "confirmation_of_signature": gettext_noop("confirmation of signature"),
    "consent_to_be_bound": gettext_noop("consent to be bound"),
    "definitive_signature": gettext_noop("definitive signature"),
    "denunciation": gettext_noop("denunciation"),
    "discontinuance": gettext_noop("discontinuance"),
    "end_of_provisional_application": gettext_noop("end of provisional application"),
    "end_of_suspension": gettext_noop("end of suspension"),
    "endorsement": gettext_noop("endorsement"),
    "entry_into_force": gettext_noop("entry into force"),
    "exchange_of_instruments": gettext_noop("exchange of instruments"),
    "formal_confirmation": gettext_noop("formal confirmation"),
    "initialling": gettext_noop("initialling"),
    "membership": gettext_noop("membership"),
    "notification": gettext_noop("notification that internal procedures are complete"),
    "opening_for_signature": gettext_noop("opening for signature"),
    "participation_in_forum": gettext_noop("participation in the forum"),
    "provisional_application": gettext_noop("provisional application"),
    "ratification": gettext_noop("ratification"),
    "refusal": gettext_noop("refusal"),
    "signature": gettext_noop("signature"),
    "signature_ad_referendum": gettext_noop("signature ad referendum"),
    "simplified_procedure": gettext_noop("simplified procedure"),
    "succession": gettext_noop("succession"),
    "supersession": gettext_noop("supersession"),
    "suspension": gettext_noop("suspension"),
    "term": gettext_noop("end of the term"),
    "termination": gettext_noop("termination"),
    "territorial_application": gettext_noop("territorial application"),
    "territorial_exclusion": gettext_noop("territorial exclusion"),
    "vote": gettext_noop("vote"),
    "withdrawal_of_instrument": gettext_noop("withdrawal of the instrument"),
    "withdrawal_of_signature": gettext_noop("withdrawal of signature"),
    "later_instrument": gettext_noop("entry into force of the later agreement"),
}

REASONS: dict[str, str] = {
    # Days known in part, and what is not recorded at all
    "day_known_in_part": gettext_noop(
        "The day of an act ({act_type}) is known only to lie between {earliest} and {latest}."
    ),
    "day_known_only_by": gettext_noop(
        "The day of an act ({act_type}) is known only to be {latest} or earlier."
    ),
    "day_not_known": gettext_noop("An act is recorded without its day: {act_type}."),
    "nothing_recorded": gettext_noop("No dated act is recorded."),
    "only_claimed": gettext_noop("There is only a claim, which no record confirms."),
    "text_not_dated": gettext_noop(
        "The day on which the text was made is not recorded; the first dated act is of {day}."
    ),
    "acts_before_adoption": gettext_noop(
        "The text was adopted on {day}, but earlier acts are recorded: from when it existed is "
        "not known."
    ),
    "before_first_act": gettext_noop("Before {day} no act is recorded."),
    # The agreement
    "adopted": gettext_noop("The text was settled on {day}; no signature is recorded yet."),
    "adopted_force_not_established": gettext_noop(
        "The text was settled on {day}; neither signature nor entry into force is established."
    ),
    "initialled": gettext_noop("Initialled on {day}."),
    "signed": gettext_noop("Signed on {day}; not yet in force."),
    "signed_before_force": gettext_noop("Signed on {day}; entered into force only later."),
    "signed_force_none_shown": gettext_noop(
        "Signed on {day}; no entry into force shown as at {until}."
    ),
    "signed_force_not_established": gettext_noop(
        "Signed on {day}; whether it has entered into force is not established."
    ),
    "provisional_application": gettext_noop("Applied provisionally from {day}."),
    "provisional_application_ended": gettext_noop("Provisional application ended on {day}."),
    "entered_into_force": gettext_noop("Entered into force on {day}."),
    "in_force_by": gettext_noop("In force on {day} at the latest; the exact day is not known."),
    "in_force_by_signature": gettext_noop("Entered into force on {day}, by signature."),
    "in_force_after_act": gettext_noop(
        "Entered into force on {day}, as its text says; the last act it took was: {act_type}."
    ),
    "in_force_by_deposits": gettext_noop("Entered into force on {day}; it took {count} deposits."),
    "deposits_may_be_missing": gettext_noop(
        "By the deposits on record it is in force on {latest} at the latest; earlier ones may not "
        "be recorded."
    ),
    "clauses_differ": gettext_noop(
        "Several clauses on its entry into force give days between {earliest} and {latest}."
    ),
    "waits_for_parent": gettext_noop(
        "The agreement that it supplements ({by}) entered into force on {day}; whether it waits "
        "for that is not recorded."
    ),
    "recorded_and_not_computed": gettext_noop(
        "Entered into force on {recorded}, as verified; its clauses and acts would give {computed}."
    ),
    "recorded_and_computed_differ": gettext_noop(
        "The record says that it entered into force on {recorded}, its clauses and acts give "
        "{computed}; the days between them are not known."
    ),
    "in_force_by_both": gettext_noop(
        "In force on {day} at the latest: the record says {recorded}, its clauses and acts give "
        "{computed}."
    ),
    "in_force_on_fixed_day": gettext_noop("Entered into force on {day}, the day that it names."),
    "in_force_for_participant": gettext_noop(
        "In force for a participant on {day}, so in force by then."
    ),
    "suspended": gettext_noop("Operation suspended from {day}."),
    "partly_suspended": gettext_noop("Operation suspended for some of the parties from {day}."),
    "suspension_ended": gettext_noop("The suspension ended on {day}."),
    "denunciation_received": gettext_noop("Notice of denunciation received on {day}."),
    "denunciation_effective": gettext_noop("The denunciation took effect on {day}."),
    "denunciation_effect_not_known": gettext_noop(
        "Notice of denunciation was received on {day}; when it took effect is not recorded."
    ),
    "denunciation_revoked": gettext_noop(
        "The notice of denunciation was withdrawn on {day}, before it took effect."
    ),
    "terminated": gettext_noop("Terminated on {day}."),
    "fell_below": gettext_noop(
        "Ended on {day}: its parties became {count}, and it ends when they are fewer than {fewest}."
    ),
    "may_have_fallen_below": gettext_noop(
        "By the acts on record its parties became {count} on {day}; it ends when they are fewer "
        "than {fewest}, and others may not be recorded."
    ),
    "expired": gettext_noop("Its term ran out; without force from {day}."),
    "term_ended_renewal_not_known": gettext_noop(
        "Its term ran out before {day}; whether it was renewed is not recorded."
    ),
    "superseded": gettext_noop("Superseded on {day}."),
    "superseded_by": gettext_noop("Superseded by {by} on {day}."),
    "superseded_apparently_by": gettext_noop(
        "Apparently superseded by {by} on {day}; the texts do not say so."
    ),
    "terminated_by": gettext_noop("Terminated by {by} on {day}."),
    "terminated_apparently_by": gettext_noop(
        "Apparently terminated by {by} on {day}; the texts do not say so."
    ),
    "suspended_by": gettext_noop("Suspended by {by} from {day}."),
    "suspended_apparently_by": gettext_noop(
        "Apparently suspended by {by} from {day}; the texts do not say so."
    ),
    "given_up": gettext_noop("Given up on {day}, before entry into force."),
    # Dates to come
    "renewed_tacitly": gettext_noop("A new term begins on {day} unless notice was given in time."),
    "renewed_by_agreement": gettext_noop("A new term begins on {day}, as was agreed."),
    "last_notice": gettext_noop("Notice given by {until} still frees on {day}; later it does not."),
    "term_ends": gettext_noop("Its term ends with {until}, and it is not renewed."),
    "term_ends_unless_renewed": gettext_noop(
        "Its term ends with {until} unless it is renewed by agreement."
    ),
    "term_ends_open": gettext_noop(
        "Its term ends with {until}; whether it is renewed is not recorded."
    ),
    # A text that does not bind
    "text_adopted": gettext_noop("Adopted on {day}; the text does not bind."),
    "text_adopted_binding_disputed": gettext_noop(
        "Adopted on {day}; whether the text binds is disputed, so nobody is shown as bound."
    ),
    "text_adopted_binding_not_known": gettext_noop(
        "Adopted on {day}; whether the text binds is not known, so nobody is shown as bound."
    ),
    "completed": gettext_noop("Completed on {day}."),
    "discontinued": gettext_noop("Discontinued on {day}."),
    # A participant
    "before_text": gettext_noop("Before {day} there was no text."),
    "before_first_own_act": gettext_noop("Its first recorded act is of {day}."),
    "none_shown_until": gettext_noop("No act shown as at {until} (looked for: {act_type})."),
    "none_shown_only_until": gettext_noop(
        "No act was shown as at {until}; what happened later is not known."
    ),
    "none_shown_day_not_known": gettext_noop("No act was shown; as at which day, is not recorded."),
    "no_act_recorded": gettext_noop("No act of it is recorded, and no search for one either."),
    "only_internal_approval": gettext_noop(
        "Only its internal approval is recorded, which binds nobody abroad."
    ),
    "no_act_that_binds": gettext_noop("What is recorded of it ({act_type}) does not make a party."),
    "signed_by_it": gettext_noop("Signed on {day}."),
    "signature_confirmed": gettext_noop("Signed ad referendum on {day} and confirmed later."),
    "signature_not_confirmed": gettext_noop(
        "Signed ad referendum on {day}; no confirmation is recorded."
    ),
    "signature_withdrawn": gettext_noop("Withdrew its signature on {day}."),
    "consented": gettext_noop("Consented to be bound on {day} ({act_type})."),
    "consented_force_not_established": gettext_noop(
        "Consented to be bound; whether the agreement is in force is not established."
    ),
    "succession_effect_not_recorded": gettext_noop(
        "Gave notice of its succession on {day}; from which earlier day it takes effect is not "
        "recorded."
    ),
    "instrument_withdrawn": gettext_noop("Withdrew its instrument on {day}, before it had effect."),
    "consent_effective": gettext_noop("Its consent ({act_type}) took effect on {day}."),
    "bound_from_entry_into_force": gettext_noop(
        "Had consented ({act_type}); a party since the entry into force on {day}."
    ),
    "bound_on_deposit": gettext_noop(
        "Consented ({act_type}) after entry into force; a party by {day} at the latest."
    ),
    "bound_after_delay": gettext_noop(
        "Consented ({act_type}); a party from {day}, after the delay for later parties."
    ),
    "consent_delay_not_recorded": gettext_noop(
        "Consented on {day}; the delay after which it is bound is not recorded."
    ),
    "force_for_it": gettext_noop("Entered into force for it on {day}."),
    "both_sides_bound": gettext_noop(
        "The entry into force of an agreement of two sides binds both ({day})."
    ),
    "agreement_suspended": gettext_noop("The operation of the agreement is suspended."),
    "agreement_ended": gettext_noop("The agreement has ended."),
    "superseded_between_some": gettext_noop(
        "A later agreement took the place of this one, between those who are party to both."
    ),
    "extended_to_territory": gettext_noop("Extended to this territory from {day}."),
    "extension_withdrawn": gettext_noop("No longer extended to this territory from {day}."),
    "territory_excluded": gettext_noop("Declared on {day} not to extend to this territory."),
    "territory_not_settled": gettext_noop(
        "No act for this territory is recorded; a treaty binds the whole territory unless "
        "something else appears, and a row of its own suggests that something does."
    ),
    "state_not_recorded": gettext_noop("The state of this territory is not on record here."),
    "left": gettext_noop("Left with effect from {day}."),
    "left_effect_not_known": gettext_noop(
        "Gave notice on {day}; when its denunciation took effect is not recorded."
    ),
    "suspended_for_it": gettext_noop("The operation is suspended for it from {day}."),
    "taking_part": gettext_noop("Takes part since {day} ({act_type})."),
    "not_voted_for": gettext_noop("Did not vote for the text on {day}."),
    "text_ended": gettext_noop("The text no longer runs."),
}


def reason(code: str, **params: date | str) -> Reason:
    """A reason with its parameters as text; days become ISO 8601."""
    return Reason(
        code,
        tuple((name, v if isinstance(v, str) else v.isoformat()) for name, v in params.items()),
    )


def places(code: str) -> frozenset[str]:
    """The names of the parameters that a reason takes."""
    return frozenset(name for _text, name, _spec, _c in Formatter().parse(REASONS[code]) if name)


def sentence(
    said: Mapping[str, str],
    translate: Callable[[str], str] = str,
    show_day: Callable[[str], str] = str,
) -> str:
    """The sentence for a reason as a reading holds it: its `code` beside its parameters.

    `translate` receives the English sentence and the words for acts and for days known in part,
    `show_day` each single ISO day.
    """
    words = {name: _shown(name, value, translate, show_day) for name, value in said.items()}
    return translate(REASONS[said["code"]]).format_map(words)


def _shown(name: str, value: str, translate: Callable, show_day: Callable) -> str:
    if name == "act_type":
        return translate(ACT_WORDS[value]) if value in ACT_WORDS else value.replace("_", " ")
    return _day_shown(value, translate, show_day) if name in DAYS else value


def _day_shown(value: str, translate: Callable, show_day: Callable) -> str:
    """A day in words; of one known in part the ends."""
    earliest, slash, latest = value.partition("/")
    if not slash:
        return show_day(value)
    words = DAY_WORDS[earliest != OPEN_END, latest != OPEN_END]
    ends = {"earliest": earliest, "latest": latest}
    shown = {name: day if day == OPEN_END else show_day(day) for name, day in ends.items()}
    return translate(words).format_map(shown)
