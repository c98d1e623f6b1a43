"""What came of agreements: projects, who runs and pays for them, whom they reach."""

from .project import Project, ProjectIdentifier, ProjectTitle
from .published import PublishedProject
from .reach import Beneficiaries, Result
from .support import Budget, Service
from .taking_part import Involvement, Location

__all__ = [
    "Beneficiaries",
    "Budget",
    "Involvement",
    "Location",
    "Project",
    "ProjectIdentifier",
    "ProjectTitle",
    "PublishedProject",
    "Result",
    "Service",
]
