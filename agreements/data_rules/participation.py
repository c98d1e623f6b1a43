"""Who takes part: sides, participants of whom nothing is known, claims, and counts."""

from datetime import date

from django.utils.translation import gettext_noop

from agreements.law.values import SIGNATURES

from .values import Case, DataRule, Found, Severity, span, years_after

LONG_SIGNATORY = 20
FEWEST = 3
PARTY = ("party", "party_suspended")
TO_PARENT = ("supplements", "amends", "extends", "implements", "accompanies")


def side_not_known(case: Case):
    """Of an agreement of two sides, somebody stands on none, or a side has no record."""
    if not case.is_bilateral:
        return
    for row in case.makers:
        if row["side"] is None:
            yield Found(f"participants/{row['ref']}/side")
        elif row["actor"] is None:
            yield Found(f"participants/{row['ref']}/actor")


def signed_by_one_side(case: Case):
    """One side's signature is recorded and the other's is not, though it entered into force."""
    if not case.is_bilateral or not case.binds or not case.was_ever_in_force:
        return
    signed = {act["participant"] for act in case.acts(*SIGNATURES)}
    missing = [row for row in case.makers if row["ref"] not in signed]
    if signed and missing:
        yield Found(f"participants/{missing[0]['ref']}")


def participant_without_act(case: Case):
    """Of somebody listed no act is recorded, nor that anybody looked for one."""
    if case.is_bilateral or not case.binds:
        return
    acting = {act["participant"] for act in case.document["acts"]}
    for row in case.makers:
        if row["ref"] not in acting:
            yield Found(f"participants/{row['ref']}")


def signatory_for_long(case: Case):
    """Signed long ago, and whether it ever became a party was not looked up since."""
    for ref, line in sorted(case.reading["participants"].items()):
        last = line[-1]
        if last["status"] == "signatory" and last["from"]:
            since = years_after(date.fromisoformat(last["from"]), LONG_SIGNATORY)
            checked = last["checked"] and date.fromisoformat(last["checked"])
            if not checked or checked < since:
                yield Found(f"participants/{ref}", {"day": last["from"]}, since)


def claim_without_check(case: Case):
    """Somebody claims an act, and nobody has looked whether the depositary shows it."""
    acts = case.document["acts"]
    looked = {act["participant"] for act in acts if act["evidence"] == "none_shown"}
    for act in acts:
        if act["evidence"] == "claimed" and act["participant"] not in looked:
            yield Found(f"acts/{act['ref']}")


def more_parties_than_counted(case: Case):
    """More parties are recorded than the depositary counted as at a day."""
    for row, recorded in _tallies(case):
        if recorded > row["value"]:
            params = {"recorded": str(recorded), "counted": str(row["value"]), "day": row["as_at"]}
            yield Found(f"tallies/{row['ref']}", params)


def parties_missing(case: Case):
    """Fewer parties are recorded than the depositary counted as at a day."""
    for row, recorded in _tallies(case):
        if recorded < row["value"]:
            params = {"recorded": str(recorded), "counted": str(row["value"]), "day": row["as_at"]}
            yield Found(f"tallies/{row['ref']}", params)


def _tallies(case):
    """Each tally of parties as at an exact day, with the parties recorded on that day."""
    for row in case.document["tallies"]:
        as_at = span(row["as_at"])
        if row["of"] == "parties" and as_at and as_at.earliest == as_at.latest:
            yield row, _parties_on(case, row["as_at"])


def _parties_on(case, day):
    return sum(
        period["status"] in PARTY
        for line in case.reading["participants"].values()
        for period in line
        if (period["from"] or "") <= day and (not period["until"] or day < period["until"])
    )


def protocol_without_parent(case: Case):
    """A protocol belongs to another instrument, and to which is not recorded."""
    relations = {row["type"] for row in case.document["relations"]}
    if case.document["form"] == "protocol" and not relations.intersection(TO_PARENT):
        yield Found("relations")


def relation_only_apparent(case: Case):
    """What it does to another agreement only seems so."""
    for row in case.document["relations"]:
        if row["certainty"] == "apparent":
            yield Found(f"relations/{row['ref']}")


def too_few_participants(case: Case):
    """An agreement of several of which fewer than three participants are recorded."""
    if case.document["scope"] == "multilateral" and len(case.makers) < FEWEST:
        yield Found("participants")


CONTRADICTION, GAP, STALE = Severity.CONTRADICTION, Severity.GAP, Severity.STALE
RULES = [
    DataRule(
        "side_not_known", GAP, gettext_noop("Who stands on a side is not known."), side_not_known
    ),
    DataRule(
        "signed_by_one_side",
        GAP,
        gettext_noop("In force, and the signature of one side is not recorded."),
        signed_by_one_side,
    ),
    DataRule(
        "participant_without_act",
        GAP,
        gettext_noop("No act of a participant is recorded, and nobody has looked for one."),
        participant_without_act,
    ),
    DataRule(
        "signatory_for_long",
        STALE,
        gettext_noop(
            "Signatory since {day}; whether it became a party was not looked up for twenty years."
        ),
        signatory_for_long,
    ),
    DataRule(
        "claim_without_check",
        GAP,
        gettext_noop("There is a claim that nobody has checked with the depositary."),
        claim_without_check,
    ),
    DataRule(
        "more_parties_than_counted",
        CONTRADICTION,
        gettext_noop("{recorded} parties are recorded; as at {day} there were {counted}."),
        more_parties_than_counted,
    ),
    DataRule(
        "parties_missing",
        GAP,
        gettext_noop(
            "{recorded} parties are recorded of the {counted} that there were as at {day}."
        ),
        parties_missing,
    ),
    DataRule(
        "protocol_without_parent",
        GAP,
        gettext_noop("To which agreement the protocol belongs is not recorded."),
        protocol_without_parent,
    ),
    DataRule(
        "relation_only_apparent",
        GAP,
        gettext_noop("What it does to another agreement only seems so; the texts do not say it."),
        relation_only_apparent,
    ),
    DataRule(
        "too_few_participants",
        GAP,
        gettext_noop("An agreement of several, with fewer than three participants on record."),
        too_few_participants,
    ),
]
