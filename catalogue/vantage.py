"""From where a page looks at the register: as it stood after which entry, and on which day."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from catalogue.freshness import question_in, register_day
from catalogue.questions import BadQuestion, day, whole_number
from register.models import Entry, Head

# The two axes of time, which every page of a record and every list of records can be asked for.
TIME = ("on", "recorded")


@dataclass(frozen=True)
class Vantage:
    """The entry after which a page shows the register, and the day on which it shows the law.

    `newest` is the head as it stands now. `question` are the parameters that the page reads, the
    entry given by its number; `asked` are those of the two axes that lead away from now.
    """

    number: int
    digest: str
    at: datetime | None
    newest: Head
    on: date
    question: QueryDict = field(default_factory=QueryDict)
    asked: tuple[str, ...] = ()

    @property
    def kept(self) -> str:
        """What a link to another page takes along, so that it shows the same state and day."""
        return _query(self.question, [name for name in self.question if name not in self.asked])

    @property
    def kept_day(self) -> str:
        """The same for a page that knows the newest state only: the day alone."""
        kept = {"on"} & set(self.asked)
        return _query(self.question, [name for name in self.question if name not in kept])

    @property
    def names_entry(self) -> bool:
        """Whether the reader asked for the register as it stood after an entry."""
        return "recorded" in self.asked

    @property
    def names_day(self) -> bool:
        """Whether the reader asked for another day than today."""
        return self.on != register_day()

    @property
    def at_newest_entry(self) -> str:
        """The same question, asked of the newest state."""
        return _query(self.question, ["recorded", "page"])

    @property
    def on_this_day(self) -> str:
        """The same question, asked for today."""
        return _query(self.question, ["on", "page"])


def _query(question: QueryDict, left_out: list[str]) -> str:
    """The end of an address: the question without these parameters, "" if nothing is left."""
    rest = question.copy()
    for name in left_out:
        rest.pop(name, None)
    return f"?{rest.urlencode()}" if rest else ""


def from_now(newest: Head, question: QueryDict | None = None) -> Vantage:
    """The newest state of the register, and the law as on this day, whatever was asked besides."""
    here = (newest.number, newest.digest, newest.at, newest, register_day())
    return Vantage(*here, QueryDict() if question is None else question)


def vantage_asked(given: QueryDict, newest: Head, known: tuple[str, ...]) -> Vantage:
    """The state and the day that `?recorded=` and `?on=` ask for, else the newest, else today.

    Raises `BadQuestion` for what is neither an entry of the register nor a day.
    """
    question, here = question_in(given, known), from_now(newest)
    today = here.on
    on = (day(question, "on") if "on" in known else None) or today
    entry = _entry_asked(question, newest) if "recorded" in known else None
    asked = ("on",) if "on" in question and (entry or on != today) else ()
    if entry is None:
        return Vantage(newest.number, newest.digest, newest.at, newest, on, question, asked)
    question["recorded"] = str(entry.number)
    asked = (*asked, "recorded")
    return Vantage(entry.number, entry.head, entry.at, newest, on, question, asked)


def _entry_asked(question: QueryDict, newest: Head) -> Entry | None:
    """The entry that `recorded` names by its number or by a day; None if it names none."""
    text = question.get("recorded", "").strip()
    if not text:
        return None
    if "-" in text[1:]:
        return _last_entry_of(day(question, "recorded"))
    number = whole_number(question, "recorded")
    if number > newest.number:
        sentence = _("There is no entry %(asked)s yet: the newest is number %(newest)s.")
        raise BadQuestion("recorded", sentence % {"asked": number, "newest": newest.number})
    return _entries().get(number=number)


def _last_entry_of(asked: date) -> Entry:
    """The last entry made on or before a day where the register is kept."""
    zone = ZoneInfo(settings.REGISTER_TIME_ZONE)
    end = datetime.combine(min(asked, register_day()), time.max, zone)
    entry = _entries().filter(at__lte=end).order_by("-number").first()
    if entry is None:
        sentence = _("The register had no entry yet on %(day)s.")
        raise BadQuestion("recorded", sentence % {"day": asked.isoformat()})
    return entry


def _entries():
    """Entries with what the chain says of them, without their texts."""
    return Entry.objects.only("number", "head", "at")
