"""Subjects, laws, agreements and checks as documents, with valid defaults.

The default agreement is bilateral: Uzbekistan (participant-001) and Kazakhstan (participant-002).
"""

from copy import deepcopy

from tests.factories import citation, source_document
from tests.factories_actors import state_document


def states(*keys):
    """Published states have documents as plain as these."""
    return [state_document(key) for key in keys or ("UZB", "KAZ")]


def subject_document(key="readmission", **changes):
    """A subject as a document."""
    return {
        "kind": "subject",
        "schema": 1,
        "key": key,
        "names": {"en": f"Subject {key}"},
        "parent": None,
        "description": {},
        "position": 0,
        "remarks": [],
        "citations": [],
        **changes,
    }


AGREEMENT = {
    "kind": "agreement",
    "schema": 2,
    "key": "",
    "titles": [],
    "form": "agreement",
    "form_note": "",
    "scope": "bilateral",
    "reach": "",
    "region": {},
    "level": "",
    "binding": "binding",
    "binding_says": "",
    "disclosure": "public",
    "disclosure_note": "",
    "subjects": [],
    "gcm_objectives": [],
    "sdg_targets": [],
    "identifiers": [],
    "address": "",
    "text_address": "",
    "depositary": None,
    "depositary_text": {},
    "secretariat": None,
    "secretariat_text": {},
    "original_held": {},
    "authentic_languages": [],
    "participants": [],
    "bodies": [],
    "acts": [],
    "clauses": [],
    "relations": [],
    "documents": [],
    "commitments": [],
    "tallies": [],
    "remarks": [],
    "citations": [],
}
LAW = {
    "kind": "law",
    "schema": 1,
    "key": "",
    "form": "law",
    "titles": [],
    "state": "UZB",
    "numbers": [],
    "adopted_on": "1992-12-08",
    "published_on": None,
    "in_force_on": None,
    "status": "in_force",
    "status_note": {},
    "address": "",
    "articles": [],
    "implements": [],
    "amends": [],
    "replaces": [],
    "editions": [],
    "remarks": [],
    "citations": [],
}


def agreement_document(key="uz-kz-readmission-2012", **changes):
    """An agreement as a document: bilateral, signed by nobody yet."""
    named = {
        "key": key,
        "titles": [title(text=f"Agreement {key}")],
        "participants": [participant(1, "UZB", side=1), participant(2, "KAZ", side=2)],
    }
    return deepcopy({**AGREEMENT, **named, **changes})


def in_force_document(key="uz-kz-readmission-2012", **changes):
    """A bilateral agreement signed on 1 March 2012 and in force from 1 June 2012."""
    acts = [
        act(1, "signature", "participant-001", done_on="2012-03-01"),
        act(2, "signature", "participant-002", done_on="2012-03-01"),
        act(3, "entry_into_force", done_on="2012-06-01"),
    ]
    cited = [citation(path="acts/act-003/done_on")]
    return agreement_document(key, **{"acts": acts, "citations": cited, **changes})


def law_document(key="law-uz-constitution", **changes):
    """A law as a document."""
    return deepcopy({**LAW, "key": key, "titles": [title(text=f"Law {key}")], **changes})


def check_document(key="check-uzb-readmission", **changes):
    """A check as a document."""
    return {
        "kind": "check",
        "schema": 1,
        "key": key,
        "actor": "UZB",
        "counterpart": None,
        "subject": None,
        "done_on": "2025-07-01",
        "result": "none_found",
        "text": {"en": "Looked through the gazette."},
        "remarks": [],
        "citations": [citation()],
        **changes,
    }


def title(number=1, **changes):
    """An official English title."""
    return {
        "ref": f"title-{number:03d}",
        "type": "official",
        "language": "en",
        "text": "Agreement",
        "note": "",
        **changes,
    }


def participant(number=1, actor="UZB", **changes):
    """A state that takes part."""
    return {
        "ref": f"participant-{number:03d}",
        "actor": actor,
        "text": {},
        "side": None,
        "role": "",
        "territory": {},
        "named": False,
        **changes,
    }


def act(number=1, type="signature", participant=None, **changes):
    """An act that a source shows; without a participant, of the agreement."""
    return {
        "ref": f"act-{number:03d}",
        "participant": participant,
        "type": type,
        "evidence": "shown",
        "done_on": None,
        "effective_on": None,
        "as_at": None,
        "place": {},
        "letter": "",
        "words": "",
        "vote": "",
        "predecessor": None,
        "law": None,
        "law_text": {},
        "concerns": None,
        "text": {},
        **changes,
    }


def clause(number=1, **changes):
    """A clause on entry into force, in words only."""
    return {
        "ref": f"clause-{number:03d}",
        "type": "entry_into_force",
        "rule": "",
        "count": None,
        "share": "",
        "period": "",
        "day": None,
        "article": "",
        "text": {},
        **changes,
    }


def relation(number=1, target=None, **changes):
    """A certain relation by which the agreement supersedes another."""
    return {
        "ref": f"relation-{number:03d}",
        "type": "supersedes",
        "target": target,
        "text": {},
        "certainty": "certain",
        **changes,
    }


def document_row(number=1, **changes):
    """A text of the agreement that lies at an address."""
    return {
        "ref": f"document-{number:03d}",
        "type": "web_page",
        "language": "en",
        "title": "",
        "sha256": "",
        "media_type": "",
        "size": None,
        "address": "https://example.org/text",
        "retrieved_on": None,
        "text": "",
        **changes,
    }


def tally(number=1, **changes):
    """A number of parties."""
    return {
        "ref": f"tally-{number:03d}",
        "of": "parties",
        "value": 40,
        "as_at": None,
        "text": {},
        **changes,
    }


def identifier_row(number=1, **changes):
    """A number in the United Nations Treaty Series."""
    return {
        "ref": f"identifier-{number:03d}",
        "scheme": "unts",
        "value": "I-2545",
        "issuer": "",
        "volume": "",
        "page": "",
        **changes,
    }


def ground(*keys):
    """What the default documents refer to: the source ART and the states."""
    return [source_document(), *states(*keys)]
