"""Whether what a reader already holds is still what the register says."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, wraps
from pathlib import Path
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.timezone import now
from django.utils.translation import get_language

from register.models import Head

PROGRAM_FILES = {".py", ".html", ".mo", ".css", ".svg", ".js"}


def register_day(moment: datetime | None = None) -> date:
    """The calendar day of a moment (now, if none is given) where the register is kept."""
    return (moment or now()).astimezone(ZoneInfo(settings.REGISTER_TIME_ZONE)).date()


def canonical_address(request: HttpRequest) -> str:
    """The address with its parameters sorted and empty ones dropped.

    What is asked in another order, or with fields of a form left empty, is the same question.
    """
    given = parse_qsl(request.META.get("QUERY_STRING", ""))
    return f"{request.path}?{urlencode(sorted(given))}"


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


def key_of(request: HttpRequest, head: Head) -> str:
    """The entity tag of the answer to this request while `head` is the newest."""
    return freshness_key(head.number, register_day(), get_language(), canonical_address(request))


def at_newest(view: Callable) -> Callable:
    """Answer from one entry, the newest: the view gets its Head as second argument.

    A reader who already holds this answer gets 304. The answer may be kept by anyone, but is asked
    for again every time, which costs one query.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        head = Head.newest()
        etag = key_of(request, head)
        unchanged = get_conditional_response(request, etag=etag)
        if unchanged and unchanged.status_code == 304:
            return _marked(unchanged, etag)
        response = view(request, head, *args, **kwargs)
        return _marked(response, etag) if response.status_code == 200 else response

    return answered


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return response
