"""What must be right about agreements, laws, subjects and checks as a whole to be published."""

from django.utils.translation import gettext as _

from register.kind_table import Rule

from .models import ActType

# Nobody but a participant can do these.
DONE_BY_A_PARTICIPANT = frozenset(
    {
        ActType.SIGNATURE,
        ActType.DEFINITIVE_SIGNATURE,
        ActType.SIGNATURE_AD_REFERENDUM,
        ActType.CONFIRMATION_OF_SIGNATURE,
        ActType.RATIFICATION,
        ActType.ACCEPTANCE,
        ActType.APPROVAL,
        ActType.ACCESSION,
        ActType.FORMAL_CONFIRMATION,
        ActType.SUCCESSION,
        ActType.CONSENT_TO_BE_BOUND,
        ActType.SIMPLIFIED_PROCEDURE,
        ActType.NOTIFICATION,
        ActType.RESERVATION,
        ActType.OBJECTION,
        ActType.TERRITORIAL_APPLICATION,
        ActType.TERRITORIAL_EXCLUSION,
        ActType.DENUNCIATION,
        ActType.REFUSAL,
        ActType.WITHDRAWAL_OF_SIGNATURE,
        ActType.WITHDRAWAL_OF_INSTRUMENT,
        ActType.WITHDRAWAL_OF_RESERVATION,
        ActType.WITHDRAWAL_OF_OBJECTION,
        ActType.INTERNAL_APPROVAL,
        ActType.VOTE,
        ActType.PARTICIPATION_IN_FORUM,
        ActType.MEMBERSHIP,
    }
)
FEWEST_OF_A_PLURILATERAL = 3


def has_a_title(document, public):
    """Whatever is published is called something."""
    if not document["titles"]:
        yield "titles", _("Give at least one title; a descriptive one will do.")


def has_a_name(document, public):
    """A subject is called something."""
    if not document["names"]:
        yield "names", _("Give at least one name.")


def bilateral_has_two_sides(document, public):
    """A bilateral agreement has two sides, of which either may have several members."""
    if document["scope"] != "bilateral":
        return
    sides = {row["side"] for row in document["participants"]} - {None}
    if sides != {1, 2}:
        yield (
            "participants",
            _(
                "A bilateral agreement has exactly two sides, 1 and 2, each with a participant; a "
                "side that nobody knows is named in words."
            ),
        )


def plurilateral_has_three(document, public):
    """A plurilateral agreement has three participants or more."""
    if document["scope"] != "plurilateral":
        return
    if len(document["participants"]) < FEWEST_OF_A_PLURILATERAL:
        yield "participants", _("A plurilateral agreement has at least three participants.")


def nobody_takes_part_twice(document, public):
    """One state takes part once, unless for different territories or in different roles."""
    seen = set()
    for row in document["participants"]:
        who = (row["actor"], row["role"], tuple(sorted(row["territory"].items())))
        if row["actor"] and who in seen:
            yield (
                f"participants/{row['ref']}",
                _("%(actor)s is listed twice: join the two.") % {"actor": row["actor"]},
            )
        seen.add(who)


def participant_is_named(document, public):
    """Who takes part has a record, or is said in words."""
    yield from _unnamed(document, "participants", "actor")


def body_is_named(document, public):
    """A body has a record, or is said in words."""
    yield from _unnamed(document, "bodies", "organization")


def relation_leads_somewhere(document, public):
    """The other agreement has a record, or is said in words."""
    yield from _unnamed(document, "relations", "target")


def implementation_leads_somewhere(document, public):
    """The agreement that a law carries out has a record, or is said in words."""
    yield from _unnamed(document, "implements", "agreement")


def replaced_law_is_named(document, public):
    """The law that is replaced has a record, or is said in words."""
    yield from _unnamed(document, "replaces", "law")


def none_shown_says_as_at(document, public):
    """That none is shown is true as at a day, unless it is cited as uncertain and proves nothing.

    There is no day on which it was done.
    """
    for row in _acts(document, evidence="none_shown"):
        if not row["as_at"] and not _is_uncertain(document, row):
            yield f"acts/{row['ref']}/as_at", _("Say as at which day none was shown.")
        if row["done_on"]:
            yield (
                f"acts/{row['ref']}/done_on",
                _("What was not found has no day on which it was done."),
            )


def claim_is_cited(document, public):
    """A claim is somebody's: its citation says whose."""
    for row in _acts(document, evidence="claimed"):
        if not _citations_of(document, row):
            yield f"acts/{row['ref']}", _("Cite the source that claims this.")


def entry_into_force_is_cited(document, public):
    """Where a curator enters the entry into force instead of the rules, a source bears it out."""
    for row in _acts(document, evidence="shown", type="entry_into_force"):
        if not _citations_of(document, row):
            yield f"acts/{row['ref']}", _("Cite the source that gives this entry into force.")


def act_has_its_participant(document, public):
    """Somebody signs, ratifies or denounces; an agreement does not do so by itself."""
    for row in document["acts"]:
        if row["participant"] is None and row["type"] in DONE_BY_A_PARTICIPANT:
            yield f"acts/{row['ref']}/participant", _("Say who did this.")


def dispute_says_who(document, public):
    """Whether a text binds is disputed by somebody, for a reason."""
    if document["binding"] == "disputed" and not document["binding_says"]:
        yield "binding_says", _("Say who says that it binds or does not, and why.")


def withheld_says_by_whom(document, public):
    """A text is withheld by somebody, on some ground."""
    if document["disclosure"] == "withheld" and not document["disclosure_note"]:
        yield "disclosure_note", _("Say by whom the text is withheld and why.")


def withheld_text_stays_withheld(document, public):
    """What is withheld is not given away by a file or by the text taken out of one."""
    if document["disclosure"] != "withheld":
        return
    for row in document["documents"]:
        if row["sha256"] or row["text"]:
            yield f"documents/{row['ref']}", _("The text is withheld: take this document out.")


def law_has_a_state(document, public):
    """A law is some state's."""
    if not document["state"]:
        yield "state", _("Say whose law this is.")


def check_has_an_actor(document, public):
    """Somebody's agreements were looked for."""
    if not document["actor"]:
        yield "actor", _("Say whose agreements were looked for.")


def check_says_where(document, public):
    """A search that found nothing is worth what was searched."""
    if not document["citations"]:
        yield "citations", _("Cite what was looked through.")


def subjects_form_no_circle(document, public):
    """A subject is not above what it is part of."""
    above, seen = document["parent"], {document["key"]}
    while above and above not in seen:
        seen.add(above)
        parent = public.document("subject", above)
        above = parent["parent"] if parent else None
    if above == document["key"]:
        yield "parent", _("This subject would be part of itself, by way of those above it.")


def knowledge_never_verifies(document, public):
    """What is generally known, with no source consulted, verifies nothing."""
    verified = [row for row in document["citations"] if row["confidence"] == "verified"]
    sources = public.documents("source", {row["source"] for row in verified}) if verified else {}
    for row in verified:
        source = sources.get(row["source"])
        if source and source["type"] == "knowledge":
            yield (
                f"citations/{row['ref']}/confidence",
                _("General knowledge verifies nothing: consult a source, or mark it uncertain."),
            )


def _unnamed(document, rows, field):
    for row in document[rows]:
        if not row[field] and not row["text"]:
            yield f"{rows}/{row['ref']}", _("Choose a record or say in words what is meant.")


def _acts(document, **values):
    """The acts that have these values."""
    return [
        row for row in document["acts"] if all(row[name] == value for name, value in values.items())
    ]


def _citations_of(document, row):
    """The citations about this act, or about one of its fields."""
    path = f"acts/{row['ref']}"
    return [
        citation
        for citation in document["citations"]
        if citation["path"] == path or citation["path"].startswith(f"{path}/")
    ]


def _is_uncertain(document, row):
    """Whether sources are given for the act, and none of them is better than uncertain."""
    found = _citations_of(document, row)
    return bool(found) and all(citation["confidence"] == "uncertain" for citation in found)


_KNOWLEDGE = Rule("general_knowledge_never_verifies", knowledge_never_verifies)
_TITLE = Rule("it_has_a_title", has_a_title)

SUBJECT_RULES = (
    Rule("a_subject_has_a_name", has_a_name),
    Rule("subjects_form_no_circle", subjects_form_no_circle),
)
LAW_RULES = (
    _TITLE,
    Rule("a_law_belongs_to_a_state", law_has_a_state),
    Rule("an_implementation_names_what_is_implemented", implementation_leads_somewhere),
    Rule("a_replaced_law_is_named", replaced_law_is_named),
    _KNOWLEDGE,
)
AGREEMENT_RULES = (
    _TITLE,
    Rule("a_bilateral_agreement_has_two_sides", bilateral_has_two_sides),
    Rule("a_plurilateral_agreement_has_three_participants", plurilateral_has_three),
    Rule("a_participant_is_named", participant_is_named),
    Rule("nobody_takes_part_twice", nobody_takes_part_twice),
    Rule("a_body_is_named", body_is_named),
    Rule("a_relation_names_what_it_leads_to", relation_leads_somewhere),
    Rule("an_act_of_a_participant_names_it", act_has_its_participant),
    Rule("what_is_not_shown_says_as_at_which_day", none_shown_says_as_at),
    Rule("a_claim_is_cited", claim_is_cited),
    Rule("an_entered_entry_into_force_is_cited", entry_into_force_is_cited),
    Rule("a_dispute_says_who_disputes", dispute_says_who),
    Rule("what_is_withheld_says_by_whom", withheld_says_by_whom),
    Rule("what_is_withheld_is_not_given_away", withheld_text_stays_withheld),
    _KNOWLEDGE,
)
CHECK_RULES = (
    Rule("a_check_says_whose_agreements", check_has_an_actor),
    Rule("a_check_says_where_it_looked", check_says_where),
    _KNOWLEDGE,
)
