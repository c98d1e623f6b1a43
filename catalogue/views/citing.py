"""Citations of records as files for reference managers."""

from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from agreements.models import PublishedAgreement, PublishedLaw
from catalogue.cite_formats import FORMATS, Cited
from catalogue.freshness import register_day
from catalogue.names import address_of
from catalogue.page import public_page, published
from catalogue.titles import title_of
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord


@public_page(*TIME)
def cite(request: HttpRequest, vantage: Vantage, kind: str, key: str, form: str) -> HttpResponse:
    """One record's citation, with the permanent address of what the register says of it here."""
    document = published(PublicRecord(vantage.number), kind, key)
    written = FORMATS[form]
    response = HttpResponse(written.write(_cited(document, vantage)), written.media_type)
    response["Content-Disposition"] = f'attachment; filename="{key}-{vantage.number}.{form}"'
    return response


def _cited(document: dict, vantage: Vantage) -> Cited:
    kind, key = document["kind"], document["key"]
    language, title = title_of(document)
    question = urlencode({"on": vantage.on.isoformat(), "recorded": vantage.number})
    note = _("As the register stood after entry %(number)d; the law as on %(day)s.")
    return Cited(
        kind,
        key,
        title,
        language,
        _made_on(document),
        f"{settings.BITIM_SITE_URL}{address_of(kind, key)}?{question}",
        vantage.number,
        register_day(),
        note % {"number": vantage.number, "day": vantage.on.isoformat()},
    )


def _made_on(document: dict) -> date | None:
    """When the text was made, of those that are texts."""
    if document["kind"] == "agreement":
        return PublishedAgreement.columns_of(document)["made_on"]
    return PublishedLaw.columns_of(document)["adopted_on"] if document["kind"] == "law" else None
