"""How remarks are edited for readers: instructions to the editors are carried out and taken out."""

import re

# What the sheets tell the editors to do, and what stands for it once it is done.
INSTRUCTIONS = {
    "SAY PLAINLY: no verified specifics.": "There are no verified specifics.",
    "NOT FOUND. Publish as 'reported by the article; existence not confirmed'.": (
        "Not found: reported by the article; existence not confirmed."
    ),
    "NOT FOUND in any": "Not found in any",
    " - display as a claim, never as a status": "",
    " Show as 'signatory, not a party (as at 2017)' and re-check.": "",
    " - keep both dates: admission and effect": "",
    " Keep the former name as an alias.": "",
    " Uzbek acronym XMT collides with ILO: never show the Uzbek acronym alone.": (
        " The Uzbek acronym XMT also stands for the ILO."
    ),
    "Uzbek acronym XMT collides with IOM.": "The Uzbek acronym XMT also stands for IOM.",
    " - let a native editor confirm": "; not yet confirmed by a native speaker",
    ": pages may be gone; archive the evidence.": ": pages may be gone.",
    "; keep as a bibliographic citation, not as an instrument": (
        "; this is a bibliographic citation, not an instrument"
    ),
    " - leave open": "; left open",
    ", do not use it for INTERPOL": "",
    ": do not use (": " (",
    "OUT OF SCOPE for irregular migration": "Outside the subject of irregular migration",
    ": quote as given": "; quoted as given",
    ": check NORMLEX": "; to be checked in NORMLEX",
    "Kazakhstan - check": "Kazakhstan; to be checked",
    "; check capitalisation": "",
    "local mirror": "a copy",
}
_KNOWLEDGE = re.compile(r"\bGK\b")


def edited(words):
    """The words as readers meet them: no instruction to editors, no code for general knowledge."""
    for instruction, words_instead in INSTRUCTIONS.items():
        words = words.replace(instruction, words_instead)
    return _KNOWLEDGE.sub("general knowledge", words)
