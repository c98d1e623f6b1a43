"""Files of documents: served only while a published document names them."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from register import files
from register.documents import FILE
from register.models import PublishedReference
from register.public_record import PublicRecord

# What a browser shows by itself without running anything; everything else is saved.
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png", "text/plain"})
UNKNOWN_TYPE = "application/octet-stream"


@require_safe
def file(request: HttpRequest, digest: str) -> HttpResponse:
    """The file of that SHA-256; 404 unless a document names it as the register now stands."""
    row = _naming_row(PublicRecord(), digest)
    if row is None or not files.is_stored(digest):
        raise Http404
    etag = f'"{digest}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or FileResponse(
        files.path_of(digest).open("rb"),
        content_type=row["media_type"] or UNKNOWN_TYPE,
        as_attachment=row["media_type"] not in SHOWN,
        filename=_name(row, digest),
    )
    response["ETag"], response["Cache-Control"] = etag, "public, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _naming_row(public: PublicRecord, digest: str) -> dict | None:
    """The row of the first published document that names the file."""
    named = PublishedReference.objects.recorded(public.number).filter(field=FILE, target=digest)
    first = named.order_by("kind", "key").values_list("kind", "key").first()
    if first is None:
        return None
    document = public.document(*first)
    rows = (row for rows in document.values() if isinstance(rows, list) for row in rows)
    return next(row for row in rows if isinstance(row, dict) and row.get("sha256") == digest)


def _name(row: dict, digest: str) -> str:
    """A name to save the file under: its title, else the beginning of its digest."""
    return row["title"] or digest[:16]
