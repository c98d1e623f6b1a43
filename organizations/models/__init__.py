"""Who makes agreements: states, organizations and the one supertype that parties point at."""

from .actor import Actor, Alias
from .organization import Identifier, Membership, Organization
from .published import PublishedOrganization, PublishedState
from .state import State, Succession

__all__ = [
    "Actor",
    "Alias",
    "Identifier",
    "Membership",
    "Organization",
    "PublishedOrganization",
    "PublishedState",
    "State",
    "Succession",
]
