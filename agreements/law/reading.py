"""The whole answer for one instrument: its status and the standing of every participant."""

from .agreement import status_line
from .evidence import Evidence, laid_out
from .force import entry_into_force
from .non_binding import part_line, text_line
from .participant import standing_line
from .territory import takes_part_by_itself, territory_line
from .values import Force, Instrument, Reading


def reading_of_instrument(instrument: Instrument) -> Reading:
    """What the rules answer about an instrument, for every day there is."""
    e = laid_out(instrument)
    return reading_of_evidence(e, entry_into_force(e))


def reading_of_evidence(e: Evidence, force: Force | None) -> Reading:
    """The same, of an instrument that is laid out and of which the entry into force is known."""
    participants = e.instrument.participants
    if e.instrument.binding != "binding":
        status = text_line(e)
        return Reading(status, {p.ref: part_line(e, p, status) for p in participants})
    status = status_line(e, force)
    whole, parts = [], []
    for participant in participants:
        apart = participant.territory and not takes_part_by_itself(e, participant)
        (parts if apart else whole).append(participant)
    lines = {p.ref: standing_line(e, p, force, status) for p in whole}
    states = {p.actor: lines[p.ref] for p in whole if p.actor and not p.territory}
    return Reading(
        status, lines | {p.ref: territory_line(e, p, states.get(p.actor)) for p in parts}
    )
