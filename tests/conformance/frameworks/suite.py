"""The second monolith of snippets: what Django's contrib apps, Django REST framework and known libraries do by themselves.

python -m tests.conformance.frameworks.suite run forms.created      what Django did, with its SQL
python -m tests.conformance.frameworks.suite record forms           to write the comments of new cases
"""

import sys
from pathlib import Path

from tests.conformance.frameworks.requests import DRIVERS
from tests.conformance.queries.cases import Suite

SNIPPETS = Path(__file__).parent / "snippets"
FRAMEWORKS = Suite(SNIPPETS, "tests.conformance.frameworks.rows", frozenset(DRIVERS))


def main(command: str, *wanted: str) -> None:
    """Run the wanted cases, or all, or write down what they did."""
    from tests.conformance.queries import record, run_django

    (record if command == "record" else run_django).main(list(wanted), FRAMEWORKS)


if __name__ == "__main__":
    main(*sys.argv[1:])
