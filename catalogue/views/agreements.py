"""Pages of agreements."""

from collections.abc import Iterable

import orjson
from django.conf import settings
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from agreements.filters import AgreementFilterSet
from catalogue.answers import course_of, on_day, statuses_and_standings, statuses_of
from catalogue.coming import life_of, next_dates
from catalogue.family import family_of
from catalogue.filtering import asked, choices_of, form_of, in_order
from catalogue.findings import findings_of
from catalogue.indexes import index_of
from catalogue.names import address_of, names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.participation import (
    Participation,
    acts_of_all,
    beginning_of,
    bodies_of_none,
    by_acts_recorded,
    has_text,
    participations,
    sources_of_claims,
)
from catalogue.pictures import picture_of_agreement
from catalogue.questions import BadQuestion
from catalogue.referring import records_referring, rows_referring, types_of_sources
from catalogue.search.following import NotReady
from catalogue.titles import main_title, other_titles
from catalogue.vantage import TIME, Vantage
from catalogue.views.search import KNOWN, not_ready, results
from register.public_record import PublicRecord

AGREEMENTS_A_PAGE = 25


@public_page("recorded", *KNOWN)
def agreements(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The agreements that fit what is asked, each with its status on `?on=`.

    The newest state is asked of the search index, an earlier one of published rows; and so is the
    newest while there is no index, if no words are looked for.
    """
    words = vantage.question.get("q")
    if not vantage.names_entry:
        content = {"section": "agreements", "only": "agreement"}
        try:
            return results(request, vantage, "catalogue/agreements.html", content)
        except NotReady as state:
            if words:
                return not_ready(request, vantage, state)
    elif words:
        sentence = _("Words are looked for in the newest state of the register only.")
        raise BadQuestion("q", sentence)
    return _agreements_then(request, vantage)


def _agreements_then(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The same by published rows, which know every state of the register but count nothing."""
    public = PublicRecord(vantage.number)
    filters = asked(AgreementFilterSet, vantage.question, vantage.number, _choices(vantage))
    newest_first = F("made_on").desc(nulls_last=True)
    page = page_of(request, in_order(filters.qs, newest_first, "key"), AGREEMENTS_A_PAGE)
    keys = [row.key for row in page]
    answers = statuses_of(public, keys, vantage.on)
    content = {
        "section": "agreements",
        "is_index": True,
        "on": vantage.on,
        "page": page,
        "hits": [_hit(orjson.loads(row.document), answers, vantage.kept) for row in page],
        "names": names_in(public, "agreement", keys),
        **form_of(filters, first=("status",)),
    }
    return render_page(request, vantage, "catalogue/agreements_then.html", content)


def _hit(document: dict, answers: dict, kept: str) -> dict:
    """One agreement as a list shows it."""
    title = main_title(document)
    return {
        "document": document,
        "address": address_of("agreement", document["key"], kept),
        "title": title["text"],
        "language": title["language"],
        "answer": answers.get(document["key"]),
        "beginning": beginning_of(document),
    }


def _choices(vantage: Vantage) -> dict[str, list[tuple[str, str]]]:
    """The subjects and participants that agreements name, for the form."""
    states, organizations = (
        index_of(vantage, kind, ("agreement",), ("participants.actor",))
        for kind in ("state", "organization")
    )
    return {
        "subject": choices_of(index_of(vantage, "subject", ("agreement",), ("subjects",))),
        "participant": choices_of(states + organizations),
    }


@public_page(*TIME)
def agreement(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One agreement: what it is, how it stands on `?on=`, who takes part, what rests on what."""
    public = PublicRecord(vantage.number)
    document = published(public, "agreement", key)
    course = course_of(public, key)
    around = _surroundings(public, document, vantage.on)
    answers, title = on_day(course, vantage.on), main_title(document)
    acts = _acts_and_participants(public, document, answers)
    shown, names = acts["panel_participants"], around["names"]
    content = {
        "section": "agreements",
        "on": vantage.on,
        "title": title,
        "other_titles": other_titles(document, title),
        "periods": course.get("", []),
        "answer": answers.get(""),
        "by_acts_recorded": by_acts_recorded(document),
        "life": life_of(public, key, vantage.on),
        "dates": next_dates(public, key, vantage.on),
        "findings": findings_of(public, key, vantage.on),
        **picture_of_agreement(document, course, shown, names, vantage.on),
        **acts,
        **around,
    }
    return render_record(request, vantage, "catalogue/agreement.html", document, content)


def _acts_and_participants(public: PublicRecord, document: dict, answers: dict) -> dict:
    """Who takes part, and what was done of the agreement as a whole."""
    types = types_of_sources(public, sources_of_claims(document))
    participants = participations(document, answers, types, settings.REGISTER_HOME_STATE)
    acts = acts_of_all(document)
    return {
        "participants": participants,
        "has_text": has_text(document),
        "panel_participants": _for_panel(document, participants),
        "other_bodies": bodies_of_none(document),
        "agreement_acts": acts,
        "has_entry_into_force": any(
            act["type"] == "entry_into_force" and act["evidence"] == "shown" for act in acts
        ),
    }


def _for_panel(document: dict, participants: list[Participation]) -> list[Participation]:
    """Those whose standing stands beside the status: both sides, or the home state alone."""
    if document["scope"] == "bilateral":
        return participants[:4]
    return [one for one in participants if one.is_home]


def _surroundings(public: PublicRecord, document: dict, on) -> dict:
    """What the other records say: the family, laws, projects, and all their names."""
    key, home = document["key"], settings.REGISTER_HOME_STATE
    family = family_of(public, document)
    laws = rows_referring(public, "law", key, "implements", "agreement")
    projects = [found for _kind, found in records_referring(public, key, "project", "agreements")]
    agreements = {row["target"] for row in document["relations"] if row["target"]}
    agreements |= {*family.keys, *(one.key for one in family.named_by)}
    statuses, standings = statuses_and_standings(public, agreements, home, on)
    others: Iterable[str] = [home, *agreements, *(one.key for one in laws), *projects]
    return {
        "family": family,
        "home": home,
        "home_standings": standings,
        "laws": laws,
        "projects": projects,
        "answers": statuses,
        "names": names_in(public, "agreement", [key]) | names_at(public, others),
    }
