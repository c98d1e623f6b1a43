"""What the data rules found, as pages and the API tell it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import orjson
from django.db.models import Count
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.data_rules import RULES, Severity, without_particulars
from agreements.models import PublishedFinding
from agreements.models.standing import FIRST_DAY
from catalogue.cyrillic import endings_joined
from catalogue.dates import written_date
from catalogue.languages import own_name
from register.public_record import PublicRecord

SEVERITIES = {
    Severity.CONTRADICTION: gettext_lazy("What contradicts itself"),
    Severity.STALE: gettext_lazy("What has not been looked at for long"),
    Severity.GAP: gettext_lazy("What is missing"),
}
# Places of sentences that hold days; the others hold words and numbers.
DAYS = frozenset({"day", "effective", "left", "as_at", "recorded", "computed"})


class Finding(NamedTuple):
    """Something found in an agreement: the rule, where, in a sentence, and since when."""

    agreement: str
    rule: str
    severity: str
    path: str
    sentence: SafeString
    since: date | None


class RuleCount(NamedTuple):
    """A data rule, what it finds in words, and in how many agreements it found something."""

    name: str
    words: str
    agreements: int


def finding_in(row: PublishedFinding) -> Finding:
    """The finding that a row holds; of a rule that is no more, its name alone."""
    rule = RULES.get(row.rule)
    since = None if row.from_day == FIRST_DAY else row.from_day
    if rule is None:
        return Finding(row.agreement, row.rule, "", row.path, conditional_escape(row.rule), since)
    said = sentence_of(rule.sentence, orjson.loads(row.params))
    return Finding(row.agreement, row.rule, rule.severity, row.path, said, since)


def sentence_of(sentence: str, params: dict) -> SafeString:
    """A sentence of a rule with its places filled in, days written out."""
    words = {name: _shown(name, value) for name, value in params.items()}
    return mark_safe(endings_joined(conditional_escape(_(sentence)).format_map(words)))


def _shown(name: str, value: str) -> SafeString | str:
    if name in DAYS and not value.isdecimal() and ".." not in value:
        return written_date(value)
    return conditional_escape(own_name(value) if name == "language" else value)


def words_of(rule: str) -> str:
    """What a rule finds, without the particulars."""
    return without_particulars(_(RULES[rule].sentence))


def findings_of(public: PublicRecord, agreement: str, on: date) -> list[Finding]:
    """What was found in one agreement, the gravest first."""
    rows = PublishedFinding.objects.recorded(public.number).on(on).filter(agreement=agreement)
    return in_weight(map(finding_in, rows))


def in_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity; among equals as they come."""
    weight = {severity: place for place, severity in enumerate(SEVERITIES)}
    return sorted(findings, key=lambda each: weight.get(each.severity, len(weight)))


def counts(public: PublicRecord, on: date) -> list[tuple[str, list[RuleCount]]]:
    """Every rule that found something, by severity, with the number of agreements concerned."""
    rows = PublishedFinding.objects.recorded(public.number).on(on).order_by()
    found = dict(rows.values_list("rule").annotate(Count("agreement", distinct=True)))
    groups = []
    for severity, heading in SEVERITIES.items():
        rules = [
            RuleCount(name, words_of(name), found[name])
            for name, rule in RULES.items()
            if rule.severity == severity and name in found
        ]
        if rules:
            groups.append((heading, sorted(rules, key=lambda each: -each.agreements)))
    return groups
