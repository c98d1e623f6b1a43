"""The kinds of record that this room brings: projects."""

from agreements.kinds import titles_of
from register.kind_table import Kind

from .documents import ProjectSerializer
from .models import Project, PublishedProject
from .rules import PROJECT_RULES

KINDS = [
    Kind(
        name="project",
        plural="projects",
        model=Project,
        serializer=ProjectSerializer,
        row=PublishedProject,
        names=titles_of,
        rules=PROJECT_RULES,
    ),
]
