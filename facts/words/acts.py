"""Words of instruments.yaml about what the parties did: acts, conditions, durations, relations."""

# `action`: the fields of the act that it makes.
ACTIONS = {
    "accession": {"type": "accession"},
    "adopted_statement": {"type": "endorsement"},
    "consensus_adoption": {"type": "endorsement"},
    "domestic_approval": {"type": "internal_approval"},
    "entry_into_force_reported": {"type": "entry_into_force", "evidence": "claimed"},
    "initialling": {"type": "initialling"},
    "membership": {"type": "membership"},
    "not_voting": {"type": "vote", "vote": "absent"},
    "notification": {"type": "notification"},
    "participation": {"type": "participation_in_forum"},
    "ratification": {"type": "ratification"},
    "signature": {"type": "signature"},
    "vote_in_favour": {"type": "vote", "vote": "for"},
}
# `none` is negative evidence and `claim` what somebody says: `action_text` tells of which act.
NONE_SHOWN = {
    "none": {"type": "any_act", "evidence": "none_shown"},
    "none (no ratification after signature)": {"type": "ratification", "evidence": "none_shown"},
}
CLAIMS = {
    "claimed party": {"type": "consent_to_be_bound", "evidence": "claimed"},
    "host (claimed)": {"type": "participation_in_forum", "evidence": "claimed"},
    "participation (claimed)": {"type": "participation_in_forum", "evidence": "claimed"},
}
# What is no act: the type of the remark, and how it begins.
NO_ACTS = {
    "agreed_to_sign": ("status_as_found", "agreed to sign"),
    "earlier_instrument": ("history", ""),
    "unknown": ("uncertainty", "unknown"),
}

# `untc_notation`, the letter printed in the depositary's table, and the only act it stands for.
LETTERS = {"a": "accession"}

# The role that the words of an act give the participant.
ROLES = {"host / participant": "host"}

# The role of one who has only agreed to sign.
NO_ACTS_ROLES = {"agreed_to_sign": "negotiator"}

# Notes that say since when an act works.
EFFECTIVE = {"in force for KG 2006-12-15": "2006-12-15"}

# Notes on signatures that name the bodies that signed, not the act.
SIGNING_BODIES = {
    "MAECI, Interior, Labour",
    "MFA, MIA, Migration Agency",
    "Ministry of Employment and Labour Relations",
    "MoJ, MOFA, MHLW, National Police Agency",
}

# The act of domestic law, where the words of an internal approval name it.
DOMESTIC_ACTS = {
    "approval (Cabinet resolution No. 71)": "Cabinet resolution No. 71",
    "government approval (order No. 303)": "Order No. 303",
    "government approval of the draft (order 846-r)": "Order 846-r",
    "government approval of the draft (resolution No. 197)": "Resolution No. 197",
    "ratification (Law 2688-III)": "Law 2688-III",
    "ratification (Law No. 289-V)": "Law No. 289-V",
    "ratification (Law No. 306-VI)": "Law No. 306-VI",
    "ratification (domestic law No. 112-II)": "Law No. 112-II",
    "ratification (domestic law No. 235-IV, with reservation)": "Law No. 235-IV",
}


def _deposit(count, period, article=""):
    clause = {"rule": "nth_deposit", "count": count, "period": period, "article": article}
    return {"type": "entry_into_force", **clause}


_NOT_APPLICABLE = {"type": "entry_into_force", "rule": "not_applicable"}
_IN_WORDS = {"type": "entry_into_force", "rule": ""}
_CONDITIONAL = {"type": "entry_into_force", "rule": "conditional"}

# `condition` of `entry_into_force`: the clause; the words are kept beside it.
CONDITIONS = {
    "90th day after deposit of the 40th instrument (art. 38)": _deposit(40, "P90D", "38"),
    "90th day after deposit of the second instrument": _deposit(2, "P90D"),
    "90th day after deposit of the sixth instrument (art. 43)": _deposit(6, "P90D", "43"),
    "article 17: 90th day after deposit of the 40th instrument, not before the Convention": (
        _deposit(40, "P90D", "17")
    ),
    "article 19(1)": {**_IN_WORDS, "article": "19(1)"},
    "article 22: 90th day after deposit of the 40th instrument, not before the Convention": (
        _deposit(40, "P90D", "22")
    ),
    # The facts do not say how long after the twentieth deposit.
    "article 87(1): after deposit of the 20th instrument": _deposit(20, "", "87(1)"),
    "date of signing": {"type": "entry_into_force", "rule": "on_signature"},
    "date of signing / notification": _CONDITIONAL,
    "date of signing, or date of notification for States requiring internal procedures": (
        _CONDITIONAL
    ),
    "deposit of the sixth instrument of accession (art. VIII)": _deposit(6, "P0D", "VIII"),
    "deposit of the third notification": _deposit(3, "P0D"),
    "forum, non-binding": _NOT_APPLICABLE,
    "not a treaty": _NOT_APPLICABLE,
    "not a treaty: no entry into force, no depositary, no ratification": _NOT_APPLICABLE,
    "policy framework: 'basic guideline and reference document'": _NOT_APPLICABLE,
    # No entry into force: the day from which an undertaking of the statement applies.
    "returns apply to irregular migrants crossing to the Greek islands as from 20 March 2016": (
        _IN_WORDS
    ),
}
# Conditions whose date is a day in a clause and no entry into force.
DAYS_WITHOUT_ENTRY_INTO_FORCE = {
    "returns apply to irregular migrants crossing to the Greek islands as from 20 March 2016",
}

_INDEFINITE = {"type": "duration", "rule": "indefinite"}


def _notice(period, article=""):
    return {"type": "notice", "rule": "after_receipt", "period": period, "article": article}


# `duration`: the clauses in it; the words are kept in each.
DURATIONS = {
    "EPS MoUs are renewed periodically (2006 and 2012 seen in the dataset; later renewals not "
    "found)": [{"type": "renewal", "rule": ""}],
    "current Action Plan 2023-2027": [{"type": "duration", "rule": ""}],
    "described in its point 1 as 'a temporary and extraordinary measure'": [
        {"type": "duration", "rule": ""}
    ],
    "indefinite": [_INDEFINITE],
    "indefinite; denunciation on one year's notice": [_INDEFINITE, _notice("P1Y")],
    "indefinite; denunciation on one year's notice (art. 40, GK)": [
        _INDEFINITE,
        _notice("P1Y", "40"),
    ],
    "indefinite; denunciation on one year's notice (art. 44)": [_INDEFINITE, _notice("P1Y", "44")],
    "indefinite; denunciation possible after 5 years (art. 89, GK)": [
        _INDEFINITE,
        {"type": "notice", "rule": "", "article": "89"},
    ],
    "open-ended; reviewed every four years by the International Migration Review Forum (2022, "
    "2026) (GK)": [_INDEFINITE],
    "valid until terminated (coded from the text, BLA-CW)": [_INDEFINITE],
    "withdrawal on written notice at least 6 months before exit (verified)": [_notice("P6M")],
}

# A relation’s word: its type; which instrument does it ("self", "other", or the "later" one);
# how certain; and the words to keep where the type says less than they do.
RELATIONS = {
    "amended_by": ("amends", "other", "certain", ""),
    "amends": ("amends", "self", "certain", ""),
    "apparently_replaced_by": ("supersedes", "other", "apparent", "apparently replaces"),
    "apparently_replaces": ("supersedes", "self", "apparent", "apparently replaces"),
    "cited_by": ("refers_to", "other", "certain", ""),
    "companion": ("accompanies", "later", "certain", "companion"),
    "complemented_by": ("supplements", "other", "certain", "complements"),
    "complements": ("supplements", "self", "certain", "complements"),
    "followed_by": ("follows", "other", "certain", ""),
    "follows": ("follows", "self", "certain", ""),
    "implemented_by": ("implements", "other", "certain", ""),
    "implements": ("implements", "self", "certain", ""),
    "possible_referent_of": ("may_be_confused_with", "other", "apparent", ""),
    "possibly_confused_with": ("may_be_confused_with", "self", "apparent", ""),
    "precedes": ("follows", "other", "certain", ""),
    "refers_to": ("refers_to", "self", "certain", ""),
    "related": ("refers_to", "self", "apparent", "related"),
    "see_also": ("may_be_confused_with", "self", "apparent", "see also"),
    "signed_with": ("accompanies", "later", "certain", "signed with"),
    "supplemented_by": ("supplements", "other", "certain", ""),
    "supplements": ("supplements", "self", "certain", ""),
    "to_be_replaced_by": ("supersedes", "other", "certain", "will replace"),
    "will_replace": ("supersedes", "self", "certain", "will replace"),
}
# Words that hold only from a later event.
FROM_ENTRY_INTO_FORCE = {"will replace": "will replace it from its own entry into force"}
