"""What the final clauses of an agreement say, in words."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalogue.cyrillic import endings_joined
from catalogue.dates import written_date
from catalogue.durations import written_duration
from catalogue.labels import labels

# How a rule reads with its duration, count or day; rules that need none are read by their label.
SENTENCES = {
    "last_notification": gettext_noop("{period} after the last notification"),
    "exchange_of_instruments": gettext_noop("{period} after the exchange of instruments"),
    "nth_deposit": gettext_noop("{period} after the deposit of instrument number {count}"),
    "share_of_deposits": gettext_noop(
        "{period} after the deposit of {share} of {count} instruments"
    ),
    "named_participants": gettext_noop("{period} after those named have deposited"),
    "ends_below": gettext_noop("ends if there are fewer than {count}"),
    "fixed_day": gettext_noop("on {day}"),
    "after_deposit": gettext_noop("{period} after its own deposit"),
    "fixed": gettext_noop("for {period}"),
    "until": gettext_noop("until {day}"),
    "tacit": gettext_noop("tacit, for periods of {period}"),
    "before_end": gettext_noop("at least {period} before the end of a period"),
    "after_receipt": gettext_noop("takes effect {period} after receipt"),
    "from_day": gettext_noop("from {day}"),
}
WITHOUT_DELAY = {
    "nth_deposit": gettext_noop("with the deposit of instrument number {count}"),
    "last_notification": gettext_noop("with the last notification"),
    "share_of_deposits": gettext_noop("with the deposit of {share} of {count} instruments"),
    "named_participants": gettext_noop("once those named have deposited"),
    "exchange_of_instruments": gettext_noop("with the exchange of instruments"),
    "after_deposit": gettext_noop("with its own deposit"),
}
NO_TIME = "P0D"


def clause_words(row: dict) -> SafeString | str:
    """A clause in words, "" where only the original words are known."""
    rule = row["rule"]
    if not rule:
        return ""
    pattern = SENTENCES.get(rule)
    if row["period"] == NO_TIME:
        pattern = WITHOUT_DELAY.get(rule, pattern)
    values = _values(row)
    missing = [name for name, value in values.items() if not value]
    if not pattern or any(f"{{{name}}}" in pattern for name in missing):
        return capfirst(labels("agreements.Clause.rule")[rule])
    return mark_safe(endings_joined(format_html(capfirst(_(pattern)), **values)))


def _values(row: dict) -> dict:
    return {
        "period": written_duration(row["period"]) if row["period"] else "",
        "count": row["count"] or "",
        "share": row["share"],
        "day": written_date(row["day"]),
    }
