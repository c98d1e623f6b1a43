"""Reading the fact sheets so that nothing in them can be overlooked.

A mapping is read by taking its fields one after the other; what nobody took is refused.
"""

import yaml


class UnmappedWord(ValueError):
    """A word of the facts for which the tables of `facts.words` have no meaning."""

    def __init__(self, file, key, field, word):
        super().__init__(f"{file}: {key}: {field}: the word {word!r} is not in the tables.")
        self.file, self.key, self.field, self.word = file, key, field, word


class UnreadField(ValueError):
    """A field of the facts that no part of the tool takes: it would be dropped."""

    def __init__(self, file, key, fields):
        super().__init__(f"{file}: {key}: nobody reads {', '.join(fields)}.")
        self.file, self.key, self.fields = file, key, fields


class Reading:
    """One mapping of the facts, from which every field must be taken.

    `file` and `key` say where it stands. Used as a context: leaving it without an error refuses
    whatever was not taken, in the mapping or in the parts of it.
    """

    def __init__(self, values, file, key):
        self.file, self.key = file, key
        self._rest = dict(values)
        self._parts = []

    def __enter__(self):
        return self

    def __exit__(self, error_type, error, traceback):
        if error_type is None:
            self.finish()

    def __contains__(self, field):
        return field in self._rest

    def take(self, field, default=None):
        """The value of a field, which counts as read; the default where the facts lack it."""
        value = self._rest.pop(field, default)
        return value.strip() if isinstance(value, str) else value

    def word(self, field, table, default=None):
        """What the table says about the field's word; the default where there is no word.

        Raises UnmappedWord if the table does not know the word.
        """
        word = self.take(field)
        return default if word is None else self.meaning(field, word, table)

    def words(self, field, table):
        """What the table says about each word of a list; no word where there is no list."""
        return [self.meaning(field, word, table) for word in self.take(field) or ()]

    def meaning(self, field, word, table):
        """What the table says about a word that stands in a field. Raises UnmappedWord."""
        try:
            return table[word]
        except (KeyError, TypeError):
            raise UnmappedWord(self.file, self.key, field, word) from None

    def part(self, field):
        """The mapping in a field, to be read in its turn; None where there is none."""
        values = self.take(field)
        return None if values is None else self._part(field, values)

    def parts(self, field):
        """The mappings of a list, each to be read in its turn."""
        values = enumerate(self.take(field) or (), start=1)
        return [self._part(f"{field} {number}", each) for number, each in values]

    def _part(self, field, values):
        part = Reading(values, self.file, f"{self.key}, {field}")
        self._parts.append(part)
        return part

    def finish(self):
        """Refuse what was not read, here or in a part. Raises UnreadField."""
        if self._rest:
            raise UnreadField(self.file, self.key, sorted(self._rest))
        for part in self._parts:
            part.finish()


def readings(directory, file, key="slug"):
    """The mappings of one fact sheet (a YAML list), in its order, each known by its `key`."""
    rows = yaml.safe_load((directory / file).read_text(encoding="utf-8"))
    return [Reading(row, file, row[key]) for row in rows]
