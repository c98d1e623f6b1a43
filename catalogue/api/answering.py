"""How the API answers: always JSON, always with the newest head, stored texts spliced in whole."""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

import orjson
from django.http import HttpResponse

from register.chain import moment
from register.models import Entry, Head, PublishedName

from . import stored


def answer(content: dict, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """JSON values as a response; fragments go in byte for byte as they are stored."""
    return HttpResponse(orjson.dumps(content), content_type="application/json", status=status)


def head_member(head: Head) -> dict:
    """The newest entry: what a reader keeps to hold the register to it later."""
    return {
        "number": head.number,
        "hash": head.digest,
        "at": moment(head.at) if head.at else None,
    }


def names_member(number: int, kind: str, keys: Sequence[str]) -> dict:
    """What everything is called that the documents of these keys refer to, by key."""
    return {
        key: {"kind": of, "texts": orjson.Fragment(texts)}
        for key, of, texts in stored.names(number, kind, keys)
    }


def names_of(number: int, keys: Iterable[str]) -> dict:
    """What these records are called, by key."""
    rows = PublishedName.objects.recorded(number).filter(key__in=set(keys))
    return {
        key: {"kind": kind, "texts": orjson.Fragment(texts)}
        for key, kind, texts in rows.values_list("key", "kind", "texts")
    }


def taken_back(entry: Entry, replaced_by: str | None) -> dict:
    """What is left to say of a record that was withdrawn or erased."""
    return {
        "detail": entry.reason or "",
        "event": entry.event,
        "entry": entry.number,
        "at": moment(entry.at),
        "replaced_by": replaced_by,
    }
