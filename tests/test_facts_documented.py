"""docs/facts.md says what became of every word and every field of the fact sheets."""

from pathlib import Path

import pytest

from facts.words import acts, agreements, laws, organizations, projects

PAGE = (Path(__file__).parent.parent / "docs" / "facts.md").read_text(encoding="utf-8")

TABLES = {
    "forms": agreements.FORMS,
    "scopes": agreements.SCOPES,
    "reaches": agreements.REACHES,
    "levels": agreements.LEVELS,
    "titles": agreements.TITLES,
    "subjects": agreements.SUBJECTS,
    "actions": acts.ACTIONS,
    "negative evidence": acts.NONE_SHOWN,
    "claims": acts.CLAIMS,
    "what is no act": acts.NO_ACTS,
    "conditions": acts.CONDITIONS,
    "durations": acts.DURATIONS,
    "relations": acts.RELATIONS,
    "kinds of organizations": organizations.KINDS,
    "memberships": organizations.MEMBERSHIPS,
    "forms of laws": laws.FORMS,
    "relations of laws": laws.RELATIONS,
    "titles of projects": projects.TITLES,
    "statuses of projects": projects.STATUSES,
    "services": projects.SERVICES,
    "roles": projects.ROLES,
}


@pytest.mark.parametrize("name", TABLES)
def test_each_word_of_the_facts_begins_a_row_that_says_what_it_means(name):
    cells = {
        cell.strip()
        for line in PAGE.splitlines()
        if line.startswith("| ")
        for cell in line.replace("\\|", "").split("|")
    }
    missing = [word for word in TABLES[name] if word and f"`{word}`" not in cells]
    assert not missing
