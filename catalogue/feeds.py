"""Atom feeds: entries of the register as a feed reader takes them (RFC 4287)."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.names import address_of, names_at, shown_name
from register.models import Entry
from register.public_record import PublicRecord

LONGEST = 50


def feed_of(request: HttpRequest, public: PublicRecord, about: str, keys=None) -> HttpResponse:
    """The newest entries, with `keys` (a query or a list) those about these records alone."""
    entries = Entry.objects.filter(number__lte=public.number)
    if keys is not None:
        entries = entries.filter(key__in=keys)
    newest = list(entries.defer("document", "reading", "salt").order_by("-number")[:LONGEST])
    address = request.build_absolute_uri()
    feed = Atom1Feed(
        title=f"Bitim: {about}",
        link=f"{settings.BITIM_SITE_URL}{reverse('log')}",
        description="",
        subtitle=_("What was published, corrected and withdrawn."),
        language=get_language(),
        feed_url=address,
        feed_guid=_stable(request.get_full_path()),
        author_name="Bitim",
        feed_copyright="CC BY 4.0",
    )
    _add(feed, public, newest)
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _add(feed: Atom1Feed, public: PublicRecord, entries: Iterable[Entry]) -> None:
    """An item for each entry; its identity is the head of the chain there, and never changes."""
    names = names_at(public, {entry.key for entry in entries})
    for entry in entries:
        event = ", ".join(
            word for word in (entry.get_event_display(), entry.get_nature_display()) if word
        )
        feed.add_item(
            title=f"{shown_name(names, entry.key)} ({event})",
            link=f"{settings.BITIM_SITE_URL}{_address(entry, names)}",
            description=entry.reason or "",
            unique_id=_stable(entry.head),
            pubdate=entry.at,
            updateddate=entry.at,
            categories=[entry.kind],
        )


def _address(entry: Entry, names: dict) -> str:
    """The record as it stood after the entry; of one that is not there, the entry itself."""
    if entry.event == Entry.Event.PUBLISHED and entry.key in names:
        return address_of(entry.kind, entry.key, f"?recorded={entry.number}")
    return reverse("entry", args=[entry.number])


def _stable(text: str) -> str:
    """A name that is the same wherever and whenever it is made."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"bitim:{text}").urn
