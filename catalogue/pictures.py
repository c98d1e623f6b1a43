"""What the timelines and the map show, and the sentence that each of them says."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from agreements.models import PublishedStanding
from catalogue.answers import Answer, answer_in
from catalogue.bonds import Bond
from catalogue.dates import plain_date
from catalogue.labels import labels
from catalogue.languages import language_of_page, text_for_reader
from catalogue.marks import STANDINGS, STATUSES
from catalogue.names import Name
from catalogue.participation import Participation
from catalogue.partners import BONDS, Partner
from catalogue.timeline import Line, timeline
from catalogue.world_map import UnreadableMap, is_within, view_of, world
from register.partial_dates import PartialDate
from register.public_record import PublicRecord

# As many agreements of a state as a picture can show, and as many signs of a title.
LINES, SIGNS, BEGINNING = 12, 96, 30
log = logging.getLogger(__name__)


class Layer(NamedTuple):
    """All with whom the same holds: what that is, how many they are, and those on the map."""

    bond: str
    words: Promise
    number: int
    drawn: list[tuple[str, str]]


class Map(NamedTuple):
    """The map of a home state: the part of the world to show, the land of others, its own, layers.

    Land is a path; a layer's `drawn` are (key, path). `partners` are the same as a table; `source`
    says by language where the borders are from.
    """

    view: tuple[float, float, float, float]
    land: str
    home: str
    layers: list[Layer]
    partners: Sequence[Partner]
    source: dict[str, str]


def picture_of_agreement(
    document: dict,
    course: dict[str, list[Answer]],
    shown: Iterable[Participation],
    names: dict[str, Name],
    on: date,
) -> dict:
    """The status, and the standings of those shown beside it, each with its acts."""
    lines = [Line(_("The agreement"), course.get("", []), STATUSES, _acts(document, None))]
    for one in shown:
        ref, actor = one.row["ref"], one.row["actor"]
        label, language = _label(_names(names, actor) if actor else one.row["text"], actor)
        line = Line(label, course.get(ref, []), STANDINGS, _acts(document, ref), language)
        lines.append(line)
    return {"picture": timeline(lines, on), "finding": _finding(lines[0], on)}


def picture_of_state(
    public: PublicRecord, bonds: Iterable[Bond], names: dict[str, Name], on: date
) -> dict:
    """The statuses of a state's agreements, those first that come first on its page."""
    keys = list(dict.fromkeys(bond.key for bond in bonds))[:LINES]
    courses = {key: [] for key in keys}
    rows = PublishedStanding.objects.recorded(public.number).of_agreements()
    for row in rows.filter(agreement__in=keys).order_by("agreement", "from_day"):
        courses[row.agreement].append(answer_in(row))
    lines = [
        Line(label, courses[key], STATUSES, language=language)
        for key in keys
        for label, language in [_label(_names(names, key), key)]
    ]
    finding = _("%(count)s agreements and how their status changed.") % {"count": len(lines)}
    return {"picture": timeline(lines, on), "finding": finding}


def _acts(document: dict, participant: str | None) -> list[tuple[date, str]]:
    """The acts of a participant, or of the agreement itself, of which the exact day is known."""
    words, found = labels("agreements.Act.type"), []
    for act in document["acts"]:
        if act["participant"] != participant or act["evidence"] != "shown" or not act["done_on"]:
            continue
        known = PartialDate.parse(act["done_on"])
        if known.earliest == known.latest:
            word = str(words[act["type"]])
            found.append((known.earliest, word[:1].upper() + word[1:]))
    return found


def _finding(line: Line, on: date) -> str:
    """What the picture says: the answer on the page's day."""
    answer = next((each for each in line.answers if each.holds_on(on)), None)
    if answer is None:
        return _("No status has been worked out.")
    word = str(line.words[answer.status].word)
    if answer.since is None:
        return _("On %(day)s: %(status)s.") % {"day": plain_date(on), "status": word}
    values = {"day": plain_date(on), "status": word, "since": plain_date(answer.since)}
    return _("On %(day)s: %(status)s, since %(since)s.") % values


def _names(names: Mapping[str, Name], key: str) -> Mapping[str, str]:
    return names[key].texts if key in names else {}


def _label(texts: Mapping[str, str], otherwise: str | None) -> tuple[str, str]:
    """What a line is called, shortened, and the language of that if it is not the page's."""
    language, text = text_for_reader(texts) or (language_of_page(), otherwise or "")
    return _short(text), "" if language == language_of_page() else language


def _short(text: str) -> str:
    """A long title without its middle: bilateral ones begin alike and differ at their end."""
    if len(text) <= SIGNS:
        return text
    head, tail = (
        text[:BEGINNING].rpartition(" ")[0],
        text[BEGINNING - SIGNS + 3 :].partition(" ")[2],
    )
    return f"{head} … {tail}"


def map_of_partners(home: str, partners: Sequence[Partner]) -> Map | None:
    """The home state and everybody with whom it has a bilateral instrument, on the map.

    None where no map can be drawn from the file of borders; the log says why.
    """
    try:
        borders = world(settings.REGISTER_MAP_FILE)
    except UnreadableMap as error:
        log.error("The map is left out: %s", error)
        return None
    marked = {home, *(one.key for one in partners)}
    view = view_of(borders.outlines, marked)
    seen = {each.key: each.path for each in borders.outlines if is_within(each.box, view)}
    land = "".join(path for key, path in seen.items() if key not in marked)
    layers = [_layer(bond, partners, seen) for bond in BONDS]
    return Map(
        view, land, seen.get(home, ""), [one for one in layers if one.number], partners,
        borders.source,
    )  # fmt: skip


def _layer(bond: str, partners: Iterable[Partner], seen: dict[str, str]) -> Layer:
    keys = [one.key for one in partners if one.bond == bond]
    drawn = [(key, seen[key]) for key in keys if key in seen]
    return Layer(bond, BONDS[bond], len(keys), drawn)
