"""Nothing that a document says is left off its page."""

import html
import re
from itertools import count

import pytest

from tests.factories import citation, publish_documents, remark, source_document
from tests.factories_actors import (
    alias,
    code_list_document,
    identifier,
    membership,
    organization_document,
    state_document,
    succession,
)
from tests.factories_agreements import (
    act,
    agreement_document,
    clause,
    document_row,
    identifier_row,
    law_document,
    participant,
    relation,
    tally,
    title,
)
from tests.factories_projects import (
    beneficiaries,
    budget_line,
    involvement,
    location,
    project_document,
    result,
    service,
)

pytestmark = pytest.mark.django_db


class Words:
    """Words that stand nowhere else, given one after another."""

    def __init__(self):
        self.numbers, self.given = count(100), []

    def word(self):
        """The next word, plain."""
        self.given.append(f"Zq{next(self.numbers)}")
        return self.given[-1]

    def texts(self):
        """The next word, as a text in English."""
        return {"en": self.word()}


@pytest.fixture
def w():
    """The words of one test."""
    return Words()


@pytest.fixture(autouse=True)
def ground():
    """What the documents refer to."""
    states = [state_document("UZB"), state_document("SUN", valid_until="1991")]
    publish_documents([source_document(), *states, code_list_document("dac-codes", "15190")])


def missing(client, address, words):
    """The words that a reader of the page does not see."""
    response = client.get(address)
    assert response.status_code == 200
    seen = html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))
    return [word for word in words.given if word not in seen]


def test_an_agreement_is_told_whole(client, w):
    publish_documents([organization_document("body"), law_document("law-of-approval")])
    whole = {
        "titles": [title(1, text=w.word()), title(2, text=w.word(), note=w.word())],
        "form_note": w.word(),
        "binding_says": w.word(),
        "disclosure_note": w.word(),
        "region": w.texts(),
        "depositary_text": w.texts(),
        "secretariat_text": w.texts(),
        "original_held": w.texts(),
        "address": f"https://example.org/{w.word()}",
        "text_address": f"https://example.org/{w.word()}",
        "identifiers": [
            identifier_row(value=w.word(), issuer=w.word(), volume=w.word(), page=w.word())
        ],
        "remarks": [remark(text=w.texts())],
        "citations": [citation(n, path=f"acts/act-{n:03d}") for n in range(1, 8)],
        **agreement_rows(w),
    }
    publish_documents([agreement_document("whole", **whole)])
    assert missing(client, "/en/agreements/whole/", w) == []


def agreement_rows(w):
    """Rows of an agreement in which every field says something."""
    one = "participant-001"
    return {
        "participants": [
            participant(1, "UZB", side=1, text=w.texts(), territory=w.texts()),
            participant(2, None, side=2, text=w.texts()),
        ],
        "bodies": [
            body(1, participant=one, text=w.texts()),
            body(2, organization="body", text=w.texts(), role="signing"),
        ],
        "acts": [
            act(1, "reservation", one, done_on="2000", words=w.word(), text=w.texts()),
            act(2, "withdrawal_of_reservation", one, done_on="2001", concerns="act-001",
                letter=w.word(), place=w.texts(), as_at="2002", effective_on="2003"),
            act(3, "succession", one, done_on="2001", predecessor="SUN", text=w.texts()),
            act(4, "internal_approval", one, law="law-of-approval", law_text=w.texts()),
            act(5, "adoption", evidence="claimed", text=w.texts()),
            act(6, "ratification", one, evidence="none_shown", as_at="2004", text=w.texts()),
            act(7, "accession", "participant-002", evidence="claimed", text=w.texts()),
        ],
        "clauses": [clause(1, article=w.word(), text=w.texts())],
        "relations": [relation(1, text=w.texts())],
        "documents": [document_row(1, title=w.word(), text=w.word())],
        "commitments": [commitment(1, article=w.word(), text=w.texts(), who=w.texts())],
        "tallies": [tally(1, text=w.texts())],
    }  # fmt: skip


def body(number=1, **changes):
    """A body that is competent for a participant."""
    given = {"participant": None, "organization": None, "text": {}, "role": "competent"}
    return {"ref": f"body-{number:03d}", **given, **changes}


def commitment(number=1, **changes):
    """An undertaking of all."""
    given = {"article": "", "text": {}, "participant": None, "who": {}, "due_on": "2030"}
    return {"ref": f"commitment-{number:03d}", **given, **changes}


def test_a_law_is_told_whole(client, w):
    publish_documents([law_document("older")])
    given = {"agreement": None, "relation": "touches"}
    whole = {
        "titles": [title(1, text=w.word())],
        "numbers": [{"ref": "number-001", "value": w.word(), "text": w.texts()}],
        "status_note": w.texts(),
        "address": f"https://example.org/{w.word()}",
        "articles": [
            {"ref": "article-001", "number": w.word(), "heading": w.texts(), "summary": w.texts()}
        ],
        "implements": [
            {"ref": "implementation-001", "text": w.texts(), "words": w.word(), **given}
        ],
        "amends": ["older"],
        "replaces": [{"ref": "replaced-001", "law": "older", "text": w.texts()}],
        "editions": [
            {"ref": "edition-001", "adopted_on": "2001", "in_force_on": "2002",
             "number": w.word(), "text": w.texts()}
        ],
    }  # fmt: skip
    publish_documents([law_document("whole", **whole)])
    assert missing(client, "/en/laws/whole/", w) == []


def test_a_project_is_told_whole(client, w):
    publish_documents([organization_document("iom")])
    whole = {
        "titles": [title(1, text=w.word()), title(2, text=w.word(), note=w.word())],
        "theme": w.word(),
        "status_note": w.texts(),
        "address": f"https://example.org/{w.word()}",
        "organizations": [
            involvement(1, "iom", text=w.texts()),
            involvement(2, None, text=w.texts()),
        ],
        "locations": [location(1, "UZB", text=w.texts())],
        "services": [service(1, words=w.word())],
        "budget": [budget_line(1, text=w.texts())],
        "beneficiaries": [beneficiaries(1, text=w.texts())],
        "results": [result(1, text=w.texts())],
        "identifiers": [identifier(1, value=w.word(), issuer=w.word())],
        "dac_codes": ["15190"],
    }
    publish_documents([project_document("whole", **whole)])
    assert missing(client, "/en/projects/whole/", w) == []


def test_an_organization_is_told_whole(client, w):
    whole = {
        "names": {"en": w.word(), "ru": w.word()},
        "acronyms": {"en": w.word(), "ru": w.word()},
        "aliases": [alias(1, text=w.word())],
        "identifiers": [identifier(1, value=w.word(), issuer=w.word())],
        "seat": w.texts(),
        "website": f"https://example.org/{w.word()}",
        "memberships": [membership(1, "UZB", words=w.word(), text=w.texts())],
        "remarks": [remark(text=w.texts())],
    }
    publish_documents([organization_document("whole", **whole)])
    assert missing(client, "/en/organizations/whole/", w) == []


def test_a_state_is_told_whole(client, w):
    whole = {
        "names": {"en": w.word(), "ru": w.word()},
        "official_names": {"en": w.word(), "ru": w.word()},
        "aliases": [alias(1, text=w.word())],
        "successions": [succession(1, "SUN", text=w.texts())],
        "remarks": [remark(text=w.texts())],
    }
    publish_documents([state_document("KAZ", **whole)])
    assert missing(client, "/en/states/KAZ/", w) == []


def test_a_source_is_told_whole(client, w):
    whole = {
        "title": w.texts(),
        "reference": w.word(),
        "author": w.word(),
        "publisher": w.word(),
        "address": f"https://example.org/{w.word()}",
        "licence": w.word(),
        "how_seen": w.word(),
        "remarks": [remark(text=w.texts())],
        "citations": [citation(1, locator=w.word(), note=w.word(), says=w.word())],
    }
    publish_documents([source_document("WHOLE", **whole)])
    assert missing(client, "/en/sources/WHOLE/", w) == []
