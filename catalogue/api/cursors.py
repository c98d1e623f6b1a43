"""Pages of a list: each begins after the last row of the one before, however long the list is."""

import base64
import json
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import F, IntegerField, Q, QuerySet
from django.utils.translation import gettext as _

from catalogue.questions import BadQuestion


@dataclass(frozen=True)
class Column:
    """One column of an order; what is not known stands last in either direction."""

    name: str
    is_descending: bool
    is_nullable: bool

    @property
    def expression(self):
        """What the database sorts by. Without nulls nothing is said of them, which indexes like."""
        nulls = {"nulls_last": True} if self.is_nullable else {}
        return F(self.name).desc(**nulls) if self.is_descending else F(self.name).asc(**nulls)

    def after(self, value):
        """The rows that stand after this value, or None where there can be none."""
        if value is None:
            return None
        beyond = Q(**{f"{self.name}__{'lt' if self.is_descending else 'gt'}": value})
        return beyond | Q(**{f"{self.name}__isnull": True}) if self.is_nullable else beyond

    def equal(self, value):
        """The rows that have this value."""
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


class Order:
    """The whole order of a list: the columns asked for, then the one that no two rows share."""

    def __init__(self, model, names, unique="key"):
        columns = [name for name in names if name.lstrip("-") != unique]
        last = f"-{unique}" if f"-{unique}" in names else unique
        self.model = model
        self.columns = [self._column(name) for name in (*columns, last)]

    def _column(self, name):
        plain = name.removeprefix("-")
        return Column(plain, name != plain, self.model._meta.get_field(plain).null)

    @property
    def names(self):
        """The columns that a cursor holds."""
        return [column.name for column in self.columns]

    def page(self, rows: QuerySet, cursor: str) -> QuerySet:
        """The rows in this order, after the cursor if there is one."""
        rows = rows.order_by(*(column.expression for column in self.columns))
        return rows.filter(self._after(self.read(cursor))) if cursor else rows

    def _after(self, values):
        """First by the first column; where that is equal, by the next, and so on."""
        columns = list(zip(self.columns, values, strict=True))
        key, value = columns.pop()
        condition = key.after(value)
        for column, value in reversed(columns):
            equal, after = column.equal(value) & condition, column.after(value)
            condition = equal | after if after else equal
        return condition

    def write(self, values) -> str:
        """The cursor that stands for a row's values of these columns."""
        text = json.dumps(list(values), default=str, separators=(",", ":"), ensure_ascii=False)
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def read(self, cursor):
        """The values in a cursor; refused if it was not given for this order."""
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            if not isinstance(values, list):
                raise TypeError(values)
            return [
                self._value(name, value) for name, value in zip(self.names, values, strict=True)
            ]
        except (ValueError, TypeError, RecursionError, ValidationError) as error:
            sentence = _("This cursor was not given for this question.")
            raise BadQuestion("cursor", sentence) from error

    def _value(self, name, value):
        field = self.model._meta.get_field(name)
        fitting = int if isinstance(field, IntegerField) else str
        if value is None and field.null:
            return None
        if type(value) is not fitting:
            raise ValueError(name)
        if fitting is int:
            field.run_validators(value)
            return value
        # No database keeps half a character, PostgreSQL no NUL.
        if "\0" in value.encode().decode():
            raise ValueError(name)
        return field.to_python(value)
