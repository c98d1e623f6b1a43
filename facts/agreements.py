"""Agreements: instruments.yaml, each with its parties, acts, terms and relations."""

from .actions import read_actions, write_actions
from .adoption import read_adopted, write_adoption, write_entry_into_force, write_signature
from .later_parties import write_later_parties
from .organizations import texts_of
from .participants import Participants, write_bodies
from .sheet import Sheet
from .terms import write_counts, write_duration, write_limits
from .words.agreements import (
    ADDRESSES,
    BINDING,
    BINDING_AS_PUBLISHED,
    DEPOSITARIES,
    FORM_NOTES,
    FORMS,
    LANGUAGES,
    LEVELS,
    REACHES,
    SCOPES,
    SUBJECTS,
    TITLES,
)
from .words.editing import edited

_NOT_A_PARTY = "not a party"
_NO_TEXT = "No address of a text is known; nothing says that it is withheld."


def agreement_sheets(readings, evidence, findings, relations):
    """One document for each instrument; its relations are gathered for `relations` to write."""
    for reading in readings:
        with reading:
            yield _agreement(reading, evidence, findings, relations)


def _agreement(reading, evidence, findings, relations):
    sheet = Sheet("agreement", reading.take("slug"))
    findings.open(sheet)
    reading.take("in_article")  # said by the remarks that the coverage table makes
    sources, confidence = reading.take("sources"), reading.take("confidence")
    evidence.cite(sheet, "", sources, confidence)
    _titles(reading, sheet, evidence)
    _classes(reading, sheet)
    _subjects(reading, sheet, evidence)
    _addresses(reading, sheet)
    _identifiers(reading, sheet, evidence)
    _keepers(reading, sheet, evidence)
    _doings(reading, sheet, evidence, confidence)
    relations.gather(reading, sheet)
    _words(reading, sheet, evidence, confidence)
    return sheet


def _doings(reading, sheet, evidence, confidence):
    actions = read_actions(reading)
    participants = Participants(sheet, actions)
    adopted = read_adopted(reading, sheet, actions)
    write_adoption(adopted, sheet, evidence)
    write_entry_into_force(reading.part("entry_into_force"), sheet, evidence, confidence)
    paths = write_actions(actions, adopted, sheet, participants, evidence)
    write_signature(adopted, paths, sheet, evidence)
    write_bodies(reading, sheet, participants)
    participants.add_named(evidence)
    write_duration(reading, sheet, evidence)
    write_later_parties(sheet, evidence)
    write_counts(reading, sheet, participants, evidence, confidence)
    write_limits(reading, sheet)


def _titles(reading, sheet, evidence):
    titles, statuses = texts_of(reading.part("title")), reading.part("title_status")
    for word, language in LANGUAGES.items():
        status = statuses.take(word) if statuses else None
        type, note = reading.meaning("title_status", status, TITLES)
        if language in titles:
            fields = {"type": type, "language": language, "note": note}
            path = sheet.row("titles", text=titles[language], **fields)
            evidence.cite_mentions(sheet, path, status)
    sheet.row("titles", type="short", language="en", text=reading.take("short_title"))


def _classes(reading, sheet):
    form = reading.take("type")
    reach, region = reading.word("reach", REACHES)
    binding = reading.word("binding", BINDING, "not_known")
    sheet.write(
        form=reading.meaning("type", form, FORMS),
        form_note=FORM_NOTES.get(form, ""),
        scope=reading.word("level", SCOPES),
        reach=reach,
        region=region,
        level=reading.word("legal_class_uz", LEVELS, ""),
        binding=BINDING_AS_PUBLISHED.get(sheet.key, binding),
        binding_says=reading.take("binding_note", ""),
    )


def _subjects(reading, sheet, evidence):
    sheet.write(subjects=sorted(reading.words("subjects", SUBJECTS)))
    evidence.remark(sheet, "note", reading.take("subject_note"), "subjects")


def _addresses(reading, sheet):
    address, text_address = reading.take("official_url") or "", reading.take("text_url", "")
    if address in ADDRESSES:
        address, identifier = ADDRESSES[address]
        sheet.row("identifiers", **identifier)
    note = "" if address or text_address else _NO_TEXT
    sheet.write(
        address=address, text_address=text_address, disclosure="public", disclosure_note=note
    )


def _identifiers(reading, sheet, evidence):
    unts, chapter = reading.part("unts"), reading.take("untc_ref")
    if unts is not None:
        volume, page = unts.take("volume"), unts.take("page")
        path = sheet.row(
            "identifiers",
            scheme="unts",
            value=f"I-{unts.take('registration_no')}",
            issuer="United Nations",
            volume=str(volume or ""),
            page=str(page or ""),
        )
        note = edited(unts.take("source_note", ""))
        evidence.cite(sheet, path, unts.take("source"), unts.take("confidence"), note=note)
    if chapter:
        sheet.row("identifiers", scheme="mtdsg", value=chapter, issuer="United Nations")


def _keepers(reading, sheet, evidence):
    for role in ("depositary", "secretariat"):
        keeper = reading.part(role)
        if keeper is None:
            continue
        key, words = keeper.take("organization"), keeper.take("text")
        evidence.cite_mentions(sheet, role, words)
        if key is None and role == "depositary":
            key, words = keeper.meaning("text", words, DEPOSITARIES)
        sheet.write(**{role: key, f"{role}_text": {"en": words} if words else {}})


def _words(reading, sheet, evidence, confidence):
    """What is said of the whole: the status as found, the article's words, notes."""
    evidence.remark(sheet, "status_as_found", _about_uzbekistan(reading, sheet))
    claim, note = reading.take("article_claim"), reading.take("article_note")
    if claim:
        words = f"In the article: {claim}"
        evidence.remark(sheet, "claim_of_source", words, "", "ART", "reported")
    by_article = "reported" if (note or "").startswith("the article") else None
    evidence.remark(sheet, "note", note, "", "ART", by_article)
    evidence.remark(sheet, "finding", reading.take("note"))


def _about_uzbekistan(reading, sheet):
    """The status as found; "not a party" never stands without the day up to which it was seen."""
    words = reading.take("uzbekistan_status")
    if words == _NOT_A_PARTY:
        days = [act["as_at"] for act in sheet["acts"] if _says_none_of_uzbekistan(act, sheet)]
        words += f" (none shown as at {max(days)})"
    return f"Uzbekistan: {words}"


def _says_none_of_uzbekistan(act, sheet):
    actors = {row["ref"]: row["actor"] for row in sheet["participants"]}
    return act["evidence"] == "none_shown" and actors.get(act["participant"]) == "UZB"
