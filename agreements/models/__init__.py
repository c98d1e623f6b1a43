"""What was agreed, table by table."""

from .act import Act
from .act_type import ActType
from .agreement import Agreement, AgreementIdentifier, AgreementTitle
from .check import Check
from .clause import Clause
from .coming import PublishedDate, PublishedLife
from .commitment import Commitment, Tally
from .document import Document
from .finding import PublishedFinding
from .law import (
    Article,
    Edition,
    Implementation,
    Law,
    LawNumber,
    LawTitle,
    Replacement,
)
from .participant import Body, Participant
from .published import PublishedAgreement, PublishedCheck, PublishedLaw, PublishedSubject
from .relation import Relation
from .standing import PublishedStanding
from .subject import Subject
from .title import Title, title_constraints
from .told import ToldDate

__all__ = [
    "Act",
    "ActType",
    "Agreement",
    "AgreementIdentifier",
    "AgreementTitle",
    "Article",
    "Body",
    "Check",
    "Clause",
    "Commitment",
    "Document",
    "Edition",
    "Implementation",
    "Law",
    "LawNumber",
    "LawTitle",
    "Participant",
    "PublishedAgreement",
    "PublishedCheck",
    "PublishedDate",
    "PublishedFinding",
    "PublishedLaw",
    "PublishedLife",
    "PublishedStanding",
    "PublishedSubject",
    "Relation",
    "Replacement",
    "Subject",
    "Tally",
    "Title",
    "ToldDate",
    "title_constraints",
]
