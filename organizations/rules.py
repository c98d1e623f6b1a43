"""What must be right about a state or an organization as a whole before it is published."""

import re
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from register.kind_table import Rule
from register.partial_dates import PartialDate

# Three letters are ISO's; a longer name cannot be taken for a code.
STATE_KEY = re.compile(r"[A-Z]{3}|[A-Z]{4,}(-[A-Z]+)*|[A-Z]+(-[A-Z]+)+")


def has_a_name(document, public):
    """Whoever acts must be called something."""
    if not document["names"]:
        yield "names", _("Give at least one name.")


def key_is_a_code(document, public):
    """A state's key is its ISO 3166-1 alpha-3 code; a former state without one has its name."""
    if not STATE_KEY.fullmatch(document["key"]):
        yield (
            "key",
            _(
                "A state's key is its ISO 3166-1 alpha-3 code, such as UZB; that of a former state "
                "without a code is its name in capitals, such as ZANZIBAR."
            ),
        )


def former_state_has_its_end(document, public):
    """ISO 3166-3 lists only states that have ceased to exist."""
    if document["alpha4"] and not document["valid_until"]:
        yield "valid_until", _("A state with an alpha-4 code is a former one: say until when.")


def state_body_has_its_state(document, public):
    """A body of a state is somebody's."""
    if document["type"] == "state_body" and not (document["state"] or document["parent"]):
        yield "state", _("Say whose body this is.")


def parents_form_no_circle(document, public):
    """Whoever is part of another is not above it."""
    above, seen = document["parent"], {document["key"]}
    while above and above not in seen:
        seen.add(above)
        parent = public.document("organization", above)
        above = parent["parent"] if parent else None
    if above == document["key"]:
        yield "parent", _("This organization would be part of itself, by way of its parents.")


def memberships_do_not_overlap(document, public):
    """One cannot belong twice at one time in one capacity; unknown days are given the benefit."""
    held = {}
    for row in document["memberships"]:
        held.setdefault((row["actor"], row["capacity"]), []).append(row)
    for rows in held.values():
        for earlier, later in pairwise(sorted(rows, key=_begins)):
            if _ends(earlier) > _begins(later):
                sentence = _("%(actor)s already belongs to it in this capacity at that time.")
                yield f"memberships/{later['ref']}", sentence % {"actor": later["actor"]}


def _begins(row):
    """The latest day that the beginning can mean."""
    return PartialDate.parse(row["from"]).latest if row["from"] else date.min


def _ends(row):
    """The earliest day that the end can mean."""
    return PartialDate.parse(row["until"]).earliest if row["until"] else date.max


STATE_RULES = (
    Rule("a_state_has_a_name", has_a_name),
    Rule("the_key_of_a_state_is_its_code", key_is_a_code),
    Rule("a_former_state_has_its_end", former_state_has_its_end),
)
ORGANIZATION_RULES = (
    Rule("an_organization_has_a_name", has_a_name),
    Rule("a_body_of_a_state_has_its_state", state_body_has_its_state),
    Rule("parents_form_no_circle", parents_form_no_circle),
    Rule("memberships_do_not_overlap", memberships_do_not_overlap),
)
