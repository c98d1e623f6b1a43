"""Acts that cannot have happened so, and acts of which something is missing."""

from django.utils.translation import gettext_noop

from agreements.law.values import CONSENTS, SIGNATURES

from .values import DECISIVE, Case, DataRule, Found, Severity, at, span

AFTER_SIGNATURE = ("ratification", "acceptance", "approval")
JOINING = CONSENTS | SIGNATURES
WITHDRAWALS = (
    "withdrawal_of_signature",
    "withdrawal_of_instrument",
    "withdrawal_of_reservation",
    "withdrawal_of_objection",
)


def ratification_before_signature(case: Case):
    """Ratification confirms a signature (VCLT 14): without one before it, it is an accession."""
    for act in case.acts(*AFTER_SIGNATURE):
        signed = [span(each["done_on"]) for each in case.acts(*SIGNATURES, of=act["participant"])]
        done = span(act["done_on"])
        if done and signed and all(signed) and all(done.is_before(day) for day in signed):
            yield Found(at(act, "done_on"), {"day": act["done_on"]})


def effect_before_act(case: Case):
    """An act has no effect before it is done; only a succession reaches back (1978 Convention)."""
    for act in case.shown:
        done, effective = span(act["done_on"]), span(act["effective_on"])
        if done and effective and effective.is_before(done) and act["type"] != "succession":
            yield Found(
                at(act, "effective_on"), {"day": act["done_on"], "effective": act["effective_on"]}
            )


def act_before_adoption(case: Case):
    """Nobody signs or joins a text that does not exist yet (VCLT 9 to 15)."""
    adopted = [span(act["done_on"]) for act in case.acts("adoption") if act["done_on"]]
    if not adopted or not case.binds:
        return
    for act in case.acts(*JOINING):
        done = span(act["done_on"])
        if done and act["type"] != "succession" and all(done.is_before(day) for day in adopted):
            yield Found(at(act, "done_on"), {"day": act["done_on"]})


def act_after_leaving(case: Case):
    """Who has left does nothing further in the agreement unless it joins again."""
    for gone in case.acts("denunciation"):
        left = span(gone["effective_on"])
        own = [act for act in case.shown if act["participant"] == gone["participant"]]
        later = [act for act in own if left and _is_after(act, left)]
        if any(act["type"] in JOINING for act in later):
            continue
        for act in later:
            yield Found(at(act, "done_on"), {"day": act["done_on"], "left": gone["effective_on"]})


def _is_after(act, day):
    done = span(act["done_on"])
    return bool(done) and day.is_before(done)


def act_later_than_checked(case: Case):
    """A source whose state is of a day cannot show what happened later."""
    for act in case.shown:
        done = span(act["done_on"])
        for citation in case.citations_of(act):
            as_at = span(citation["as_at"])
            if done and as_at and not citation["says"] and as_at.is_before(done):
                params = {"day": act["done_on"], "as_at": citation["as_at"]}
                yield Found(f"citations/{citation['ref']}", params)


def denunciation_by_nobody_bound(case: Case):
    """Only a party can denounce (VCLT 54, 56)."""
    if case.is_bilateral or not case.binds:
        return
    for act in case.acts("denunciation"):
        own = case.acts(*CONSENTS, "entry_into_force", of=act["participant"])
        if not own:
            yield Found(at(act))


def entry_into_force_before_signature(case: Case):
    """What nobody has signed, or of two sides not both, is not in force yet (VCLT 24)."""
    signed = [span(act["done_on"]) for act in case.acts(*SIGNATURES) if act["done_on"]]
    if not signed:
        return
    decisive = max(signed) if case.is_bilateral else min(signed)
    for act in case.acts("entry_into_force"):
        force = span(act["effective_on"] or act["done_on"])
        if force and act["participant"] is None and force.is_before(decisive):
            yield Found(at(act), {"day": act["effective_on"] or act["done_on"]})


def succession_without_predecessor(case: Case):
    """A succession continues somebody's rights and duties: whose, must be said."""
    for act in case.acts("succession"):
        if not act["predecessor"]:
            yield Found(at(act, "predecessor"))


def withdrawal_of_nothing(case: Case):
    """A withdrawal takes something back: the act that it is about is not named."""
    for act in case.acts(*WITHDRAWALS):
        if not act["concerns"]:
            yield Found(at(act, "concerns"))


def decisive_act_without_day(case: Case):
    """An act on which the law rests has no day."""
    for act in case.acts(*sorted(DECISIVE)):
        if not act["done_on"] and not act["effective_on"]:
            yield Found(at(act, "done_on"))


def decisive_act_known_in_part(case: Case):
    """Of an act on which the law rests the exact day is not known."""
    for act in case.acts(*sorted(DECISIVE)):
        written = act["effective_on"] or act["done_on"]
        if written and span(written).earliest != span(written).latest:
            yield Found(at(act), {"day": written})


CONTRADICTION, GAP = Severity.CONTRADICTION, Severity.GAP
RULES = [
    DataRule(
        "ratification_before_signature",
        CONTRADICTION,
        gettext_noop("Ratified on {day}, before the participant had signed."),
        ratification_before_signature,
    ),
    DataRule(
        "effect_before_act",
        CONTRADICTION,
        gettext_noop("Done on {day}, and said to have had effect earlier, on {effective}."),
        effect_before_act,
    ),
    DataRule(
        "act_before_adoption",
        CONTRADICTION,
        gettext_noop("Done on {day}, before the text was adopted."),
        act_before_adoption,
    ),
    DataRule(
        "act_after_leaving",
        CONTRADICTION,
        gettext_noop("Done on {day}, after the participant had left on {left}."),
        act_after_leaving,
    ),
    DataRule(
        "act_later_than_checked",
        CONTRADICTION,
        gettext_noop("A source as at {as_at} is cited for an act of {day}, which is later."),
        act_later_than_checked,
    ),
    DataRule(
        "denunciation_by_nobody_bound",
        CONTRADICTION,
        gettext_noop("Denounced by a participant of which no consent is recorded."),
        denunciation_by_nobody_bound,
    ),
    DataRule(
        "entry_into_force_before_signature",
        CONTRADICTION,
        gettext_noop("Said to be in force on {day}, before it was signed."),
        entry_into_force_before_signature,
    ),
    DataRule(
        "succession_without_predecessor",
        GAP,
        gettext_noop("A succession does not say whom it succeeds."),
        succession_without_predecessor,
    ),
    DataRule(
        "withdrawal_of_nothing",
        GAP,
        gettext_noop("A withdrawal does not say what is withdrawn."),
        withdrawal_of_nothing,
    ),
    DataRule(
        "decisive_act_without_day",
        GAP,
        gettext_noop("The day of an act on which the law rests is not recorded."),
        decisive_act_without_day,
    ),
    DataRule(
        "decisive_act_known_in_part",
        GAP,
        gettext_noop("The exact day of an act on which the law rests is not known: {day}."),
        decisive_act_known_in_part,
    ),
]
