"""Entry into force, duration and leaving: what the clauses do not say, and where days differ."""

from datetime import date

from django.utils.translation import gettext_noop

from agreements.law.values import CONSENTS

from .values import Case, DataRule, Found, Severity, span

NEEDS_PERIOD = frozenset(
    {
        "last_notification",
        "exchange_of_instruments",
        "nth_deposit",
        "first_of_month_after",
        "after_deposit",
        "first_of_month_after_deposit",
        "before_end",
        "after_receipt",
    }
)
LEFT_OPEN = ("denunciation_effect_not_known", "left_effect_not_known")


def recorded_and_computed_force_differ(case: Case):
    """What sources say of the entry into force is not what clauses and acts give (VCLT 24.1)."""
    force = case.reading.get("force")
    if force and force["differ"]:
        days = {"recorded": force["recorded"], "computed": force["computed"]}
        yield Found("acts", days)


def force_not_established(case: Case):
    """Signed, and nothing says whether it ever entered into force."""
    for period in case.periods("signed_force_not_established"):
        yield Found("acts", {}, _day(period["from"]))


def no_clause_on_entry_into_force(case: Case):
    """How the text says that it enters into force is not recorded, so nothing can be computed."""
    if case.binds and not case.clauses("entry_into_force"):
        yield Found("clauses")


def clause_without_period(case: Case):
    """A clause that works with a delay or notice does not say how long it is."""
    for row in case.document["clauses"]:
        if row["rule"] in NEEDS_PERIOD and not row["period"]:
            yield Found(f"clauses/{row['ref']}/period")


def no_clause_on_duration(case: Case):
    """How long an agreement of two sides lasts is not recorded."""
    if case.binds and case.is_bilateral and case.was_ever_in_force:
        if not case.clauses("duration"):
            yield Found("clauses")


def renewal_not_recorded(case: Case):
    """The term is limited, and what follows it is not recorded."""
    limited = [row for row in case.clauses("duration") if row["rule"] in ("fixed", "until")]
    if limited and not case.clauses("renewal"):
        yield Found(f"clauses/{limited[0]['ref']}")


def notice_not_recorded(case: Case):
    """It is renewed unless notice is given, and by when is not recorded."""
    tacit = [row for row in case.clauses("renewal") if row["rule"] == "tacit"]
    if tacit and not case.clauses("notice"):
        yield Found(f"clauses/{tacit[0]['ref']}")


def later_parties_not_recorded(case: Case):
    """Parties joined after the entry into force; from when they are bound is not recorded."""
    force = case.reading.get("force")
    taken = span(force["taken"]) if force and _is_whole(force["taken"]) else None
    if case.is_bilateral or not taken or case.clauses("later_parties"):
        return
    days = [span(act["done_on"]) for act in case.acts(*CONSENTS) if not act["effective_on"]]
    if any(day and taken.is_before(day) for day in days):
        yield Found("clauses")


def leaving_without_effect(case: Case):
    """Notice was given, and from when it frees is neither recorded nor computed."""
    lines = [case.reading["agreement"], *case.reading["participants"].values()]
    acts = {
        period["act"]: period["from"]
        for line in lines
        for period in line
        if period["reason"]["code"] in LEFT_OPEN
    }
    for act, since in sorted(acts.items()):
        yield Found(f"acts/{act}/effective_on", {}, _day(since))


def term_ran_out(case: Case):
    """Its term ran out, and whether it was renewed is not recorded."""
    for period in case.periods("not_known"):
        if period["reason"]["code"] == "term_ended_renewal_not_known":
            yield Found("clauses", {}, _day(period["from"]))


def _is_whole(written):
    """Whether a written day has no open end."""
    return bool(written) and ".." not in written


def _day(text):
    return date.fromisoformat(text) if text else None


CONTRADICTION, GAP = Severity.CONTRADICTION, Severity.GAP
RULES = [
    DataRule(
        "recorded_and_computed_force_differ",
        CONTRADICTION,
        gettext_noop(
            "Entry into force is recorded as {recorded}; clauses and acts give {computed}."
        ),
        recorded_and_computed_force_differ,
    ),
    DataRule(
        "force_not_established",
        GAP,
        gettext_noop("Signed; whether it ever entered into force is not established."),
        force_not_established,
    ),
    DataRule(
        "no_clause_on_entry_into_force",
        GAP,
        gettext_noop("How it enters into force is not recorded."),
        no_clause_on_entry_into_force,
    ),
    DataRule(
        "clause_without_period",
        GAP,
        gettext_noop("A clause does not say how long its delay or notice is."),
        clause_without_period,
    ),
    DataRule(
        "no_clause_on_duration",
        GAP,
        gettext_noop("How long it lasts is not recorded."),
        no_clause_on_duration,
    ),
    DataRule(
        "renewal_not_recorded",
        GAP,
        gettext_noop("Its term is limited; whether it is renewed is not recorded."),
        renewal_not_recorded,
    ),
    DataRule(
        "notice_not_recorded",
        GAP,
        gettext_noop("It is renewed unless notice is given; by when is not recorded."),
        notice_not_recorded,
    ),
    DataRule(
        "later_parties_not_recorded",
        GAP,
        gettext_noop("Parties joined later; from when each is bound is not recorded."),
        later_parties_not_recorded,
    ),
    DataRule(
        "leaving_without_effect",
        GAP,
        gettext_noop("Notice was given; from when it frees is not recorded."),
        leaving_without_effect,
    ),
    DataRule(
        "term_ran_out",
        GAP,
        gettext_noop("Its term ran out; whether it was renewed is not recorded."),
        term_ran_out,
    ),
]
