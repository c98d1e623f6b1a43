"""Files of published documents, kept under their digest and served by asking the record."""

from mimetypes import guess_extension

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from catalogue.page import public_page, published
from catalogue.vantage import TIME, Vantage
from register.files import is_stored, path_of
from register.public_record import PublicRecord

# Served as what they are. Anything else might run as a script from the register's own address, so
# it is served as bytes without a meaning, whatever a document calls it.
HARMLESS = {"application/pdf", "image/jpeg", "image/png", "text/plain"}


@public_page(*TIME)
def file(request: HttpRequest, vantage: Vantage, key: str, digest: str) -> HttpResponse:
    """The file that a published agreement names by this digest; nothing else is ever served."""
    document = published(PublicRecord(vantage.number), "agreement", key)
    row = next((row for row in document["documents"] if row["sha256"] == digest), None)
    if row is None or not is_stored(digest):
        raise Http404
    media_type = row["media_type"]
    ending = guess_extension(media_type) or ""
    return FileResponse(
        path_of(digest).open("rb"),
        as_attachment=True,
        filename=f"{key}-{row['ref']}{ending}",
        content_type=media_type if media_type in HARMLESS else "application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff"},
    )
