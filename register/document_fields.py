"""How single values are written in documents: keys, refs, codes, partial dates, texts."""

import re

from django.core.exceptions import ValidationError as ModelValidationError
from django.core.validators import RegexValidator
from rest_framework import serializers

from .files import DIGEST
from .form_fields import validated_texts
from .models.record import KEY
from .partial_dates import PartialDate

# What no text of the register holds: control characters other than tab and line end.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Text(serializers.CharField):
    """A text exactly as it is written: nothing is trimmed, and nothing else becomes a text."""

    def __init__(self, **options):
        super().__init__(**options | {"trim_whitespace": False})

    def to_internal_value(self, data):
        """The text; control characters and half characters are refused."""
        if not isinstance(data, str):
            raise serializers.ValidationError("This is a text.")
        if _CONTROL.search(data):
            raise serializers.ValidationError("The text has a control character in it.")
        if data and not data.strip():
            raise serializers.ValidationError("The text is made of blanks alone.")
        return data


class Ref(Text):
    """The ref of a row: the prefix of its kind of row, a hyphen, three to six figures."""

    def __init__(self, **options):
        super().__init__(**options)
        sentence = "A ref is a prefix and a number, such as act-017."
        self.validators.append(RegexValidator(r"^[a-z_]+-[0-9]{3,6}\Z", sentence))


class Whole(serializers.IntegerField):
    """A whole number written as a number."""

    def to_internal_value(self, data):
        """The number; a text, a truth or a fraction is refused."""
        if type(data) is not int:
            raise serializers.ValidationError("This is a whole number.")
        return super().to_internal_value(data)


class Choice(serializers.ChoiceField):
    """One of the words that the schema lists."""

    def to_internal_value(self, data):
        """The word; what is no text is no word of the list."""
        if not isinstance(data, str):
            self.fail("invalid_choice", input=data)
        return super().to_internal_value(data)


class PartialDateText(serializers.Field):
    """A partial date as text: 1951, 1951-07, 1951-07-28, with ? ~ %, or a range A/B."""

    def __init__(self, **options):
        super().__init__(
            allow_null=options.pop("allow_null", False),
            help_text=options.get("help_text"),
            source=options.get("source"),
        )

    def to_representation(self, value):
        """The canonical text."""
        return str(value)

    def to_internal_value(self, data):
        """The PartialDate; anything else than its text is refused with the reason."""
        if not isinstance(data, str):
            raise serializers.ValidationError("A date is a text such as 1951-07-28.")
        try:
            return PartialDate.parse(data)
        except ValueError as error:
            raise serializers.ValidationError(str(error)) from error


class TextsByLanguage(serializers.Field):
    """A text in several languages: {"en": …, "ru": …}; {} if there is none."""

    def __init__(self, **options):
        super().__init__(help_text=options.get("help_text"))

    def to_representation(self, value):
        """The texts, by language."""
        return dict(value)

    def to_internal_value(self, data):
        """The texts in normal form; a text without a language is refused."""
        try:
            return validated_texts(data)
        except ModelValidationError as error:
            raise serializers.ValidationError(error.messages) from error


class DigestText(serializers.RegexField):
    """The SHA-256 of a file that the document names; empty if the file is not held here."""

    def __init__(self, **options):
        super().__init__(
            rf"^({DIGEST.pattern})?\Z", allow_blank=True, help_text=options.get("help_text")
        )


class KeyField(serializers.Field):
    """A reference to another record by its key.

    `kind` says what it must be: a kind, or the supertype of several (actor).
    """

    def __init__(self, kind="", **options):
        super().__init__(**options)
        self.kind = kind

    def targets(self, value):
        """The keys referred to: none or one."""
        return [value] if value else []

    def to_representation(self, value):
        """The key."""
        return value.key

    def to_internal_value(self, data):
        """The key, in the form that keys have."""
        if not isinstance(data, str) or not KEY.regex.search(data):
            raise serializers.ValidationError("A reference is the key of a record.")
        return data


class KeysField(KeyField):
    """References to several records by their keys, in ascending order, none twice."""

    def targets(self, value):
        """The keys referred to."""
        return value

    def to_representation(self, value):
        """The keys in ascending order."""
        return sorted(record.key for record in value.all())

    def to_internal_value(self, data):
        """The keys; refused unless they stand in ascending order."""
        keys = [super(KeysField, self).to_internal_value(key) for key in _list(data)]
        return _ascending(keys)


class CodeField(serializers.Field):
    """A code of a code list, by itself; empty if there is none."""

    kind = "code_list"

    def __init__(self, code_list, **options):
        super().__init__(**options)
        self.code_list = code_list

    def get_attribute(self, instance):
        """The code or "", since DRF leaves out what is null."""
        return super().get_attribute(instance) or ""

    def targets(self, value):
        """The code referred to, as list/code: none or one."""
        return [f"{self.code_list}/{value}"] if value else []

    def to_representation(self, value):
        """The code as its issuer writes it."""
        return value.code if value else ""

    def to_internal_value(self, data):
        """The code."""
        if not isinstance(data, str):
            raise serializers.ValidationError("A code is a text.")
        return data


class CodesField(CodeField):
    """Codes of one code list, in ascending order, none twice."""

    def get_attribute(self, instance):
        """The related codes."""
        return serializers.Field.get_attribute(self, instance)

    def targets(self, value):
        """The codes referred to, each as list/code."""
        return [f"{self.code_list}/{code}" for code in value]

    def to_representation(self, value):
        """The codes in ascending order."""
        return sorted(code.code for code in value.all())

    def to_internal_value(self, data):
        """The codes; refused unless they stand in ascending order."""
        return _ascending([super(CodesField, self).to_internal_value(code) for code in _list(data)])


class RefField(serializers.Field):
    """A reference to a row of the same document, by its ref."""

    def __init__(self, rows, **options):
        super().__init__(**options)
        self.rows = rows

    def to_representation(self, value):
        """The ref."""
        return value.ref

    def to_internal_value(self, data):
        """The ref; whether the document has that row is asked of the document as a whole."""
        if not isinstance(data, str):
            raise serializers.ValidationError("A ref is a text such as act-017.")
        return data


def _list(data):
    if not isinstance(data, list):
        raise serializers.ValidationError("This is a list.")
    return data


def _ascending(values):
    if values != sorted(set(values)):
        raise serializers.ValidationError("List each once, in ascending order.")
    return values
