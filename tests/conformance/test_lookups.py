"""Queries as people write them: the tables in Django's SQL are those that cutpoint says the arguments join."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import msgspec
import pytest

from cutpoint.domain.catalog import Model
from cutpoint.domain.lookups.lookups import row_tables
from cutpoint.domain.model_space import ModelSpace
from tests.support.query_text import joins_of_text, start_of_text

RUNNER = Path(__file__).parent / "lookups" / "run_queries.py"

# Words that older releases of Django don't have.
NEEDS = {"GenericPrefetch": (5, 0)}
DJANGO = tuple(map(int, version("django").split(".")[:2]))


def _read():
    sections: dict[str, list[str]] = {}
    for line in (RUNNER.parent / "queries.txt").read_text("utf-8").splitlines():
        query = line.partition("#")[0].strip()
        if query.startswith("["):
            section = sections.setdefault(query.strip("[]"), [])
        elif query and not any(word in query and needed > DJANGO for word, needed in NEEDS.items()):
            section.append(query)
    return sections


SECTIONS = _read()
PARENTS, BEYOND = SECTIONS.pop("parents"), SECTIONS.pop("beyond")
QUERIES = [query for section in SECTIONS.values() for query in section]


@pytest.fixture(scope="session")
def by_django():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(RUNNER)],
        input=json.dumps(QUERIES + PARENTS + BEYOND),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def space(by_django):
    place = {"path": "models.py", "line": 1}
    models = [
        model | place | {"ours": True, "relations": [relation | place for relation in model["relations"]]}
        for model in by_django["models"]
    ]
    return ModelSpace(msgspec.convert(models, list[Model]))


@pytest.mark.parametrize("query", QUERIES)
def test_tables_are_those_of_the_sql(query, by_django, space):
    # That a row has its parents' tables too is not for arguments to say.
    own = {*row_tables(space, start_of_text(space, query))}
    assert by_cutpoint(space, query) - own == in_sql(by_django, query) - own


@pytest.mark.parametrize("query", PARENTS)
def test_parents_are_joined_where_something_of_them_is_asked_for(query, by_django, space):
    own = {space.table(start_of_text(space, query))}
    assert by_cutpoint(space, query) == in_sql(by_django, query) - own


@pytest.mark.parametrize("query", BEYOND)
def test_gives_up_on(query, by_django, space):
    own = {space.table(start_of_text(space, query))}
    assert by_cutpoint(space, query) - own != in_sql(by_django, query) - own


def by_cutpoint(space, query):
    return {table for table, _, _ in joins_of_text(space, query)}


def in_sql(by_django, query):
    tables = by_django["tables"][query]
    assert isinstance(tables, list), tables
    return {*tables}
