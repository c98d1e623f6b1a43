"""A made-up register of many agreements, written straight into the rows that the public reads."""

import random
from datetime import date, timedelta

import orjson
from django.core.management import call_command
from django.db import connection, transaction

from agreements.models import PublishedAgreement, PublishedStanding, PublishedSubject
from agreements.models.standing import FIRST_DAY, LAST_DAY
from bench.wording import LANGUAGES, titled, told
from organizations.models import PublishedState
from register.models import Head, PublishedName, PublishedReference, PublishedSource

STATES = [f"S{number:02d}" for number in range(195)]
SUBJECTS = [f"subject-{number}" for number in range(20)]
LARGE, LARGE_EVERY = 190, 100
SMALL, WEIGHTS = (2, 3, 4), (90, 8, 2)
BATCH = 2000
EMPTY_TEXT = (
    "form_note", "reach", "level", "binding", "binding_says", "disclosure", "disclosure_note",
    "address", "text_address",
)  # fmt: skip
EMPTY_TEXTS = ("region", "depositary_text", "secretariat_text", "original_held")
EMPTY_LISTS = (
    "gcm_objectives", "sdg_targets", "identifiers", "authentic_languages", "bodies",
    "relations", "documents", "commitments", "tallies",
)  # fmt: skip
REMARK = "As long as a remark about what was looked for and what was found tends to be. " * 12
FORMS = ("agreement", "treaty", "convention", "protocol", "memorandum")
LEVELS = ("interstate", "intergovernmental", "interagency")
REASON = '{"article":"VCLT 24","code":"entered_into_force"}'


def fill(count, seed=1951):
    """Write `count` agreements, with everything they refer to, into a new database."""
    call_command("migrate", verbosity=0)
    chance = random.Random(seed)
    _write_others()
    for start in range(0, count, 500):
        numbers = range(start, min(start + 500, count))
        _write([_agreement(chance, number) for number in numbers])
    _write_head(count)


def fill_periods(count, seed=1951):
    """Write the period rows of `count` agreements alone, into a new database."""
    call_command("migrate", verbosity=0)
    chance = random.Random(seed)
    names = [field.column for field in PublishedStanding._meta.fields if not field.primary_key]
    marks = ", ".join(["%s"] * len(names))
    table = PublishedStanding._meta.db_table
    insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
    with transaction.atomic(), connection.cursor() as cursor:
        for start in range(0, count, BATCH):
            numbers = range(start, min(start + BATCH, count))
            periods = (row for n in numbers for row in _periods(*_outline(chance, n)))
            values = ([getattr(row, name) for name in names] for row in periods)
            cursor.executemany(insert, list(values))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def fill_words(count, seed=1951):
    """Write `count` agreements with words in four languages, and who is bound when."""
    call_command("migrate", verbosity=0)
    chance = random.Random(seed)
    _write_others()
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        agreements = [_worded(chance, number) for number in numbers]
        PublishedAgreement.objects.bulk_create(map(_row, agreements))
        references = [row for each in agreements for row in _references(*each)]
        PublishedReference.objects.bulk_create(references, batch_size=BATCH)
        periods = [row for key, actors, day, _ in agreements for row in _course(key, actors, day)]
        PublishedStanding.objects.bulk_create(periods, batch_size=BATCH)
    _write_head(count)


def _write_head(count):
    """The head, and what the database learns of its tables."""
    Head.objects.filter(pk=1).update(number=count + 500, digest="f" * 64)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _worded(chance, number):
    """An agreement with titles of its own in four languages, and remarks."""
    key, actors, day, document = _agreement(chance, number)
    document["titles"] = [
        _title(n, language, titled(chance, language, number))
        for n, language in enumerate(LANGUAGES, start=1)
    ]
    document["remarks"][0]["text"] = {"en": told(chance, "en"), "ru": told(chance, "ru")}
    document["authentic_languages"] = chance.sample(LANGUAGES, 2)
    document["gcm_objectives"] = [str(chance.randint(1, 23))]
    document |= {"form": chance.choice(FORMS), "level": chance.choice(LEVELS), "citations": []}
    return key, actors, day, document


def _course(key, actors, day):
    """The periods of an agreement and its participants: signed, in force, of every third the end.

    In one of many, participants follow every two months, and every tenth leaves after ten years.
    """
    end = day.replace(year=day.year + 30) if day.toordinal() % 3 == 0 else LAST_DAY
    course = [("signed_not_in_force", FIRST_DAY, day), ("in_force", day, end)]
    if end != LAST_DAY:
        course.append(("expired", end, LAST_DAY))
    yield from (_period(key, "", "", day, *each) for each in course)
    for n, actor in enumerate(actors):
        since = day + timedelta(60 * n if len(actors) == LARGE else 0)
        until = since + timedelta(3650) if n % 10 == 9 else end
        standings = [("contracting", FIRST_DAY, since), ("party", since, min(until, end))]
        standings.append(("former_party", until, LAST_DAY))
        for standing in standings:
            if standing[1] < standing[2]:
                yield _period(key, f"participant-{n + 1:03d}", actor, day, *standing)


def _outline(chance, number):
    """The key, participants and day of entry into force of one agreement."""
    size = LARGE if number % LARGE_EVERY == 0 else chance.choices(SMALL, WEIGHTS)[0]
    actors = chance.sample(STATES, size)
    day = date(chance.randint(1950, 2025), chance.randint(1, 12), chance.randint(1, 28))
    return f"{'-'.join(actors[:2]).lower()}-{day.year}-{number:06d}", actors, day


def _agreement(chance, number):
    """The same with its document."""
    key, actors, day = _outline(chance, number)
    subjects = chance.sample(SUBJECTS, 2)
    return key, actors, day, _document(key, number, actors, day.isoformat(), subjects)


def _document(key, number, actors, day, subjects):
    words = "Agreement on cooperation in matters of migration and readmission"
    acts = range(1, 2 * len(actors) + 1)
    return {
        **dict.fromkeys(EMPTY_TEXT, ""),
        **{name: {} for name in EMPTY_TEXTS},
        **{name: [] for name in EMPTY_LISTS},
        "kind": "agreement",
        "schema": 2,
        "key": key,
        "titles": [_title(1, "en", f"{words}, {number}"), _title(2, "ru", f"Соглашение {number}")],
        "form": "agreement",
        "scope": "bilateral" if len(actors) == 2 else "multilateral",
        "binding": "binding",
        "subjects": sorted(subjects),
        "depositary": None,
        "secretariat": None,
        "clauses": _clauses(number, len(actors), day),
        "participants": [_participant(n, actor) for n, actor in enumerate(actors, start=1)],
        "acts": [_act(n, len(actors), day) for n in acts],
        "remarks": [{"ref": "remark-001", "type": "note", "about": "", "text": {"en": REMARK}}],
        "citations": [_citation(n) for n in acts],
    }


def _title(number, language, text):
    ref = f"title-{number:03d}"
    return {"ref": ref, "type": "official", "language": language, "text": text, "note": ""}


# Every kind of clause: entry into force, duration, renewal, notice, and those of conventions.
FORCE = (
    ("on_signature", ""), ("last_notification", "P30D"), ("exchange_of_instruments", "P0D"),
    ("nth_deposit", "P90D"), ("first_of_month_after", "P3M"), ("fixed_day", ""),
    ("share_of_deposits", "P30D"), ("named_participants", "P60D"),
)  # fmt: skip
TERMS = (
    (("indefinite", ""), ("", ""), ("after_receipt", "P6M")),
    (("fixed", "P5Y"), ("tacit", "P5Y"), ("before_end", "P6M")),
    (("fixed", "P20Y"), ("tacit", "P1Y"), ("before_end", "P3M")),
    (("fixed", "P3Y"), ("by_agreement", "P3Y"), ("before_end", "P3M")),
    (("fixed", "P10Y"), ("none", ""), ("end_of_calendar_year", "P1Y")),
    (("until", ""), ("tacit", "P2Y"), ("before_end", "P1M")),
)


def _clauses(number, actors, day):
    """The clauses of one agreement, of every kind in turn."""
    rule, period = FORCE[number % len(FORCE)]
    duration, renewal, notice = TERMS[number % len(TERMS)]
    found = [("entry_into_force", rule, period), ("duration", *duration), ("renewal", *renewal)]
    found += [("notice", *notice), ("later_parties", "after_deposit", "P30D")]
    if actors > 2:
        found.append(("fewest_parties", "ends_below", ""))
    return [
        {
            "ref": f"clause-{place:03d}",
            "type": kind,
            "rule": rule,
            "count": max(1, actors // 2),
            "share": "2/3" if rule == "share_of_deposits" else "",
            "period": period,
            "day": day if rule in ("fixed_day", "until") else None,
            "article": "",
            "text": {},
        }
        for place, (kind, rule, period) in enumerate(found, start=1)
        if rule
    ]


def documents(count, seed=1951):
    """The documents of `count` agreements, as `fill` writes them."""
    chance = random.Random(seed)
    return [_agreement(chance, number)[3] for number in range(count)]


def _participant(number, actor):
    return {
        "ref": f"participant-{number:03d}",
        "actor": actor,
        "text": {},
        "side": None,
        "role": "",
        "territory": {},
        "named": False,
    }


def _act(number, participants, day):
    return {
        "ref": f"act-{number:03d}",
        "participant": f"participant-{(number - 1) % participants + 1:03d}",
        "type": "signature" if number <= participants else "ratification",
        "evidence": "shown",
        "done_on": day,
        "effective_on": None,
        "as_at": None,
        "place": {},
        "letter": "",
        "words": "",
        "vote": "",
        "predecessor": None,
        "law": None,
        "law_text": {},
        "concerns": None,
        "text": {},
    }


def _citation(number):
    return {
        "ref": f"citation-{number:03d}",
        "path": f"acts/act-{number:03d}/done_on",
        "source": "depositary",
        "locator": "Chapter XVIII, status table",
        "confidence": "verified",
        "as_at": "2025-11-20",
        "says": "",
        "note": "",
    }


def _write(agreements):
    """The rows, names, references and periods of some agreements, as publishing writes them."""
    PublishedAgreement.objects.bulk_create(map(_row, agreements))
    PublishedName.objects.bulk_create(_name("agreement", each[0]) for each in agreements)
    references = [row for each in agreements for row in _references(*each)]
    PublishedReference.objects.bulk_create(references, batch_size=BATCH)
    periods = [row for each in agreements for row in _periods(*each[:3])]
    PublishedStanding.objects.bulk_create(periods, batch_size=BATCH)


def _row(agreement):
    key, _actors, day, document = agreement
    return PublishedAgreement(
        key=key,
        said_from=_number_in(key),
        document=_json(document),
        title=document["titles"][0]["text"].casefold(),
        form=document["form"],
        scope=document["scope"],
        reach="",
        level="",
        binding="binding",
        disclosure="public",
        identifiers="",
        languages="".join(f"\n{each}\n" for each in document["authentic_languages"]),
        made_on=day,
    )


def _number_in(key):
    return int(key.rpartition("-")[2]) + 500


def _name(kind, key, number=1):
    texts = _json({"en": f"The name of {key}", "ru": f"Название {key}", "uz": f"{key} nomi"})
    return PublishedName(kind=kind, key=key, given_by=key, texts=texts, said_from=number)


def _references(key, actors, _day, document):
    targets = [("participants.actor", actor) for actor in actors]
    targets += [("subjects", subject) for subject in document["subjects"]]
    for field, target in [*targets, ("citations.source", "depositary")]:
        yield PublishedReference(
            kind="agreement", key=key, field=field, target=target, said_from=_number_in(key)
        )


def _periods(key, actors, day):
    refs = {"": ""} | {f"participant-{n:03d}": actor for n, actor in enumerate(actors, start=1)}
    for ref, actor in refs.items():
        before, after = ("signed_not_in_force", "in_force") if not ref else ("contracting", "party")
        for period in ((before, FIRST_DAY, day), (after, day, LAST_DAY)):
            yield _period(key, ref, actor, day, *period)


def _period(key, ref, actor, checked, status, start, end):
    return PublishedStanding(
        agreement=key,
        participant=ref,
        actor=actor,
        status=status,
        from_day=start,
        until_day=end,
        reason=REASON,
        act="act-001",
        checked=checked,
        said_from=_number_in(key),
    )


def _write_others():
    """States, subjects and the one source."""
    PublishedState.objects.bulk_create(
        PublishedState(key=key, said_from=n, document=_json(_state(key)), name=key, is_former=False)
        for n, key in enumerate(STATES, start=1)
    )
    PublishedSubject.objects.bulk_create(
        PublishedSubject(key=key, said_from=1, document=_json(_subject(key)), parent="", position=1)
        for key in SUBJECTS
    )
    PublishedSource.objects.create(
        key="depositary", said_from=1, document=_json(_source()), type="depositary"
    )
    named = [("state", key) for key in STATES] + [("subject", key) for key in SUBJECTS]
    PublishedName.objects.bulk_create(_name(*each) for each in [*named, ("source", "depositary")])


def _state(key):
    names = {"en": f"State {key}", "ru": f"Государство {key}", "uz": f"{key} davlati"}
    return {"kind": "state", "key": key, "names": names, "official_names": {}, "aliases": []}


def _subject(key):
    return {"kind": "subject", "key": key, "names": {"en": key.replace("-", " ")}}


def _source():
    return {"kind": "source", "key": "depositary", "title": {"en": "The depositary"}}


def _json(value):
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
