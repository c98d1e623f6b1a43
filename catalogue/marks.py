"""How each legal state is drawn: a shape, a word and a tone, in that order of weight.

The words are those of the models, which filters and documents use as well.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import Law
from agreements.models.standing import Standing, Status
from projects.models import Project


@dataclass(frozen=True)
class Mark:
    """The shape (an icon's name), the tone (a class of the stylesheet) and the word."""

    shape: str
    tone: str
    word: str | Promise


# Shape and tone of each; the word is its label.
SIGNED = ("signed", "signed")
PROVISIONAL = ("provisional", "force")
FORCE = ("force", "force")
SUSPENDED = ("suspended", "notice")
ENDED = ("ended", "ended")
SOFT = ("soft", "notice")
UNKNOWN = ("unknown", "unknown")


def _marks(looks: dict) -> dict[str, Mark]:
    """A mark for each choice, called as the choice is."""
    return {choice.value: Mark(*look, choice.label) for choice, look in looks.items()}


STATUSES = _marks(
    {
        Status.NOT_YET: ENDED,
        Status.NEGOTIATED: SIGNED,
        Status.INITIALLED: SIGNED,
        Status.SIGNED_NOT_IN_FORCE: SIGNED,
        Status.SIGNED_FORCE_NOT_ESTABLISHED: SIGNED,
        Status.PROVISIONALLY_APPLIED: PROVISIONAL,
        Status.IN_FORCE: FORCE,
        Status.PARTLY_SUSPENDED: SUSPENDED,
        Status.SUSPENDED: SUSPENDED,
        Status.DENOUNCED: ("notice", "notice"),
        Status.EXPIRED: ENDED,
        Status.TERMINATED: ENDED,
        Status.SUPERSEDED: ENDED,
        Status.NEVER_IN_FORCE: ENDED,
        Status.ADOPTED: SOFT,
        Status.COMPLETED: ENDED,
        Status.DISCONTINUED: ENDED,
        Status.NOT_KNOWN: UNKNOWN,
    }
)
STANDINGS = _marks(
    {
        Standing.NONE: ENDED,
        Standing.SIGNATORY: SIGNED,
        Standing.PROVISIONALLY_APPLYING: PROVISIONAL,
        Standing.CONTRACTING: SIGNED,
        Standing.PARTY: FORCE,
        Standing.PARTY_SUSPENDED: SUSPENDED,
        Standing.FORMER_PARTY: ENDED,
        Standing.NONE_SHOWN: UNKNOWN,
        Standing.TAKING_PART: SOFT,
        Standing.NOT_KNOWN: UNKNOWN,
    }
)
PROJECT_STATUSES = _marks(
    {
        Project.Status.PIPELINE: SIGNED,
        Project.Status.IMPLEMENTATION: FORCE,
        Project.Status.FINALISATION: PROVISIONAL,
        Project.Status.CLOSED: ENDED,
        Project.Status.CANCELLED: ENDED,
        Project.Status.SUSPENDED: SUSPENDED,
        Project.Status.NOT_KNOWN: UNKNOWN,
    }
)
LAW_STATUSES = _marks(
    {
        Law.Status.IN_FORCE: FORCE,
        Law.Status.DRAFT: SIGNED,
        Law.Status.REPEALED: ENDED,
        Law.Status.NOT_CONFIRMED: UNKNOWN,
        Law.Status.NOT_KNOWN: UNKNOWN,
    }
)
CLAIMED = Mark(*UNKNOWN, _("claimed, not confirmed"))

# What a status says of the legal nature of a text, by the reason that the rules give for it. The
# status alone decides nothing: whether an adopted text binds may be what is in dispute.
NATURES = {
    "text_adopted": _("not binding"),
    "text_adopted_binding_disputed": _("legal nature disputed"),
    "text_adopted_binding_not_known": _("legal nature not known"),
}
