"""What describes the API: its OpenAPI description, the documents' schemas, and a page to try it."""

from functools import cache

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition, require_safe
from drf_spectacular.generators import SchemaGenerator

from catalogue.freshness import release
from register import kind_table
from register.json_schema import path_of

JSON_SCHEMA = "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.1"


def _release_tag(request: HttpRequest, *args, **kwargs) -> str:
    """What describes the program changes only with the program."""
    return f'"{release()}"'


@require_safe
@condition(etag_func=_release_tag)
def schema(request: HttpRequest) -> HttpResponse:
    """The API in OpenAPI 3.1."""
    return HttpResponse(_described(), content_type=OPENAPI)


@cache
def _described() -> bytes:
    return orjson.dumps(SchemaGenerator().get_schema(public=True), default=str)


@require_safe
@condition(etag_func=_release_tag)
def document_schema(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """The JSON Schema of a kind's documents, in one schema number."""
    known = kind_table.kinds().get(kind)
    if known is None or not 1 <= number <= known.schema:
        raise Http404
    return HttpResponse(path_of(known, number).read_bytes(), content_type=JSON_SCHEMA)


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The API, explained and ready to be tried, with nothing from foreign hosts."""
    return render(request, "catalogue/api_docs.html")
