"""ISO 8601 durations, as the final clauses of agreements hold them, in words."""

import re

from django.utils.translation import ngettext

DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def written_duration(value: str) -> str:
    """`P1Y6M` as “1 year 6 months”; what is written otherwise stays as it is."""
    match = DURATION.fullmatch(value)
    if not match or not any(match.groups()):
        return value
    years, months, weeks, days = (int(count or 0) for count in match.groups())
    words = [
        ngettext("%(count)s year", "%(count)s years", years) % {"count": years} if years else "",
        ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
        if months
        else "",
        ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks} if weeks else "",
        ngettext("%(count)s day", "%(count)s days", days) % {"count": days} if days else "",
    ]
    return " ".join(word for word in words if word)
