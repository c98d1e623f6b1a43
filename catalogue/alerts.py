"""Public alerts: asking for one, confirming it, leaving, and what each is about.

There is no account, no session and no cookie: forms and links carry signed tokens.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core import signing
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from agreements.filters import AgreementFilterSet
from catalogue.freshness import question_in, register_day
from catalogue.mailing import link_to, message
from catalogue.models import Alert
from catalogue.names import names_at, shown_name
from catalogue.public_forms import A_DAY, drawn_about, token_for
from register.models import Head
from register.public_record import PublicRecord

FORM, CONFIRM, LEAVE = "catalogue.alerts.form", "catalogue.alerts.confirm", "catalogue.alerts.leave"
LINK_HOLDS = timedelta(days=7)
# How many wishes may come from one client, and how many messages go to one address, in a day.
FROM_CLIENT, TO_ADDRESS = 20, 5


class Subject(NamedTuple):
    """What an alert is about, and what that is called."""

    kind: str
    about: str
    called: str


def subject_asked(question: QueryDict, number: int) -> Subject | None:
    """What an address asks to be told of: a state, an agreement, or a list; None for nothing."""
    public = PublicRecord(number)
    for name, kinds in (("state", ("state", "organization")), ("agreement", ("agreement",))):
        key = question.get(name, "")
        if key and public.kinds_of([key]).get(key) in kinds:
            return Subject(name, key, shown_name(names_at(public, [key]), key))
    if question.get("state") or question.get("agreement"):
        return None
    filters = question_in(QueryDict(question.get("query", "")), AgreementFilterSet.base_filters)
    given = QueryDict(mutable=True)
    for name in sorted(filters):
        given.setlist(name, sorted(filters.getlist(name)))
    asked = AgreementFilterSet(given, number=number, on=register_day())
    text = given.urlencode()
    if not asked.is_valid() or len(text) > 500:
        return None
    words = _("the agreements that fit %(query)s") if text else _("all agreements")
    return Subject("query", text, words % {"query": text})


def form_token(subject: Subject) -> str:
    """What the form carries instead of a cookie: it was this site that drew it, lately."""
    return token_for(FORM, subject.kind, subject.about)


def subject_of(token: str, number: int) -> Subject | None:
    """The subject that a form was drawn for, None for a form that is foreign or too old."""
    drawn = drawn_about(token, FORM, 2)
    return _subject(drawn[0], drawn[1], number) if drawn else None


def called(alert: Alert, number: int) -> str:
    """What an alert is about, in words; after its record has gone, the record's key."""
    subject = _subject(alert.kind, alert.about, number)
    return " ".join(subject.called.split()) if subject else alert.about


def _subject(kind: str, about: str, number: int) -> Subject | None:
    question = QueryDict(mutable=True)
    question[kind] = about
    return subject_asked(question, number)


def ask(subject: Subject, address: str, language: str, client: str, now: datetime) -> bool:
    """Keep the wish and send the message with the link that confirms it.

    Who is told already, and who was sent too many such messages today, gets none; the answer on
    the page is the same. Returns whether a message was handed over.
    """
    wishes = Alert.objects.filter(address=address)
    lately = wishes.filter(confirmed_at=None, asked_at__gte=now - A_DAY).count()
    same = {"address": address, "kind": subject.kind, "about": subject.about}
    known = Alert.objects.filter(**same).first()
    if lately >= TO_ADDRESS or (known and known.confirmed_at):
        return False
    alert, _is_new = Alert.objects.update_or_create(
        **same, defaults={"language": language, "asked_at": now, "client": client}
    )
    link = link_to("alert-confirm", signing.dumps(alert.pk, salt=CONFIRM))
    lines = [
        _("Somebody, perhaps you, asked Bitim to write to this address when this changes:"),
        f"  {subject.called}",
        "",
        _("If it was you, open this link and confirm; it holds for seven days:"),
        f"  {link}",
        "",
        _("If it was not you, do nothing: you will hear no more."),
    ]
    message(_("Bitim: please confirm"), lines, address).send()
    return True


def alert_of(token: str, salt: str, holds: timedelta | None = None) -> Alert | None:
    """The alert that a link is about, None if the link is foreign, too old, or the alert gone."""
    try:
        number = signing.loads(token, salt=salt, max_age=holds)
    except signing.BadSignature:
        return None
    return Alert.objects.filter(pk=number).first()


@transaction.atomic
def confirm(alert: Alert, now: datetime) -> None:
    """Let the alert begin: what was published so far is not told. Safe to do twice."""
    waiting = Alert.objects.select_for_update().filter(pk=alert.pk, confirmed_at=None)
    waiting.update(confirmed_at=now, client="", told_until=Head.newest().number)


def leaving_link(alert: Alert) -> str:
    """The address at which one click ends the alert; it holds for as long as the alert does."""
    return link_to("alert-leave", signing.dumps(alert.pk, salt=LEAVE))
