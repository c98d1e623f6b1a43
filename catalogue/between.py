"""What is in force between two states or organizations on a day, and what may be."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import PublishedStanding
from agreements.models.standing import Standing
from catalogue.answers import Answer, answer_in
from catalogue.questions import BadQuestion
from register.public_record import PublicRecord

# The three answers, in the order in which a reader wants them.
BOUND, PROVISIONAL, NOT_KNOWN = "bound", "provisionally_applied", "not_known"
ANSWERS = {
    BOUND: gettext_lazy("Bind both"),
    PROVISIONAL: gettext_lazy("Applied provisionally by one of them or both"),
    NOT_KNOWN: gettext_lazy("Whether they bind both is not known"),
}
# Of the standings of one that takes part for several territories, the one that says most.
WEIGHT = {name: place for place, name in enumerate(PublishedStanding.MAY_BIND)}


class Shared(NamedTuple):
    """An agreement of two, the answer to whether it binds both, and the standing of each."""

    agreement: str
    answer: str
    standings: dict[str, Answer]


def shared_between(public: PublicRecord, one: str, other: str, day: date) -> list[Shared]:
    """The agreements that bind both on a day, or may, by key; in one query."""
    standings = defaultdict(dict)
    rows = PublishedStanding.objects.recorded(public.number).perhaps_between(one, other, day)
    for row in sorted(rows, key=lambda row: -WEIGHT[row.status]):
        standings[row.agreement][row.actor] = answer_in(row)
    return [
        Shared(key, answer_of(found.values()), {actor: found[actor] for actor in (one, other)})
        for key, found in sorted(standings.items())
    ]


def answer_of(standings: Iterable[Answer]) -> str:
    """Whether an agreement binds both, by how each stands to it."""
    statuses = {standing.status for standing in standings}
    if Standing.NOT_KNOWN in statuses:
        return NOT_KNOWN
    return PROVISIONAL if Standing.PROVISIONALLY_APPLYING in statuses else BOUND


def require_two(public: PublicRecord, one: str, other: str) -> None:
    """Refuse a question about a state or organization that the register does not know.

    Raises `Http404` for one that is not public, `BadQuestion` where both are the same.
    """
    kinds = public.kinds_of([one, other])
    if not all(kinds.get(key) in ("state", "organization") for key in (one, other)):
        raise Http404
    if one == other:
        raise BadQuestion("other", _("Ask about two different states or organizations."))
