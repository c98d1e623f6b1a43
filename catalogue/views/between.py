"""Pages that tell what is in force between two states or organizations on a day."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.answers import statuses_of
from catalogue.beginnings import Beginning, beginning, narrowed
from catalogue.between import ANSWERS, Shared, require_two, shared_between
from catalogue.filtering import choices_of
from catalogue.indexes import index_of
from catalogue.names import names_at
from catalogue.page import public_page, render_page
from catalogue.questions import BadQuestion
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord


@public_page(*TIME, "one", "other")
def choose(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """Two states or organizations to choose; once chosen, the way to what binds them."""
    one, other = (vantage.question.get(name, "") for name in ("one", "other"))
    if one and other:
        _require_known(vantage, one=one, other=other)
        kept = vantage.question.copy()
        del kept["one"], kept["other"]
        address = reverse("between", args=[one, other])
        return HttpResponseRedirect(f"{address}?{kept.urlencode()}".rstrip("?"))
    content = {"on": vantage.on, "is_index": True, **_form(vantage, one or _home(), other)}
    return render_page(request, vantage, "catalogue/choose_two.html", content)


@public_page(*TIME)
def between(request: HttpRequest, vantage: Vantage, one: str, other: str) -> HttpResponse:
    """What binds the two on `?on=`, what both apply provisionally, and what is not known."""
    public = PublicRecord(vantage.number)
    require_two(public, one, other)
    whole = narrowed(vantage, "agreements", participant=[one, other])
    groups = _groups(shared_between(public, one, other, vantage.on), whole)
    keys = {each.agreement for _answer, _words, group in groups for each in group.rows}
    content = {
        "on": vantage.on,
        "groups": groups,
        "answers": statuses_of(public, keys, vantage.on),
        "names": names_at(public, {one, other, *keys}),
        "whole": whole,
        "api_address": reverse("api-between", args=[one, other]),
        **_form(vantage, one, other),
    }
    return render_page(request, vantage, "catalogue/between.html", content)


def _groups(shared: list[Shared], whole: str) -> list[tuple[str, str, Beginning]]:
    """The agreements by answer, each group with its heading; no empty ones."""
    groups = (
        (answer, words, [each for each in shared if each.answer == answer])
        for answer, words in ANSWERS.items()
    )
    return [(answer, words, beginning(group, whole)) for answer, words, group in groups if group]


def _form(vantage: Vantage, one: str, other: str) -> dict:
    """The two lists to choose from, with what is chosen."""
    states, organizations = (
        index_of(vantage, kind, ("agreement",), ("participants.actor",))
        for kind in ("state", "organization")
    )
    return {"one": one, "other": other, "choices": choices_of(states + organizations)}


def _home() -> str:
    return settings.REGISTER_HOME_STATE


def _require_known(vantage: Vantage, **chosen: str) -> None:
    """Refuse a choice that is no public state or organization."""
    kinds = PublicRecord(vantage.number).kinds_of(chosen.values())
    for name, key in chosen.items():
        if kinds.get(key) not in ("state", "organization"):
            sentence = _("“%(text)s” is no state or organization of the register.")
            raise BadQuestion(name, sentence % {"text": key})
