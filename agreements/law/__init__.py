"""The law of treaties as pure functions on plain values.

Nothing here knows of a database, a clock or a web page: `reading_of_instrument` takes an
`Instrument` and answers with the periods of its status and of every participant's standing.
`values` holds the words, `reasons` the sentences, the other modules one subject of law each.
"""

from .force import day_of_effect
from .reading import reading_of_instrument

__all__ = ["day_of_effect", "reading_of_instrument"]
