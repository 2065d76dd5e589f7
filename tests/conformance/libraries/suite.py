"""The third monolith of snippets: what libraries for Django do by themselves, each by the words that its users write.

python -m tests.conformance.libraries.suite run mptt_trees.child      what the library did, with its SQL
python -m tests.conformance.libraries.suite record mptt_trees         to write the comments of new cases
"""

import sys
from pathlib import Path

from tests.conformance.libraries.requests import DRIVERS
from tests.conformance.queries.cases import Suite

SNIPPETS = Path(__file__).parent / "snippets"
LIBRARIES = Suite(SNIPPETS, "tests.conformance.libraries.rows", frozenset(DRIVERS))


def main(command: str, *wanted: str) -> None:
    """Run the wanted cases, or all, or write down what they did."""
    from tests.conformance.queries import record, run_django

    (record if command == "record" else run_django).main(list(wanted), LIBRARIES)


if __name__ == "__main__":
    main(*sys.argv[1:])
