"""E-mail to readers: whether any is sent, what a message says of itself, and whole addresses."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

HEADERS = {"Auto-Submitted": "auto-generated"}


def reaches_readers() -> bool:
    """Whether messages are handed to a mail server, and not printed on the console."""
    return not settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def message(subject: str, lines: list[str], address: str, **headers: str) -> EmailMessage:
    """A message in plain text to one reader."""
    given = HEADERS | {name.replace("_", "-"): text for name, text in headers.items()}
    return EmailMessage(subject, "\n".join(lines), to=[address], headers=given)


def link_to(name: str, *named: str | int) -> str:
    """An address of this site, whole, as messages need it."""
    return f"{settings.BITIM_SITE_URL}{reverse(name, args=named)}"
