"""Files of documents, stored once under their SHA-256 and never through MEDIA_URL."""

import hashlib
import os
import re
import tempfile

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

DIGEST = re.compile(r"[0-9a-f]{64}")
_BLOCK = 1 << 20


class DigestField(models.CharField):
    """The SHA-256 of a stored file, in lower-case hexadecimal digits; empty if there is none."""

    default_validators = [
        RegexValidator(r"^[0-9a-f]{64}\Z", _("A SHA-256 has 64 digits from 0-9 and a-f."))
    ]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 64, "blank": True, **options})


def path_of(digest):
    """Where the file of that digest is kept. Raises ValueError for what is no digest."""
    if not DIGEST.fullmatch(digest):
        raise ValueError(f"{digest!r} is not a SHA-256 in lower-case hexadecimal digits.")
    return settings.REGISTER_FILES_DIR / digest[:2] / digest


def is_stored(digest):
    """Whether the file of that digest is here."""
    return path_of(digest).is_file()


def digest_of(stream):
    """The SHA-256 of a binary stream, read to its end."""
    digest = hashlib.sha256()
    while block := stream.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()


def store(stream):
    """Keep a binary stream as a file and return its digest; the same bytes are kept once.

    The file appears whole or not at all: it is written beside its place, synced, then renamed.
    """
    settings.REGISTER_FILES_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=settings.REGISTER_FILES_DIR, delete=False) as copy:
        try:
            digest = _copied(stream, copy)
        except BaseException:
            os.unlink(copy.name)
            raise
    place = path_of(digest)
    place.parent.mkdir(exist_ok=True)
    os.replace(copy.name, place)
    return digest


def _copied(stream, copy):
    digest = hashlib.sha256()
    while block := stream.read(_BLOCK):
        digest.update(block)
        copy.write(block)
    copy.flush()
    os.fsync(copy.fileno())
    return digest.hexdigest()
