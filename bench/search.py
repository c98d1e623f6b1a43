"""What the search costs beside the bare engine, at 1,000 and at 100,000 agreements.

Each question is put as the page puts it (the answer with its counts by facet) and as one bare query
of the engine for the same page of results without counts. Then the page is rendered, and asked for
again by somebody who has it. Medians of several tries, one process for each size.
"""

import statistics
import sys
from datetime import date
from multiprocessing import Process

from bench.running import filled, imported, own_database, timed

SIZES, TRIES, ON = (1_000, 100_000), 15, date(2026, 11, 27)
# Question, most milliseconds at the larger size, and what it is called.
QUESTIONS = {
    "all agreements, first asked": ("", {}, 0, 40.0),
    "all agreements, kept": ("", {}, 0, 1.0),
    "a common word": ("cooperation", {}, 0, 10.0),
    "a rare word": ("quagga", {}, 0, 2.0),
    "a beginning": ("quag*", {}, 0, 2.0),
    "three filters of two": (
        "",
        {
            "form": ("agreement", "treaty"),
            "subject": ("subject-1", "subject-2"),
            "level": ("interstate", "interagency"),
        },
        0,
        40.0,
    ),
    "a mistyped word": ("quagfa", {}, 0, 15.0),
}
LATER_PAGE, RENDERED, UNCHANGED = 10.0, 15.0, 0.5


def main():
    """Fill, measure, print; 1 if something takes longer than it may at the larger size."""
    for size in SIZES:
        # A process for each size: settings are read once, and name one database.
        measuring = Process(target=_measure, args=(size,))
        measuring.start()
        measuring.join()
    return measuring.exitcode


def _measure(size):
    with own_database() as database:
        print(f"{database}: writing {size:,} agreements and their index …", flush=True)
        filled("fill_words", size)
        late = _measured(imported("bench.searching").Searching(ON))
    sys.exit(1 if late else 0)


def _measured(searching):
    """Print every figure; whether one is later than it may be."""
    print(f"  {searching.records:,} records indexed in {searching.seconds:.0f} s", flush=True)
    late = False
    for words, (typed, chosen, offset, most) in QUESTIONS.items():
        ask, _facets, bare = searching.ways(
            typed, chosen, offset, forget=words.endswith("first asked")
        )
        taken, alone = _median(ask), _median(bare)
        late |= _told(words, taken, most, f"engine alone {alone:6.2f} ms")
    late |= _later_page(searching)
    beside = f"whole page {_median(searching.page):6.2f} ms"
    late |= _told("rendering a page", _median(searching.render), RENDERED, beside)
    late |= _told("an unchanged page (304)", _median(searching.unchanged), UNCHANGED, "")
    return late


def _later_page(searching):
    """Page 500 of all agreements, asked for the first time, without the counts of its facets."""
    ask, facets, bare = (_median(way) for way in searching.ways("", {}, 499 * 25, forget=True))
    return _told(
        "page 500, beyond its facets", ask - facets, LATER_PAGE, f"engine alone {bare:6.2f} ms"
    )


def _told(words, taken, most, beside):
    print(f"    {words:28} {taken:7.2f} ms   (at most {most:4.1f})   {beside}", flush=True)
    return taken > most


def _median(ask):
    return statistics.median(timed(ask)[1] for _ in range(TRIES))


if __name__ == "__main__":
    sys.exit(main())
