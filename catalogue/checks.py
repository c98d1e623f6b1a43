"""What `manage.py check` says about the catalogue's own files and folders."""

import gzip
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register

from catalogue.search.following import follower
from catalogue.world_map import UnreadableMap, world

# What a page may carry for its map, compressed.
LARGEST_MAP_KB = 40


@register
def search_directory_can_be_written(app_configs, **options):
    """The search index has to be kept somewhere."""
    if follower().can_write():
        return []
    return [
        CheckWarning(
            f"The search index cannot be written to {settings.SEARCH_DIR}.",
            hint="Let the register's processes write there; until then every process keeps an "
            "index of its own in memory, and a large register cannot be searched.",
            id="catalogue.W001",
        )
    ]


@register
def map_can_be_drawn(app_configs, **options):
    """The file of borders is one, has the home state, and makes no page heavy."""
    hint = "REGISTER_MAP_FILE names the file; the operator's guide says what it holds."
    return [CheckWarning(words, hint=hint, id="catalogue.W002") for words in _faults_of_the_map()]


@register
def readers_can_be_told_apart(app_configs, **options):
    """Behind a proxy every reader comes from the proxy's address, unless one knows of it."""
    if settings.BITIM_PROXIES > 0 or not settings.BITIM_HTTPS:
        return []
    return [
        CheckWarning(
            "A proxy ends TLS, but BITIM_PROXIES is 0: all readers together count as one client.",
            hint="Say how many proxies stand in front, each adding to X-Forwarded-For; until then "
            "a few alerts and reports a day are taken from everybody together.",
            id="catalogue.W003",
        )
    ]


def _faults_of_the_map() -> Iterator[str]:
    try:
        outlines = world(settings.REGISTER_MAP_FILE).outlines
    except UnreadableMap as error:
        yield f"There is no map: {error}"
        return
    if settings.REGISTER_HOME_STATE not in {each.key for each in outlines}:
        yield f"The map has no {settings.REGISTER_HOME_STATE}, whose register this is."
    paths = "".join(each.path for each in outlines)
    weight = len(gzip.compress(paths.encode())) / 1024
    if weight > LARGEST_MAP_KB:
        yield f"The map weighs {weight:.0f} KB compressed; {LARGEST_MAP_KB} KB keep pages light."
