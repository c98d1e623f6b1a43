"""Queries with the answers that are right for them, judged before the search was first run.

`queries.txt` was written by the register's makers, `strangers.txt` by somebody who knew the facts
and had not seen the search. A line has the spelling, the query, and the keys of the agreements that
are right, the best first; after “=” all of them are equally good.
"""

from pathlib import Path
from typing import NamedTuple

from catalogue.search.asking import Question, ask
from catalogue.search.following import Follower
from catalogue.search.question import terms_in
from register.models import Head

MAKERS, STRANGERS = "queries.txt", "strangers.txt"
IN_TEN = 10


class Judged(NamedTuple):
    """A query, the answers that may stand first, and all that are right."""

    spelling: str
    query: str
    best: tuple[str, ...]
    right: tuple[str, ...]


class Score(NamedTuple):
    """The share of right answers among the first ten, and of queries with a right first hit."""

    found: float
    first: float
    missed: list[str]


def judged(*files):
    """The judged queries of these files; without any, all there are."""
    lines = [
        line
        for name in files or (MAKERS, STRANGERS)
        for line in (Path(__file__).parent / name).read_text().splitlines()
        if line and not line.startswith("#")
    ]
    return [_judged(*(part.strip() for part in line.split(" | "))) for line in lines]


def _judged(spelling, query, answers):
    right = tuple(answers.removeprefix("=").split())
    return Judged(spelling, query, right if answers.startswith("=") else right[:1], right)


def asking(folder, on):
    """Asks a new index of the register, made in a folder, for the first agreements."""
    index = Follower(Path(folder)).index(Head.newest())

    def keys(query):
        question = Question(terms_in(query), (("kind", ("agreement",)),), on)
        return [key for _kind, key in ask(index, question, 0, IN_TEN).records]

    return keys


def scored(queries, ask):
    """How well `ask(query)`, which gives the keys of the first ten, does."""
    found = right = first = 0
    missed = []
    for one in queries:
        keys = ask(one.query)[:IN_TEN]
        hits, is_first = len(set(keys) & set(one.right)), keys[:1] and keys[0] in one.best
        found, right, first = found + hits, right + len(one.right), first + bool(is_first)
        if hits < len(one.right) or not is_first:
            missed.append(f"{one.query}: {keys[:3]} for {one.right}")
    return Score(found / right, first / len(queries), missed)
