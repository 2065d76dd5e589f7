"""All parts together: every file once, the same bytes twice, and boundary.json as its schema has it."""

import json

import jsonschema
import pytest

from cutpoint.domain.boundary import Boundary
from cutpoint.emit.proposal.parts.boundary_json import boundary_schema
from cutpoint.emit.proposal.proposal import proposal_files
from tests.support.boundaries import a_shop_boundary, a_wide_boundary, an_uncrossed_boundary, every_text_replaced
from tests.support.odd_texts import harmless, odd_texts


def test_the_files_of_a_proposal():
    others = ("library/", "two_databases/")
    assert [path for path in proposal_files(a_shop_boundary()) if not path.startswith(others)] == [
        "README.md",
        "boundary.json",
        "contracts/asyncapi.json",
        "contracts/openapi-keep.json",
        "contracts/openapi-take.json",
        "contracts/schemas/InvoiceData.schema.json",
        "contracts/schemas/OrderData.schema.json",
        "data/plan.md",
        "data/reconcile.sql",
        "views/boundary.cml",
        "views/workspace.dsl",
    ]


def test_what_nothing_crosses_has_no_contracts():
    assert not [path for path in proposal_files(an_uncrossed_boundary()) if path.startswith("contracts/")]


@pytest.mark.parametrize("make", [a_shop_boundary, a_wide_boundary, an_uncrossed_boundary])
def test_the_same_bytes_twice(make):
    assert proposal_files(make()) == proposal_files(make())


@pytest.mark.parametrize("make", [a_shop_boundary, a_wide_boundary, an_uncrossed_boundary])
def test_boundary_json_is_as_its_schema_has_it(make):
    schema = json.loads(boundary_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    text = proposal_files(make())["boundary.json"]
    jsonschema.validate(json.loads(text), schema)
    assert Boundary.__struct_fields__ == tuple(json.loads(text))


@pytest.mark.parametrize("text", odd_texts(40))
def test_no_file_steers_a_terminal_or_a_log(text):
    files = proposal_files(every_text_replaced(a_shop_boundary(), text))
    for path, written in files.items():
        assert harmless(written), path
        written.encode()
