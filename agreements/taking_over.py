"""Taking a depositary's table over into an agreement, as one revision."""

from collections.abc import Collection, Mapping

import orjson
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Agreement
from agreements.status_tables import Reason
from agreements.status_tables.applying import Cited, applied
from agreements.status_tables.matching import Known, Names
from agreements.status_tables.plan import Plan, Verdict
from organizations.models import PublishedOrganization, PublishedState
from register.canonical import canonical
from register.documents import dump
from register.loading import load
from register.models import Record, Revision, Source
from register.revising import NotNow, save_revision

# Why something was not read, as it is told to a curator.
SENTENCES = {
    Reason.NO_HEADS: gettext_lazy("no line of the text names acts at the head of columns"),
    Reason.BEFORE_HEADS: gettext_lazy("it stands above the heads of the table"),
    Reason.NO_NAME: gettext_lazy("the line names no participant"),
    Reason.NO_HEAD: gettext_lazy("its column has no head"),
    Reason.HEAD_NOT_KNOWN: gettext_lazy("the head of its column names no act that is known"),
    Reason.NO_DATE: gettext_lazy("it holds no date"),
    Reason.NO_SUCH_DAY: gettext_lazy("the calendar has no such day"),
    Reason.DAY_OR_MONTH: gettext_lazy("nothing shows whether day or month comes first"),
    Reason.LETTER_NOT_KNOWN: gettext_lazy("the letter after the date is explained nowhere"),
    Reason.WHICH_ACT: gettext_lazy("which act a date without a letter means is not said"),
    Reason.WORDS: gettext_lazy("there are words beside the date that may change its meaning"),
}
# Sources whose record of an act verifies it.
VERIFYING = (
    Source.Type.DEPOSITARY,
    Source.Type.OFFICIAL,
    Source.Type.GAZETTE,
    Source.Type.LEGAL_TEXT,
)


def public_names() -> Names:
    """The names of every state and organization that is public, former ones included."""
    known = []
    for model in (PublishedState, PublishedOrganization):
        rows = model.objects.filter(said_until=None).order_by("key")
        known += [_known(orjson.loads(text)) for text in rows.values_list("document", flat=True)]
    return Names(known)


def _known(document: Mapping) -> Known:
    return Known(
        document["key"],
        (
            *document["names"].values(),
            *document.get("official_names", {}).values(),
            *(alias["text"] for alias in document["aliases"]),
        ),
        (document.get("valid_from") or "")[:4],
        (document.get("valid_until") or "")[:4],
    )


def cited_as(source: Source, as_at: str) -> Cited:
    """The table as a source, as at a day: what the depositary says of its own acts is verified."""
    confidence = "verified" if source.type in VERIFYING else "reported"
    return Cited(source.key, confidence, as_at)


@transaction.atomic
def take_over(
    agreement: Agreement,
    plan: Plan,
    cited: Cited,
    account,
    *,
    taken: Collection[int] = (),
    parties: int | None = None,
    seen: int | None = None,
) -> Revision | None:
    """Carry a plan out as one revision, None if the record has all of it already.

    What could not be read is kept in full with the revision. Raises NotNow if the record was
    saved again since the revision `seen`, loading.Refused if it does not hold together.
    """
    Record.objects.select_for_update().get(pk=agreement.pk)
    agreement.refresh_from_db()
    last = agreement.revisions.order_by("-number").first()
    if seen is not None and last is not None and last.number != seen:
        raise NotNow(_("The record has been saved again since: look at the plan anew."))
    before = dump(agreement)
    after = applied(plan, before, cited, agreement.last_refs, taken, parties)
    if canonical(after) == canonical(before):
        return None
    record = load(after, agreement.unit)
    return save_revision(record, account, "\n".join([_("From a status table."), *left_over(plan)]))


def left_over(plan: Plan) -> list[str]:
    """Everything of a table that a plan leaves out, a line each, with the reason."""
    lines = [
        _("Line %(number)d: %(words)s: %(reason)s.")
        % {
            "number": each.number,
            "words": " | ".join(filter(None, (each.printed, each.head, each.text))),
            "reason": SENTENCES[each.reason],
        }
        for each in plan.unread
    ]
    reasons = {
        Verdict.NOT_MATCHED: _("no state or organization is known by this name"),
        Verdict.WITHDRAWN: _("in brackets: a footnote says why it no longer holds"),
    }
    for row, planned in plan.acts(*reasons):
        words = " | ".join((row.row.printed, planned.act.head, planned.act.words))
        lines.append(
            _("Line %(number)d: %(words)s: %(reason)s.")
            % {"number": row.row.number, "words": words, "reason": reasons[planned.verdict]}
        )
    return lines
