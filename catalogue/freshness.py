"""Whether what a reader already holds is still what the register says."""

import hashlib
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cache, wraps
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.timezone import now
from django.utils.translation import get_language

from register.models import Head

PROGRAM_FILES = {".py", ".html", ".mo", ".css", ".svg", ".js"}


def register_day(moment: datetime | None = None) -> date:
    """The calendar day of a moment (now, if none is given) where the register is kept."""
    return (moment or now()).astimezone(ZoneInfo(settings.REGISTER_TIME_ZONE)).date()


def canonical_address(request: HttpRequest, known: Collection[str] | None = None) -> str:
    """The address with its parameters in the order of their names.

    What is asked in another order is the same question. Where only `known` parameters are read,
    others and empty ones ask nothing; without `known` each is part of the question.
    """
    asked = request.GET if known is None else question_in(request.GET, known)
    return f"{request.path}?{urlencode(sorted(asked.lists()), doseq=True)}"


def question_in(given: QueryDict, known: Collection[str]) -> QueryDict:
    """Of all that is given, the parameters that are read and not empty; can be changed."""
    question = QueryDict(mutable=True)
    for name, values in given.lists():
        if name in known and any(values):
            question.setlist(name, values)
    return question


@cache
def release() -> str:
    """A digest of the program that answers: another release may answer in other words."""
    folders = [Path(app.path) for app in apps.get_app_configs()]
    own = [folder for folder in folders if folder.parent == Path(settings.BASE_DIR)]
    shown = [Path(settings.BASE_DIR) / name for name in ("templates", "static", "locale")]
    digest = hashlib.sha256()
    for folder in sorted([*own, *shown]):
        for path in sorted(folder.rglob("*")):
            if path.suffix in PROGRAM_FILES:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def freshness_key(number: int, day: date, language: str, address: str) -> str:
    """The entity tag of an answer: the same as long as nothing that it rests on has changed."""
    parts = (str(number), release(), day.isoformat(), language, address)
    return f'"{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:32]}"'


def key_of(request: HttpRequest, head: Head, known: Collection[str] | None = None) -> str:
    """The entity tag of the answer to this request while `head` is the newest."""
    address = canonical_address(request, known)
    return freshness_key(head.number, register_day(), get_language(), address)


def at_newest(view: Callable, known: Collection[str] | None = None) -> Callable:
    """Answer from one entry, the newest: the view gets its Head as second argument.

    A reader who already holds this answer gets 304. The answer may be kept by anyone, but is asked
    for again every time, which costs one query. `known` are the parameters that the view reads,
    if it passes over all others.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        head = Head.newest()
        etag = key_of(request, head, known)
        unchanged = get_conditional_response(request, etag=etag)
        is_unchanged = unchanged is not None and unchanged.status_code == HTTPStatus.NOT_MODIFIED
        # Only an answer that was good has a tag. A star means any answer: it has to be made first.
        if is_unchanged and request.headers["If-None-Match"].strip() != "*":
            return _marked(unchanged, etag)
        response = view(request, head, *args, **kwargs)
        if response.status_code != HTTPStatus.OK:
            return response
        return _marked(unchanged if is_unchanged else response, etag)

    return answered


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return response
