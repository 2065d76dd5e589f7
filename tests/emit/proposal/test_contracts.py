"""OpenAPI, AsyncAPI and JSON Schema of a proposal: valid by the official schemas, and saying what the boundary says."""

import json

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from cutpoint.domain.boundary import Communication, OperationKind, Parameter, Record
from cutpoint.domain.cut import Side
from cutpoint.emit.proposal.json_types import JsonTypes
from cutpoint.emit.proposal.keys import keys_of
from cutpoint.emit.proposal.parts import asyncapi, openapi, record_schemas
from tests.support.asyncapi_shape import read_asyncapi
from tests.support.boundaries import (
    EVERY_TYPE,
    KEY,
    a_boundary,
    a_command,
    a_shop_boundary,
    a_wide_boundary,
    an_event,
    an_operation,
    an_uncrossed_boundary,
    every_text_replaced,
)
from tests.support.odd_texts import harmless, odd_texts

REQUIRED_HEADERS = {"CorrelationId", "TraceParent", "FeatureFlags", "Deadline"}


def documents(boundary):
    """Each OpenAPI document by the side, valid."""
    found = {}
    for path, text in openapi.files(boundary):
        document = json.loads(text)
        OpenAPIV31SpecValidator(document).validate()
        found[path.removeprefix("contracts/openapi-").removesuffix(".json")] = document
    return found


def messages(boundary):
    """The AsyncAPI document, valid; None when there is none."""
    found = [read_asyncapi(text) for _, text in asyncapi.files(boundary)]
    return found[0] if found else None


def schemas(boundary):
    """Each record's schema by its path, valid."""
    found = {path: json.loads(text) for path, text in record_schemas.files(boundary)}
    for schema in found.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    return found


def only(operation, **parts):
    """The one operation as OpenAPI has it, with its method."""
    (document,) = documents(a_boundary(operation, **parts)).values()
    ((path, item),) = document["paths"].items()
    ((method, said),) = item.items()
    return path, method, said


def headers(said):
    return {each["$ref"].rpartition("/")[2] for each in said["parameters"] if "$ref" in each}


def test_one_document_for_each_side_that_serves_something():
    assert set(documents(a_shop_boundary())) == {"take", "keep"}
    assert set(documents(a_boundary(an_operation()))) == {"take"}
    assert documents(a_boundary(an_event())) == {}
    assert documents(an_uncrossed_boundary()) == {}
    assert messages(an_uncrossed_boundary()) is None
    assert messages(a_boundary(an_operation())) is None


def test_events_are_in_no_openapi_document_and_calls_in_no_asyncapi_document():
    boundary = a_shop_boundary()
    called = {
        name.removeprefix("/operations/") for document in documents(boundary).values() for name in document["paths"]
    }
    assert called == {each.name for each in boundary.operations if each.kind is not OperationKind.EVENT}
    sent = {channel["title"] for channel in messages(boundary)["channels"].values()}
    assert sent == {each.name for each in boundary.operations if each.communication is Communication.BUS}


def test_a_query_by_plain_values_is_a_get():
    path, method, said = only(an_operation())
    assert (path, method, said["operationId"]) == ("/operations/get_invoice", "get", "get_invoice")
    assert said["parameters"][-1] == {"name": "id", "in": "query", "required": True, "schema": {"type": "integer"}}
    assert headers(said) == REQUIRED_HEADERS
    assert set(said["responses"]) == {"200", "400", "404", "503", "504"}
    error = said["responses"]["404"]["content"]["application/problem+json"]["schema"]["allOf"][1]
    assert error["properties"]["error"]["enum"] == ["InvoiceNotFound"]


@pytest.mark.parametrize("kind", ["tuple[int, ...]", "Json", "tuple[date, date]", "tuple[int, ...] | None"])
def test_a_query_by_batches_or_structures_is_a_post(kind):
    _, method, said = only(an_operation(parameters=(Parameter("what", kind, "what__in"),)))
    assert method == "post"
    body = said["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["what"] and body["additionalProperties"] is False


def test_an_argument_that_may_be_left_out_is_not_required():
    free = Parameter("name", "str | None", "name", optional=True)
    _, _, said = only(an_operation(parameters=(KEY, free)))
    assert said["parameters"][-1] == {"name": "name", "in": "query", "required": False, "schema": {"type": "string"}}
    _, _, said = only(a_command())
    assert said["requestBody"]["content"]["application/json"]["schema"]["required"] == ["total"]


def test_a_command_that_is_not_safe_twice_asks_for_a_key():
    _, method, said = only(a_command())
    assert method == "post"
    assert headers(said) == REQUIRED_HEADERS | {"IdempotencyKey"}
    conflict = said["responses"]["409"]["content"]["application/problem+json"]["schema"]["allOf"][1]
    assert conflict["properties"]["error"]["enum"] == ["IdempotencyKeyInUse", "InvoiceConflict"]
    assert "422" in said["responses"]
    (document,) = documents(a_boundary(a_command())).values()
    required = {key for key, said in document["components"]["parameters"].items() if said["required"]}
    assert required == {"CorrelationId", "Deadline", "IdempotencyKey"}


def test_what_goes_by_the_bus_is_accepted_and_what_gives_nothing_is_done():
    _, _, said = only(a_command(communication=Communication.BUS))
    assert "202" in said["responses"] and "200" not in said["responses"]
    _, _, said = only(a_command(returns="None", idempotent=True))
    assert "204" in said["responses"] and "200" not in said["responses"]
    assert headers(said) == REQUIRED_HEADERS


def test_what_is_known_of_an_operation_stands_beside_it():
    operation = an_operation(sites=("shop/views.py:12", "shop/tasks.py:3"), callers=("shop", "stock"))
    _, _, said = only(operation)
    assert said["x-cutpoint-delivery"] == operation.delivery
    assert said["x-cutpoint-callers"] == ["shop", "stock"]
    assert said["x-cutpoint-call-sites"] == 2
    assert said["x-cutpoint-reason"] == operation.reason


def test_only_records_that_are_spoken_of_are_in_a_document():
    document = documents(a_shop_boundary())["keep"]
    assert set(document["components"]["schemas"]) == {"Problem", "OrderData"}


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_every_type_is_a_valid_schema_everywhere(kind):
    fields = (KEY, Parameter("value", kind, "value"))
    record = Record("InvoiceData", "billing.Invoice", fields)
    boundary = a_boundary(
        an_operation(parameters=fields, returns=kind),
        an_event(parameters=fields),
        a_command(parameters=fields),
        records=(record,),
    )
    assert set(documents(boundary)) == {"take"}
    assert messages(boundary)
    assert schemas(boundary)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("int", 3, "3"),
        ("str", "x", 1),
        ("Decimal", "1.20", 1.2),
        ("bool", True, "yes"),
        ("bytes", "AA==", 1),
        ("tuple[int, ...]", [1, 2], 1),
        ("tuple[int, int]", [1, 2], [1]),
        ("int | None", None, "x"),
        ("tuple[str, ...] | None", None, [1]),
    ],
)
def test_what_a_type_lets_through(kind, good, bad):
    for is_draft_7 in (False, True):
        schema = JsonTypes({}, is_draft_7=is_draft_7).of(kind)
        validator = (jsonschema.Draft7Validator if is_draft_7 else jsonschema.Draft202012Validator)(schema)
        assert validator.is_valid(good)
        assert not validator.is_valid(bad)


def test_formats_are_those_of_the_values():
    types = JsonTypes({})
    formats = {
        kind: types.of(kind).get("format") for kind in ("date", "datetime", "time", "timedelta", "UUID", "Decimal")
    }
    assert formats == {
        "date": "date",
        "datetime": "date-time",
        "time": "time-local",
        "timedelta": "duration",
        "UUID": "uuid",
        "Decimal": "decimal",
    }
    assert types.of("Json") == types.of("Json | None") == types.of("no type at all") == {}
    assert JsonTypes({"A": "#/A"}).of("A | None") == {"anyOf": [{"$ref": "#/A"}, {"type": "null"}]}


def test_a_record_validates_its_rows():
    (schema, _) = schemas(a_shop_boundary()).values()
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"id": 1, "due": None, "total": "3.50"})
    assert not validator.is_valid({"id": 1, "total": "3.50"})
    assert not validator.is_valid({"id": 1, "due": None, "total": 3.5})


def test_what_leaves_sends_its_events_and_receives_commands():
    boundary = a_boundary(
        an_event("invoice_deleted"),
        an_event("order_deleted", side=Side.KEEP),
        a_command("pay_invoice", communication=Communication.BUS),
        a_command("ship_order", side=Side.KEEP, communication=Communication.BUS),
    )
    found = {each["title"]: each["action"] for each in messages(boundary)["operations"].values()}
    assert found == {
        "invoice_deleted": "send",
        "order_deleted": "receive",
        "pay_invoice": "receive",
        "ship_order": "send",
    }


def test_a_message_says_what_it_is_known_by():
    document = messages(
        a_boundary(an_event(), a_command("pay_invoice", parameters=(KEY,), communication=Communication.BUS))
    )
    event, command = (document["components"]["messages"][key] for key in ("take.invoice_deleted", "take.pay_invoice"))
    assert set(event["headers"]["properties"]) >= {
        "message_id",
        "correlation_id",
        "causation_id",
        "occurred_at",
        "idempotency_key",
    }
    assert "idempotency_key" not in event["headers"]["required"]
    assert "idempotency_key" in command["headers"]["required"]
    keys = {name: channel["x-cutpoint-ordering-key"] for name, channel in document["channels"].items()}
    assert keys == {"take.invoice_deleted": "$message.payload#/invoice_id", "take.pay_invoice": "$message.payload#/id"}
    assert document["operations"]["send.take.invoice_deleted"]["x-cutpoint-delivery"] == "at-least-once"


def test_what_has_no_key_has_no_order_to_promise():
    document = messages(a_boundary(a_command(communication=Communication.BUS)))
    assert [channel["x-cutpoint-ordering-key"] for channel in document["channels"].values()] == [None]


def test_keys_differ_by_more_than_case_and_are_short():
    found = keys_of(["OrderData", "Orderdata", "a/b", "a b", "x" * 5000, "x" * 4999, "", "..", "é"])
    assert len({key.casefold() for key in found.values()}) == len(found)
    assert all(len(key) < 200 and not key.startswith(".") for key in found.values())


@pytest.mark.parametrize("text", odd_texts(60))
def test_odd_texts_harm_no_contract(text):
    boundary = every_text_replaced(a_shop_boundary(), text)
    assert set(documents(boundary)) == {"take", "keep"}
    assert messages(boundary)
    assert len(schemas(boundary)) == 2
    for part in (openapi, asyncapi, record_schemas):
        for path, written in part.files(boundary):
            assert harmless(written)
            assert path.isascii() and ".." not in path and len(path) < 255


def test_three_hundred_operations():
    boundary = a_wide_boundary()
    assert sum(len(document["paths"]) for document in documents(boundary).values()) == 300
    assert len(schemas(boundary)) == 300
