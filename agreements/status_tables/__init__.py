"""Participant tables of depositaries, read as plain values.

`read_table` takes the text of a table as it was pasted and answers with a `Table`: its rows, and
whatever could not be read. `values` holds the shapes, `delimiters` cuts a text into cells, `heads`
says what a column means, `dates` and `cells` read what stands in it, `names` clean a name.
"""

from .reading import read_table
from .values import Reason, Table, TableAct, TableRow, Unread

__all__ = ["Reason", "Table", "TableAct", "TableRow", "Unread", "read_table"]
