"""The law of treaties as pure functions on plain values.

Nothing here knows of a database, a clock or a web page: `reading_of_instrument` takes an
`Instrument` and answers with the periods of its status and of every participant's standing,
`coming_dates` with what falls due between two days, `current_term` with the term that runs,
`terms_until` with all of them.
`values` holds the words, `reasons` the sentences, the other modules one subject of law each.
"""

from .coming import beginning_of, coming_dates, current_term, terms_until
from .force import day_of_effect, force_found
from .reading import reading_of_instrument

__all__ = [
    "beginning_of",
    "coming_dates",
    "current_term",
    "day_of_effect",
    "force_found",
    "reading_of_instrument",
    "terms_until",
]
