"""Which record a party of the facts is: the alpha-2 codes of states, and EU."""

from .states import keys_by_alpha2

PARTIES = {**keys_by_alpha2(), "EU": "eu"}

# What remarks call the parties that stand in no row.
NAMES = {"TM": "Turkmenistan", "TR": "Türkiye", "UZ": "Uzbekistan"}
