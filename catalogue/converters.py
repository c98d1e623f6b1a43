"""What an address may say where it names a record or a file: anything else leads nowhere."""

from django.urls import converters, register_converter

from register.models.record import KEY


class KeyConverter(converters.StringConverter):
    """The key of a record, as keys are written."""

    regex = KEY.regex.pattern.removeprefix("^").removesuffix(r"\Z")


class DigestConverter(converters.StringConverter):
    """The SHA-256 of a file, in small hexadecimal figures."""

    regex = "[0-9a-f]{64}"


register_converter(KeyConverter, "key")
register_converter(DigestConverter, "digest")
