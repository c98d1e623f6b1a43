"""On whose word: what is not cited, only weakly, contradicted, or not checked for long."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop

from .values import DECISIVE, Case, DataRule, Found, Severity, at, span, years_after

CHECK_AGAIN_AFTER = 5
# Facts of which there is one answer, written alike by whoever gives it.
COMPARABLE = frozenset(
    {
        "binding",
        "count",
        "done_on",
        "effective_on",
        "level",
        "period",
        "scope",
        "value",
    }
)


def nothing_cited(case: Case):
    """No source at all is given."""
    if not case.document["citations"]:
        yield Found("citations")


def decisive_act_not_cited(case: Case):
    """No source is given for an act on which the law rests."""
    if "" in case.cited:
        return
    for act in case.acts(*sorted(DECISIVE)):
        if case.cited and not case.citations_of(act):
            yield Found(at(act))


def only_uncertain_sources(case: Case):
    """Every source for an act on which the law rests is uncertain."""
    for act in case.acts(*sorted(DECISIVE)):
        found = case.citations_of(act)
        if found and all(each["confidence"] == "uncertain" for each in found):
            yield Found(at(act))


def sources_disagree(case: Case):
    """A source gives another value than the one chosen."""
    for citation in case.document["citations"]:
        chosen = _value_at(case.document, citation["path"])
        if citation["says"] and chosen and citation["says"] != chosen:
            yield Found(f"citations/{citation['ref']}", {"says": citation["says"]})


def _value_at(document: Mapping, path: str) -> str:
    """The value that a path leads to, as text; "" where it cannot be held against another.

    What a source calls something is another name and no contradiction.
    """
    rows, _slash, rest = path.partition("/")
    ref, _slash, field = rest.partition("/")
    if (field or rows) not in COMPARABLE:
        return ""
    if not rest:
        return document[rows]
    row = next((each for each in document[rows] if each["ref"] == ref), {})
    return "" if row.get(field) is None else str(row[field])


def last_check_too_old(case: Case):
    """The newest day as at which anything was checked is more than five years past."""
    if newest := _newest_check(case):
        since = years_after(newest, CHECK_AGAIN_AFTER)
        yield Found("citations", {"day": newest.isoformat()}, since)


def never_checked(case: Case):
    """As at which day anything here was checked is recorded nowhere."""
    if case.document["citations"] and _newest_check(case) is None:
        yield Found("citations")


def _newest_check(case: Case):
    written = [each["as_at"] for each in (*case.document["citations"], *case.document["acts"])]
    return max((span(text).earliest for text in written if text), default=None)


CONTRADICTION, GAP, STALE = Severity.CONTRADICTION, Severity.GAP, Severity.STALE
RULES = [
    DataRule("nothing_cited", GAP, gettext_noop("No source is given for anything."), nothing_cited),
    DataRule(
        "decisive_act_not_cited",
        GAP,
        gettext_noop("No source is given for an act on which the law rests."),
        decisive_act_not_cited,
    ),
    DataRule(
        "only_uncertain_sources",
        GAP,
        gettext_noop("Every source for an act on which the law rests is uncertain."),
        only_uncertain_sources,
    ),
    DataRule(
        "sources_disagree",
        CONTRADICTION,
        gettext_noop("A source says otherwise: {says}."),
        sources_disagree,
    ),
    DataRule(
        "last_check_too_old",
        STALE,
        gettext_noop("Last checked as at {day}, more than five years ago."),
        last_check_too_old,
    ),
    DataRule(
        "never_checked",
        GAP,
        gettext_noop("As at which day it was checked is not recorded."),
        never_checked,
    ),
]
