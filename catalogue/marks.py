"""How each legal state is drawn: a shape, a word and a tone, in that order of weight."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Mark:
    """The shape (an icon's name), the tone (a class of the stylesheet) and the word."""

    shape: str
    tone: str
    word: Promise


NOT_KNOWN = Mark("unknown", "unknown", _("Not known"))

STATUSES = {
    "not_yet": Mark("ended", "ended", _("Did not exist yet")),
    "negotiated": Mark("signed", "signed", _("Negotiated, not signed")),
    "initialled": Mark("signed", "signed", _("Initialled, not signed")),
    "signed_not_in_force": Mark("signed", "signed", _("Signed, not in force")),
    "signed_force_not_established": Mark(
        "signed", "signed", _("Signed; entry into force not established")
    ),
    "provisionally_applied": Mark("provisional", "force", _("Provisionally applied")),
    "in_force": Mark("force", "force", _("In force")),
    "partly_suspended": Mark("suspended", "notice", _("In force, partly suspended")),
    "suspended": Mark("suspended", "notice", _("Suspended")),
    "denounced": Mark("notice", "notice", _("Denounced, notice running")),
    "expired": Mark("ended", "ended", _("Expired")),
    "terminated": Mark("ended", "ended", _("Terminated")),
    "superseded": Mark("ended", "ended", _("Superseded")),
    "never_in_force": Mark("ended", "ended", _("Never entered into force")),
    "adopted": Mark("soft", "notice", _("Adopted; not binding")),
    "completed": Mark("ended", "ended", _("Completed")),
    "discontinued": Mark("ended", "ended", _("Discontinued")),
    "not_known": NOT_KNOWN,
}

STANDINGS = {
    "none": Mark("ended", "ended", pgettext_lazy("standing", "No act yet")),
    "signatory": Mark("signed", "signed", _("Signatory")),
    "provisionally_applying": Mark("provisional", "force", _("Applies provisionally")),
    "contracting": Mark("signed", "signed", _("Has consented; not yet in force for it")),
    "party": Mark("force", "force", _("Party")),
    "party_suspended": Mark("suspended", "notice", _("Party, suspended")),
    "former_party": Mark("ended", "ended", _("Former party")),
    "none_shown": Mark("unknown", "unknown", _("None shown")),
    "taking_part": Mark("soft", "notice", _("Takes part; not binding")),
    "not_known": NOT_KNOWN,
}

CLAIMED = Mark("unknown", "unknown", _("Claimed, not confirmed"))

PROJECT_STATUSES = {
    "pipeline": Mark("signed", "signed", _("Planned")),
    "implementation": Mark("force", "force", _("Running")),
    "finalisation": Mark("provisional", "force", _("Being closed")),
    "closed": Mark("ended", "ended", _("Closed")),
    "cancelled": Mark("ended", "ended", _("Cancelled")),
    "suspended": Mark("suspended", "notice", pgettext_lazy("project", "Suspended")),
    "not_known": NOT_KNOWN,
}

LAW_STATUSES = {
    "in_force": Mark("force", "force", _("In force")),
    "draft": Mark("signed", "signed", _("Draft")),
    "repealed": Mark("ended", "ended", _("Repealed")),
    "not_confirmed": Mark("unknown", "unknown", _("Not confirmed")),
    "not_known": NOT_KNOWN,
}
