"""A small public register for the tests of pages: what Uzbekistan and Kazakhstan agreed."""

from tests.factories import citation, publish_documents, remark, source_document
from tests.factories_actors import (
    alias,
    code_list_document,
    membership,
    organization_document,
    state_document,
    succession,
)
from tests.factories_agreements import (
    act,
    agreement_document,
    check_document,
    clause,
    document_row,
    identifier_row,
    law_document,
    participant,
    relation,
    subject_document,
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

READMISSION = "uz-kz-readmission-2012"
CONVENTION = "workers-convention-1990"
FORUM = "almaty-process"
DIGEST = "ab" * 32


def readmission(**changes):
    """A bilateral agreement in force from 1 June 2012, with all that a document can hold."""
    given = {
        "level": "intergovernmental",
        "binding_says": "Article 1.",
        "subjects": ["readmission"],
        "gcm_objectives": ["21"],
        "identifiers": [identifier_row(volume="12", page="3")],
        "authentic_languages": ["ru", "uz"],
        "secretariat": "iom",
        "relations": [relation(1, type="follows", target=FORUM, certainty="apparent")],
        "documents": [
            document_row(1, title="The text", sha256=DIGEST, media_type="application/pdf", size=9)
        ],
        "tallies": [tally(value=2, as_at="2020")],
        "remarks": [remark(type="contradiction", text={"en": "A <b>bold</b> claim."})],
        "citations": [
            citation(1, path="acts/act-003/done_on", locator="p. 7", as_at="2013-05-02"),
            citation(2, path="level", locator="p. 8", confidence="verified", says="interstate"),
            citation(3, path=""),
        ],
    }
    return agreement_document(READMISSION, **{**_titles_acts_and_clauses(), **given, **changes})


def _titles_acts_and_clauses():
    return {
        "titles": [
            title(1, text="Agreement on readmission"),
            title(2, type="working_translation", language="ru", text="Соглашение о реадмиссии"),
        ],
        "acts": [
            act(1, "signature", "participant-001", done_on="2012-03-01", place={"en": "Astana"}),
            act(2, "signature", "participant-002", done_on="2012-03", words="подписано"),
            act(3, "entry_into_force", done_on="2012-06-01"),
        ],
        "clauses": [
            clause(1, rule="last_notification", period="P30D", article="12(1)"),
            clause(2, type="renewal", rule="tacit", period="P5Y"),
        ],
    }


def convention():
    """A convention to which Uzbekistan is only claimed to be a party."""
    return agreement_document(
        CONVENTION,
        titles=[title(text="Convention on workers")],
        scope="multilateral",
        form="convention",
        participants=[participant(1, "UZB"), participant(2, "KAZ")],
        acts=[
            act(1, "adoption", done_on="1990-12-18"),
            act(2, "entry_into_force", done_on="2003-07-01"),
            act(3, "any_act", "participant-001", evidence="none_shown", as_at="2023-10-18"),
            act(4, "consent_to_be_bound", "participant-001", evidence="claimed"),
            act(5, "signature", "participant-002", done_on="2000-01-01"),
        ],
        citations=[citation(1, path="acts/act-004"), citation(2, path="acts/act-002")],
    )


def forum():
    """A text that does not bind."""
    return agreement_document(
        FORUM,
        titles=[title(text="Almaty Process")],
        scope="plurilateral",
        form="forum",
        binding="non_binding",
        participants=[
            participant(1, "UZB", role="host"),
            participant(2, None, text={"en": "A town"}),
            participant(3, "KAZ"),
        ],
        acts=[act(1, "participation_in_forum", "participant-001", done_on="2013~")],
    )


def organization():
    """An organization with two members."""
    return organization_document(
        "iom",
        names={"en": "Migration Organization", "ru": "Организация"},
        acronyms={"en": "MO"},
        memberships=[
            {**membership(1, "UZB"), "from": "2018-11-27"},
            membership(2, "KAZ", words="full member"),
        ],
    )


def law():
    """A law that carries the readmission agreement out."""
    row = {
        "ref": "implementation-001",
        "agreement": READMISSION,
        "text": {},
        "relation": "implements",
        "words": "",
    }
    return law_document(
        "law-uz-readmission", titles=[title(text="Law on return")], implements=[row]
    )


def project():
    """A project under the readmission agreement."""
    return project_document(
        "return-support",
        organizations=[involvement(1, "iom"), involvement(2, None, text={"en": "A charity"})],
        locations=[location(1, "UZB")],
        services=[service(1)],
        budget=[budget_line(1)],
        beneficiaries=[beneficiaries(1)],
        results=[result(1)],
        agreements=[READMISSION],
    )


def published_register(**options):
    """Publish all of it as one batch; the entries."""
    documents = [
        source_document(),
        code_list_document("gcm-objectives", "5", "21"),
        subject_document("return", names={"en": "Return"}),
        subject_document("readmission", names={"en": "Readmission"}, parent="return"),
        *states(),
        organization(),
        forum(),
        readmission(),
        law(),
        convention(),
        check_document("check-uzb-readmission"),
        project(),
    ]
    return publish_documents(documents, **options)


def states():
    """The home state, a neighbour, and the state that both came of."""
    became = [succession(1, "SUN")]
    return [
        state_document("UZB", names={"en": "Uzbekistan"}),
        state_document("SUN", names={"en": "Soviet Union"}, valid_until="1991-12-26"),
        state_document("KAZ", names={"en": "Kazakhstan"}, aliases=[alias(1)], successions=became),
    ]
