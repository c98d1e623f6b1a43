"""Results of the search as pages show them: what was asked, what was found, and each hit."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import F
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agreements.filters import AgreementFilterSet
from catalogue.answers import statuses_of
from catalogue.facets import Facet, chips_of, facets_of
from catalogue.filtering import asked, in_order
from catalogue.languages import language_of_page
from catalogue.names import address_of
from catalogue.participation import beginning_of
from catalogue.questions import BadQuestion, whole_number
from catalogue.search.asking import ORDERS, Answer, Question, ask, counts
from catalogue.search.following import follower
from catalogue.search.highlighting import Highlighter
from catalogue.search.index import Index
from catalogue.search.question import terms_in
from catalogue.search.shape import FACETS, KINDS
from catalogue.titles import title_of
from catalogue.vantage import Vantage
from register.kind_table import kind
from register.public_record import PublicRecord

A_PAGE = 25
# Filters of which the index knows nothing: published rows are asked for the keys that fit.
ASKED_OF_ROWS = ("bound", "standing", "identifier", "made_after", "made_before")


class Hit(NamedTuple):
    """A record among the results.

    `title` and `snippet` have the words that were looked for marked; each has its language.
    `answer` is the status of an agreement on the day, `beginning` the act that began it.
    """

    document: dict
    address: str
    kind_word: str
    title: SafeString
    language: str
    snippet: tuple[str, SafeString] | None
    answer: object
    beginning: dict | None


class Found(NamedTuple):
    """What a page of results shows; `typed` are the words as the reader typed them."""

    answer: Answer
    hits: list[Hit]
    facets: list[Facet]
    chips: list
    typed: str

    @property
    def was_mended(self) -> bool:
        """Whether other words were looked for than were typed."""
        return bool(self.typed) and self.answer.terms != terms_in(self.typed)

    @property
    def looked_for(self) -> str:
        """The words that were looked for in the end."""
        return " ".join(term.written for term in self.answer.terms)


def find(vantage: Vantage, only: str = "") -> Found:
    """The results that the page's question asks for; `only` is the one kind that is wanted.

    Raises `NotReady` while there is no index, `BadQuestion` for what cannot be asked.
    """
    question = _question(vantage, only)
    offset = ((whole_number(vantage.question, "page") or 1) - 1) * A_PAGE
    index, public = follower().index(vantage.newest), PublicRecord(vantage.number)
    answer = ask(index, question, offset, A_PAGE)
    shown = {
        name: counts for name, counts in answer.counts.items() if not (only and name == "kind")
    }
    shown["bound"] = _bound(index, question, answer, vantage)
    facets = facets_of(shown, vantage.question, public)
    typed = vantage.question.get("q", "")
    return Found(
        answer,
        _hits(public, answer, vantage),
        [facet for facet in facets if len(facet.values) > 1 or facet.values[0].is_chosen],
        chips_of(facets, vantage.question),
        typed,
    )


def keys_found(vantage: Vantage, most: int) -> tuple[int, list[str]]:
    """How many agreements the page's question finds, and the keys of the first of them.

    Raises `NotReady` if only the index could tell and there is none.
    """
    if vantage.names_entry:
        filters = asked(AgreementFilterSet, vantage.question, vantage.number, {})
        rows = in_order(filters.qs, F("made_on").desc(nulls_last=True), "key")
        return rows.count(), list(rows.values_list("key", flat=True)[:most])
    answer = ask(follower().index(vantage.newest), _question(vantage, "agreement"), 0, most)
    return answer.total, [key for _kind, key in answer.records]


def _question(vantage: Vantage, only: str) -> Question:
    given = vantage.question.copy()
    order = given.pop("ordering", [""])[-1]
    name = order.removeprefix("-")
    if name and name not in ORDERS:
        known = ", ".join(sorted(ORDERS))
        raise BadQuestion(
            "ordering", _("Lists are ordered by one of: %(known)s.") % {"known": known}
        )
    filters = asked(AgreementFilterSet, given, vantage.number, {})
    values = {name: tuple(filters.form.cleaned_data.get(name) or ()) for name in FACETS}
    values["kind"] = (only,) if only else _kinds(given)
    return Question(
        terms_in(given.get("q", "")),
        tuple((name, chosen) for name, chosen in values.items() if chosen),
        vantage.on,
        name,
        order.startswith("-"),
        _within(given, vantage),
    )


def _bound(index: Index, question: Question, answer: Answer, vantage: Vantage) -> Mapping:
    """How many results bind whom on the day, the choice in this facet left aside."""
    if not vantage.question.getlist("bound"):
        return answer.counts["bound"]
    free = vantage.question.copy()
    del free["bound"]
    asked = question._replace(within=_within(free, vantage), terms=answer.terms)
    return counts(index, asked, answer.is_relaxed)["bound"]


def _kinds(given: QueryDict) -> tuple[str, ...]:
    found = tuple(given.getlist("kind"))
    for each in found:
        if each not in KINDS:
            raise BadQuestion("kind", _("“%(kind)s” is no kind of record.") % {"kind": each})
    return found


def _within(given: QueryDict, vantage: Vantage) -> tuple[str, ...] | None:
    """The keys of agreements that fit what only rows can tell; None if nothing such is asked."""
    if not any(given.get(name) for name in ASKED_OF_ROWS):
        return None
    narrowed = QueryDict(mutable=True)
    for name in (*ASKED_OF_ROWS, "participant", "on"):
        if name in given:
            narrowed.setlist(name, given.getlist(name))
    rows = asked(AgreementFilterSet, narrowed, vantage.number, {}).qs
    return tuple(rows.order_by().values_list("key", flat=True))


def _hits(public: PublicRecord, answer: Answer, vantage: Vantage) -> list[Hit]:
    keys = defaultdict(list)
    for name, key in answer.records:
        keys[name].append(key)
    documents = {name: public.documents(name, some) for name, some in keys.items()}
    statuses = statuses_of(public, keys["agreement"], vantage.on) if keys["agreement"] else {}
    marker = Highlighter(answer.terms)
    return [
        _hit(documents[name][key], statuses.get(key), marker, vantage)
        for name, key in answer.records
        if key in documents[name]
    ]


def _hit(document: dict, status: object, marker: Highlighter, vantage: Vantage) -> Hit:
    title = title_of(document)
    return Hit(
        document,
        address_of(document["kind"], document["key"], vantage.kept),
        str(kind(document["kind"]).model._meta.verbose_name),
        marker.marked(title[1]),
        title[0],
        None if marker.has_all(title[1]) else marker.snippet(document, language_of_page()),
        status,
        beginning_of(document) if document["kind"] == "agreement" else None,
    )
