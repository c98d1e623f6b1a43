"""The kinds of record that this room brings: subjects, laws, agreements and checks."""

from register.kind_table import Kind

from .desk import notices
from .documents import AgreementSerializer, CheckSerializer, LawSerializer, SubjectSerializer
from .engine import ENGINE
from .models import (
    Agreement,
    Check,
    Law,
    PublishedAgreement,
    PublishedCheck,
    PublishedLaw,
    PublishedSubject,
    Subject,
)
from .models.published import titles_by_language
from .rules import AGREEMENT_RULES, CHECK_RULES, LAW_RULES, SUBJECT_RULES


def agreement_1_to_2(document):
    """Schema 2 says who is named for entry into force, and takes shares of a count."""
    return {
        **document,
        "schema": 2,
        "participants": [{**row, "named": False} for row in document["participants"]],
        "clauses": [{**row, "share": ""} for row in document["clauses"]],
    }


def titles_of(document):
    """What an agreement or a law is called: its weightiest title in each language."""
    return {document["key"]: titles_by_language(document["titles"])}


KINDS = [
    Kind(
        name="subject",
        plural="subjects",
        model=Subject,
        serializer=SubjectSerializer,
        row=PublishedSubject,
        rules=SUBJECT_RULES,
    ),
    Kind(
        name="law",
        plural="laws",
        model=Law,
        serializer=LawSerializer,
        row=PublishedLaw,
        names=titles_of,
        rules=LAW_RULES,
    ),
    Kind(
        name="agreement",
        plural="agreements",
        model=Agreement,
        serializer=AgreementSerializer,
        row=PublishedAgreement,
        schema=2,
        upgrades={1: agreement_1_to_2},
        names=titles_of,
        rules=AGREEMENT_RULES,
        engine=ENGINE,
        notices=notices,
    ),
    Kind(
        name="check",
        plural="checks",
        model=Check,
        serializer=CheckSerializer,
        row=PublishedCheck,
        names=lambda document: {document["key"]: document["text"]},
        rules=CHECK_RULES,
    ),
]
