"""The curators' side of agreements, national law, subjects and checks."""

from .agreement import AgreementAdmin
from .check import CheckAdmin
from .law import LawAdmin
from .participant import ParticipantAdmin
from .subject import SubjectAdmin

__all__ = ["AgreementAdmin", "CheckAdmin", "LawAdmin", "ParticipantAdmin", "SubjectAdmin"]
