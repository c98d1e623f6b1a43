"""How commands show that they are getting on."""

import functools
import sys

from tqdm import tqdm


def progress_bar(words, unit):
    """A function that wraps an iteration over a list in a progress bar on standard error."""
    return functools.partial(tqdm, desc=words, unit=f" {unit}", file=sys.stderr, mininterval=0.2)
