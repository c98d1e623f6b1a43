"""The kinds of record that this room brings."""

KINDS = []
