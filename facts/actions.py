"""What the parties did: `party_actions`, each an act or, where it is none, a cited remark."""

from dataclasses import dataclass

from .citing import newest_day
from .parties import NAMES, PARTIES
from .reading import UnmappedWord
from .words.acts import (
    ACTIONS,
    CLAIMS,
    DOMESTIC_ACTS,
    EFFECTIVE,
    LETTERS,
    NO_ACTS,
    NONE_SHOWN,
    SIGNING_BODIES,
)
from .words.editing import edited

_BY_WORDS = {"none": NONE_SHOWN, "claim": CLAIMS}


@dataclass(frozen=True)
class Action:
    """One party action as the facts state it; `act` is None where it makes no act."""

    party: str
    actor: str
    action: str
    words: str
    act: dict | None
    date: str | None
    as_at: str | None
    letter: str
    note: str
    party_text: str
    sources: list
    confidence: str

    @property
    def names_a_body(self):
        """Whether the note on this action names who signed instead of telling about the act."""
        return self.note in SIGNING_BODIES


def read_actions(reading):
    """The party actions of an instrument, in the order of the facts."""
    return [_action(part) for part in reading.parts("party_actions")]


def _action(part):
    party, action, words = part.take("party"), part.take("action"), part.take("action_text")
    return Action(
        party=party,
        actor=part.meaning("party", party, PARTIES),
        action=action,
        words=words,
        act=_act(part, action, words),
        date=part.take("date"),
        as_at=part.take("as_at"),
        letter=_letter(part, action),
        note=part.take("note", ""),
        party_text=part.take("party_text", ""),
        sources=part.take("source"),
        confidence=part.take("confidence"),
    )


def _act(part, action, words):
    if action in NO_ACTS:
        return None
    if action in _BY_WORDS:
        return part.meaning("action_text", words, _BY_WORDS[action])
    return part.meaning("action", action, ACTIONS)


def _letter(part, action):
    letter = part.take("untc_notation", "")
    if letter and part.meaning("untc_notation", letter, LETTERS) != action:
        raise UnmappedWord(part.file, part.key, "untc_notation", f"{letter} for {action}")
    return letter


def write_actions(actions, adopted, sheet, participants, evidence):
    """Write the acts and remarks; answers the paths of the acts as pairs (action, path)."""
    paths = []
    for action in actions:
        if action.act is None:
            _remark(action, sheet, evidence)
        else:
            paths.append((action, _write(action, adopted, sheet, participants, evidence)))
    return paths


def _write(action, adopted, sheet, participants, evidence):
    text = "" if action.names_a_body else action.note
    domestic = DOMESTIC_ACTS.get(action.words)
    participant = participants.ref(action.actor)
    path = sheet.row(
        "acts",
        participant=participant,
        done_on=action.date,
        effective_on=EFFECTIVE.get(action.note),
        as_at=action.as_at or newest_day(action.sources),
        place=adopted.place_of(action),
        letter=action.letter,
        words=action.words,
        law_text={"en": domestic} if domestic else {},
        text={"en": edited(text)} if text else {},
        **action.act,
    )
    evidence.cite(sheet, path, action.sources, action.confidence)
    evidence.cite_mentions(sheet, path, action.note)
    if action.names_a_body:
        fields = {"participant": participant, "role": "signing"}
        body = sheet.row("bodies", text={"en": action.note}, **fields)
        evidence.cite(sheet, body, action.sources, action.confidence)
    return path


def _remark(action, sheet, evidence):
    type, begins = NO_ACTS[action.action]
    said = f"{begins} ({action.words})" if begins not in ("", action.words) else action.words
    words = f"{NAMES[action.party]}: {said}"
    words += f", {action.date}" if action.date else ""
    words += f"; {action.note}" if action.note else ""
    words += f"; as at {action.as_at}" if action.as_at else ""
    evidence.remark(sheet, type, words, "acts", action.sources, action.confidence)
