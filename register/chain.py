"""The hash chain: what an entry's digests are made of, and how the heads hang together."""

import hashlib
from datetime import UTC

from .canonical import canonical, sha256_hex


def salted_digest(salt, text):
    """SHA-256 over the salt and the UTF-8 bytes of a text; "" if there is no text."""
    return sha256_hex(salt + text.encode()) if text else ""


def moment(at):
    """A moment as the chain writes it: UTC, microseconds, 2026-11-23T15:31:45.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def head_of(entry):
    """The head after this entry: SHA-256 over its canonical summary and the previous head."""
    summary = [
        entry.number,
        moment(entry.at),
        entry.event,
        entry.nature,
        entry.kind,
        entry.key,
        entry.schema,
        entry.document_digest,
        entry.reading_digest,
        entry.reason_digest,
        entry.previous_head,
    ]
    return hashlib.sha256(canonical(summary)).hexdigest()
