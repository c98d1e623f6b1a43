"""`python -m facts FACTS DIRECTORY`: write the starting register from the draft fact sheets."""

import argparse
from pathlib import Path

from .starting_register import documents, write_register


def main():
    """Read the two directories from the command line and write `register.ndjson`."""
    parser = argparse.ArgumentParser(prog="python -m facts", description=__doc__)
    parser.add_argument("facts", type=Path, help="the directory of the fact sheets")
    parser.add_argument("register", type=Path, help="the directory to write register.ndjson into")
    arguments = parser.parse_args()
    number = write_register(documents(arguments.facts), arguments.register)
    print(f"{number} documents written to {arguments.register / 'register.ndjson'}")


if __name__ == "__main__":
    main()
