"""Organizations: organizations.yaml, with who belongs to them."""

from .parties import NAMES, PARTIES
from .sheet import Sheet
from .words.agreements import LANGUAGES
from .words.editing import edited
from .words.organizations import (
    ACRONYMS,
    ALIASES,
    DONORS,
    IATI_TYPES,
    KINDS,
    KINDS_IN_WORDS,
    MEMBERSHIPS,
    OTHER_DAYS,
    SEATS,
)


def organization_sheets(readings, evidence, findings):
    """One document for each organization."""
    for reading in readings:
        with reading:
            yield _organization(reading, evidence, findings)


def _organization(reading, evidence, findings):
    sheet = Sheet("organization", reading.take("slug"))
    findings.open(sheet)
    reading.take("in_article")  # said by the remarks that the coverage table makes
    _names(reading, sheet, evidence)
    _kind(reading, sheet, evidence)
    _founded(reading, sheet, evidence)
    _seat(reading, sheet, evidence)
    _identifiers(reading, sheet, evidence)
    for membership in reading.parts("memberships"):
        _membership(membership, sheet, evidence)
    evidence.remark(sheet, "note", reading.take("role_in_register"))
    evidence.remark(sheet, "note", reading.take("notes"))
    return sheet


def _names(reading, sheet, evidence):
    sheet.write(names=texts_of(reading.part("name")), website=reading.take("website") or "")
    acronyms = texts_of(reading.part("acronym"))
    for language, words in acronyms.items():
        if words in ACRONYMS:
            acronyms[language], other = ACRONYMS[words]
            sheet.row("aliases", language=language, text=other)
    sheet.write(acronyms=acronyms)
    if sheet.key in ALIASES:
        sheet.row("aliases", **ALIASES[sheet.key])
    status = texts_of(reading.part("name_status"))
    words = "; ".join(f"{language}: {said}" for language, said in status.items())
    evidence.remark(sheet, "wording", words, "names")


def texts_of(part):
    """The texts by language of a mapping such as `title` (`uz_latn` is uz); {} for none."""
    if part is None:
        return {}
    texts = {code: part.take(word) for word, code in LANGUAGES.items()}
    return {code: text for code, text in texts.items() if text}


def _kind(reading, sheet, evidence):
    words = reading.take("kind")
    type, parent, state = reading.meaning("kind", words, KINDS)
    state = DONORS[sheet.key] if type == "donor" else state
    iati_type = reading.word("iati_organisation_type", IATI_TYPES)
    sheet.write(type=type, parent=parent, state=state, iati_type=iati_type)
    if words in KINDS_IN_WORDS:
        evidence.remark(sheet, "wording", words, "type")


def _founded(reading, sheet, evidence):
    founded = reading.part("founded")
    if founded is None:
        return
    sheet.write(founded_on=founded.take("value"))
    sources, confidence = founded.take("source"), founded.take("confidence")
    evidence.cite(sheet, "founded_on", sources, confidence)
    evidence.remark(sheet, "note", founded.take("note"), "founded_on", sources, confidence)


def _seat(reading, sheet, evidence):
    seat = reading.part("headquarters")
    words = seat.take("value")
    sheet.write(seat={"en": words}, seat_state=seat.meaning("value", words, SEATS))
    evidence.cite(sheet, "seat", seat.take("source"), seat.take("confidence"))


def _identifiers(reading, sheet, evidence):
    identifier = reading.part("iati_organisation_identifier")
    if identifier is None:
        return
    value, note = identifier.take("value"), identifier.take("note")
    sources, confidence = identifier.take("source"), identifier.take("confidence")
    for each in [value] if isinstance(value, str) else value or ():
        path = sheet.row("identifiers", scheme="iati", value=each)
        evidence.cite(sheet, path, sources, confidence)
    type = "note" if value else "finding"
    evidence.remark(sheet, type, note, "identifiers", sources, confidence)


def _membership(membership, sheet, evidence):
    party, status = membership.take("party"), membership.take("status")
    actor = membership.meaning("party", party, PARTIES)
    capacity = membership.meaning("status", status, MEMBERSHIPS)
    day, note = membership.take("date"), membership.take("note")
    sources, confidence = membership.take("source"), membership.take("confidence")
    about_day = membership.take("date_confidence")
    if capacity is None:
        _no_membership(sheet, evidence, (party, status, day, note), sources, confidence)
        return
    text = {"en": edited(note)} if note else {}
    fields = {"capacity": capacity, "from": day, "words": status, "text": text}
    path = sheet.row("memberships", actor=actor, **fields)
    evidence.cite(sheet, path, sources, confidence)
    if about_day not in (None, confidence):
        evidence.cite(sheet, f"{path}/from", sources, about_day)
    evidence.cite_mentions(sheet, path, note)
    _other_day(sheet, evidence, path, party)


def _no_membership(sheet, evidence, said, sources, confidence):
    party, status, day, note = said
    words = f"{NAMES[party]}: {status}" + (f", {day}" if day else "")
    words += f" ({note})" if note else ""
    evidence.remark(sheet, "status_as_found", words, "memberships", sources, confidence)


def _other_day(sheet, evidence, path, party):
    if (sheet.key, party) in OTHER_DAYS:
        source, day = OTHER_DAYS[sheet.key, party]
        evidence.cite(sheet, f"{path}/from", source, "reported", says=day)
