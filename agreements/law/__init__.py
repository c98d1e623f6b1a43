"""The law of treaties as pure functions on plain values.

Nothing here knows of a database, a clock or a web page: `reading_of_instrument` takes an
`Instrument` and answers with the periods of its status and of every participant's standing,
`coming_dates` with what falls due between two days, `current_term` with the term that runs,
`life_of` with all of it at once.
`values` holds the words, `reasons` the sentences, the other modules one subject of law each.
"""

from .coming import coming_dates, current_term, life_of
from .force import day_of_effect, force_found
from .reading import reading_of_instrument

__all__ = [
    "coming_dates",
    "current_term",
    "day_of_effect",
    "force_found",
    "life_of",
    "reading_of_instrument",
]
