"""Asking the index: results in order, and how many there are of each sort."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import tantivy
from tantivy import FieldType, Occur, Query

from .folding import skeleton, skeletons
from .index import Index
from .question import SHORTEST_BEGINNING, Term, candidates
from .shape import ACTORS, FACETS, FIELDS, KINDS
from .spelling import meant, vocabulary
from .turns import bound_on, turns_by

# How much more a word counts that stands in the text just as it was typed.
AS_TYPED = 1.5
# More values of one sort than a reader can look through are not counted out.
MOST_VALUES = 400
# Answers to what everybody asks are kept as long as the index stays as it is.
MOST_KEPT = 200
# So many states and organizations can be told apart; the engine takes no more buckets.
MOST_ACTORS = 60_000
# What a list of several chosen values means: all of them here, any of them elsewhere.
CONJOINED = frozenset({"participant"})
ORDERS = {
    "newest_act": "newest_act",
    "made_on": "made_on",
    "force_on": "force_on",
    "title": "sort_title",
}


class Question(NamedTuple):
    """What is asked: terms, chosen values by facet, a day, and the order ("" for relevance).

    With `within`, only records that have one of these keys are wanted.
    """

    terms: tuple[Term, ...]
    chosen: tuple[tuple[str, tuple[str, ...]], ...]
    on: date
    order: str = ""
    descending: bool = True
    within: tuple[str, ...] | None = None


class Answer(NamedTuple):
    """One page of results as (kind, key), how many results there are, and counts by facet.

    `terms` are those that were looked for in the end: words may have been mended, and with
    `is_relaxed` not all of them had to be there.
    """

    records: list[tuple[str, str]]
    total: int
    counts: dict[str, dict[str, int]]
    terms: tuple[Term, ...]
    is_relaxed: bool = False


def ask(index: Index, question: Question, offset: int, limit: int) -> Answer:
    """One page of results. Where nothing has all the words, they are mended, then any will do."""
    kept = (question, offset, limit)
    if _is_kept(question) and kept in index.kept:
        return index.kept[kept]
    answer = _found(index, question, offset, limit)
    if _is_kept(question) and len(index.kept) < MOST_KEPT:
        index.kept[kept] = answer
    return answer


def _is_kept(question: Question) -> bool:
    """Whether it is what everybody asks: all there is on a day."""
    narrowed = {name for name, _values in question.chosen} - {"kind"}
    return not (question.terms or narrowed or question.within is not None)


def _found(index: Index, question: Question, offset: int, limit: int) -> Answer:
    for asked, relaxed in _tries(index, question):
        query = _query(index, asked, relaxed=relaxed)
        total, records = _page(index, query, asked, offset, limit)
        if total:
            break
    return Answer(records, total, counts(index, asked, relaxed), asked.terms, relaxed)


def _tries(index: Index, question: Question) -> Iterator[tuple[Question, bool]]:
    """What to ask until something is found.

    As typed; with the last word unfinished, as while one types; with words mended; any of them.
    """
    yield question, False
    if not question.terms:
        return
    *others, last = question.terms
    if not last.quoted and len(last.words[-1]) >= SHORTEST_BEGINNING:
        yield question._replace(terms=(*others, last._replace(beginning=True))), False
    mended = question._replace(terms=_mended(index, question))
    if mended != question:
        yield mended, False
    if sum(not term.excluded for term in question.terms) > 1:
        yield mended, True


def counts(index: Index, question: Question, relaxed: bool = False) -> dict[str, dict[str, int]]:
    """For each facet how many results have each value, its own choice left aside.

    `bound` is how many bind each state or organization on the day, of those that bind any.
    """
    own = {name for name, values in question.chosen if values and name not in CONJOINED}
    together = {name: _values(name) for name in FACETS if name not in own}
    query = _query(index, question, relaxed=relaxed)
    found = index.searcher.aggregate(query, together | {"turns": turns_by(question.on)})
    turns = found.pop("turns")["buckets"]
    for name in own:
        query = _query(index, question, apart=name, relaxed=relaxed)
        found |= index.searcher.aggregate(query, {name: _values(name)})
    counted = {
        name: {bucket["key"]: bucket["doc_count"] for bucket in each["buckets"]}
        for name, each in found.items()
    }
    return counted | {"bound": _bound(index, turns, question.on)}


def _values(name: str) -> dict:
    """To ask the engine for the values of a facet."""
    return {"terms": {"field": name, "size": MOST_VALUES}}


def _bound(index: Index, turns: Iterable[Mapping], on: date) -> dict[str, int]:
    sums = ((int(bucket["key"]), bucket["doc_count"]) for bucket in turns)
    counted, actors = bound_on(on, sums), _actors(index)
    return {actors[number]: count for number, count in counted.items() if number in actors}


def _actors(index: Index) -> Mapping[int, str]:
    """The state or organization that has a number; kept until the index changes."""
    if ACTORS not in index.kept:
        query = Query.boolean_query([(Occur.Should, _kind(index, kind)) for kind in ACTORS])
        number = {"number": {"min": {"field": "number"}}}
        wanted = {"key": {"terms": {"field": "key", "size": MOST_ACTORS}, "aggs": number}}
        found = index.searcher.aggregate(query, wanted)["key"]["buckets"]
        index.kept[ACTORS] = {int(each["number"]["value"]): each["key"] for each in found}
    return index.kept[ACTORS]


def _page(
    index: Index, query: Query, question: Question, offset: int, limit: int
) -> tuple[int, list[tuple[str, str]]]:
    if question.order:
        order = tantivy.Order.Desc if question.descending else tantivy.Order.Asc
        found = index.searcher.search(query, limit, True, ORDERS[question.order], offset, order)
    elif any(not term.excluded for term in question.terms):
        found = index.searcher.search(query, limit, True, None, offset, weight_by_field="recency")
    else:
        found = index.searcher.search(query, limit, True, "made_on", offset)
    documents = (index.searcher.doc(address) for _score, address in found.hits)
    return found.count, [(each.get_first("kind"), each.get_first("key")) for each in documents]


def _mended(index: Index, question: Question) -> tuple[Term, ...]:
    """The terms with every word that no record has replaced by the one that was meant."""
    known = vocabulary(index.searcher)
    return tuple(
        term._replace(words=tuple(_mended_word(index, word, known) for word in term.words))
        if not (term.excluded or term.beginning)
        else term
        for term in question.terms
    )


def _mended_word(index, word, known) -> str:
    if any(
        index.searcher.doc_freq(f"{name}_stem", each)
        for name in FIELDS
        for each in candidates(word)
    ):
        return word
    return meant(word, known) or word


def _query(index: Index, question: Question, apart: str = "", relaxed: bool = False) -> Query:
    """The engine's query; with `apart` without the choice in that facet."""
    parts = [(Occur.Must, each) for each in _filters(index, question, apart)]
    wanted = [term for term in question.terms if not term.excluded]
    sought = _any_of(index, wanted) if relaxed else _all_of(index, wanted)
    left_out = [(Occur.MustNot, _term(index, term)) for term in question.terms if term.excluded]
    return Query.boolean_query([*parts, *sought, *left_out])


def _all_of(index: Index, wanted: Sequence[Term]) -> list[tuple[Occur, Query]]:
    """Every word; an empty one need not be there, unless there is no other."""
    telling = _telling(wanted)
    return [
        (Occur.Must if term in telling else Occur.Should, _term(index, term)) for term in wanted
    ]


def _any_of(index: Index, wanted: Sequence[Term]) -> list[tuple[Occur, Query]]:
    """Any of the words, the empty ones passed over, unless there is no other."""
    parts = [(Occur.Should, _term(index, term)) for term in _telling(wanted)]
    return [(Occur.Must, Query.boolean_query(parts))]


def _telling(wanted: Sequence[Term]) -> Sequence[Term]:
    return [term for term in wanted if not term.is_empty] or wanted


def _filters(index: Index, question: Question, apart: str) -> list[Query]:
    day = question.on.toordinal()
    found = [
        Query.range_query(index.schema, "from_day", FieldType.Integer, None, day),
        Query.range_query(
            index.schema, "until_day", FieldType.Integer, day, None, include_lower=False
        ),
    ]
    if question.within is not None:
        found.append(Query.term_set_query(index.schema, "key", list(question.within)))
    for name, values in question.chosen:
        if values and name != apart:
            found += _chosen(index, name, values)
    return [Query.const_score_query(each, 0.0) for each in found]


def _chosen(index: Index, name: str, values: Sequence[str]) -> list[Query]:
    if name == "kind":
        return [Query.boolean_query([(Occur.Should, _kind(index, value)) for value in values])]
    if name in CONJOINED:
        return [Query.term_query(index.schema, name, value) for value in values]
    return [Query.term_set_query(index.schema, name, list(values))]


def _kind(index: Index, name: str) -> Query:
    """Records of a kind. It is compared as a number: the list of agreements is the whole index."""
    number = KINDS.index(name)
    return Query.range_query(index.schema, "kind_number", FieldType.Integer, number, number)


def _term(index: Index, term: Term) -> Query:
    if term.quoted:
        return _phrase(index, term.words)
    words = [_word(index, word) for word in term.words[:-1]]
    last = term.words[-1]
    words.append(_beginning(index, last) if term.beginning else _word(index, last))
    if len(words) == 1:
        return words[0]
    together = Query.boost_query(_phrase(index, term.words), 2.0)
    return Query.boolean_query([*((Occur.Must, each) for each in words), (Occur.Should, together)])


def _word(index: Index, word: str) -> Query:
    """Documents that have a word in some form, those that have it as typed first."""
    found = []
    for name, weight in FIELDS.items():
        for stem in candidates(word):
            found.append(_weighed(index, f"{name}_stem", stem, weight))
    found += [
        _weighed(index, "title", each, FIELDS["title"] * AS_TYPED) for each in skeletons(word)
    ]
    return Query.disjunction_max_query(found, 0.3)


def _weighed(index: Index, field: str, text: str, weight: float) -> Query:
    query = Query.term_query(index.schema, field, text, "freq")
    return query if weight == 1.0 else Query.boost_query(query, weight)


def _phrase(index: Index, words: Sequence[str]) -> Query:
    """Documents that have these words one after another, in any of the ways they may be spelt."""
    spellings = dict.fromkeys(
        (tuple(map(skeleton, words)), tuple(skeleton(w, "ru") for w in words))
    )
    found = []
    for name, weight in FIELDS.items():
        for spelling in spellings:
            phrase = [each for each in spelling if each]
            query = (
                Query.phrase_query(index.schema, name, phrase)
                if len(phrase) > 1
                else Query.term_query(index.schema, name, phrase[0])
            )
            found.append(Query.boost_query(query, weight))
    return Query.disjunction_max_query(found)


def _beginning(index: Index, word: str) -> Query:
    found = [
        Query.boost_query(
            Query.fuzzy_term_query(index.schema, name, start, distance=0, prefix=True), weight
        )
        for name, weight in FIELDS.items()
        for start in skeletons(word)
    ]
    return Query.disjunction_max_query(found)
