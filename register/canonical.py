"""Canonical JSON: one value has one sequence of bytes, so that a digest means something."""

import hashlib
import math

import rfc8785

# Beyond this size an integer loses digits in readers that keep numbers as doubles (RFC 8785, 3.2).
_GREATEST_INTEGER = 2**53 - 1


class NotCanonical(ValueError):
    """A value that has no canonical form here: a float, a huge integer, or not JSON at all."""


def canonical(value):
    """The bytes of a JSON value in canonical form (RFC 8785, UTF-8).

    Raises NotCanonical for floats (amounts are strings in this register), for integers beyond
    2**53 - 1 and for what JSON cannot hold; the message says where.
    """
    _refuse_what_has_no_form(value, "$")
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise NotCanonical(str(error)) from error


def sha256_hex(data):
    """The SHA-256 of bytes, as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _refuse_what_has_no_form(value, place):
    if isinstance(value, dict):
        for name, item in value.items():
            _refuse_what_has_no_form(item, f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for position, item in enumerate(value):
            _refuse_what_has_no_form(item, f"{place}[{position}]")
    elif isinstance(value, float):
        meaning = "" if math.isfinite(value) else " that is not even a number"
        raise NotCanonical(f"{place} is a float{meaning}; write amounts as strings.")
    elif isinstance(value, int) and abs(value) > _GREATEST_INTEGER:
        raise NotCanonical(f"{place} is beyond 2**53 - 1; write it as a string.")
