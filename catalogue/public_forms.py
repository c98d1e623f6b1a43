"""What every form for the public stands on, since public pages have no account and no cookie.

A form carries a token that was signed when it was drawn; a client is told from others by a keyed
digest, so that few rows come from one; and a field that nobody sees is for programs.
"""

import secrets
import unicodedata
from datetime import datetime, timedelta
from ipaddress import IPv6Network, ip_address

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from catalogue.models import PublicRowQuerySet

FORM_HOLDS = timedelta(days=2)
# The stretch of time in which rows from one client are counted; no digest is kept longer.
A_DAY = timedelta(days=1)
TOO_LONG = _("Write at most %(limit_value)s characters; these are %(show_value)s.")
# Characters that nobody sees, and those among them that lines and languages need.
UNSEEN = ("Cc", "Cf", "Cs")
SEEN = "\n\t\u200c\u200d\u200e\u200f"


class PlainText(forms.CharField):
    """What a reader types: composed (NFC), its line ends single, without what nobody can see."""

    def __init__(self, **options) -> None:
        super().__init__(error_messages={"max_length": TOO_LONG}, **options)

    def to_python(self, value: str | None) -> str:
        """The text in its one stored form; what is far too long is refused as it is."""
        if value and self.max_length and len(value) > 10 * self.max_length:
            return value
        text = (value or "").replace("\r\n", "\n").replace("\r", "\n")
        kept = (one for one in text if one in SEEN or unicodedata.category(one) not in UNSEEN)
        return super().to_python(unicodedata.normalize("NFC", "".join(kept)))


class AddressField(forms.EmailField):
    """An e-mail address, in small letters, so that the same one is found again."""

    def __init__(self, **options) -> None:
        super().__init__(max_length=254, error_messages={"max_length": TOO_LONG}, **options)

    def clean(self, value: str | None) -> str:
        """The address as it is kept."""
        return super().clean(value).lower()


class PublicForm(forms.Form):
    """A form for everybody; `website` is hidden from people, and programs fill it in."""

    website = forms.CharField(required=False)

    @property
    def is_by_a_program(self) -> bool:
        """Whether what nobody sees was filled in, or cannot even be read."""
        return self.cleaned_data.get("website", "x") != ""


def token_for(form: str, *about: str | int) -> str:
    """What a form carries: this site drew it, about this, lately, and only once like this."""
    return signing.dumps([*about, secrets.token_urlsafe(9)], salt=form)


def drawn_about(token: str, form: str, parts: int) -> list | None:
    """What a form was drawn about, in so many parts, and then its own mark.

    None for one that is foreign, too old, or of another release.
    """
    try:
        drawn = signing.loads(token, salt=form, max_age=FORM_HOLDS)
    except signing.BadSignature:
        return None
    return drawn if isinstance(drawn, list) and len(drawn) == parts + 1 else None


def client_of(request: HttpRequest, form: str) -> str:
    """Where a request comes from, so that it can be told from others and not be read.

    Each form has digests of its own: what one client did here and there cannot be joined.
    """
    return salted_hmac(form, _network(request), algorithm="sha256").hexdigest()


def _network(request: HttpRequest) -> str:
    """The address of a client; of IPv6 the network of a household, which has very many."""
    given = _address(request)
    try:
        address = ip_address(given)
    except ValueError:
        return given
    address = getattr(address, "ipv4_mapped", None) or address
    return str(address if address.version == 4 else IPv6Network((int(address), 64), strict=False))


def _address(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies saw; without proxies, the connection's.

    What stands before it in the header came with the request, and may say anything.
    """
    named = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.BITIM_PROXIES
    seen = named[-proxies] if 0 < proxies <= len(named) else ""
    return seen or request.META.get("REMOTE_ADDR", "")


def is_too_often(rows: PublicRowQuerySet, client: str, most: int, now: datetime) -> bool:
    """Whether as many rows as may be came from one client within a day.

    Digests that have served their time are forgotten.
    """
    rows.forget_clients(now - A_DAY)
    return rows.of_client(client, now - A_DAY).count() >= most
