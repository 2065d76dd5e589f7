"""The context map and the workspace: both keep to the grammars of their tools, whatever a project calls its things."""

import pytest

from cutpoint.domain.boundary import Parameter, Record
from cutpoint.domain.cut import Side
from cutpoint.emit.proposal.context_map.identifiers import Identifiers
from cutpoint.emit.proposal.parts import context_map, workspace
from cutpoint.emit.proposal.quoting import quoted
from tests.support.boundaries import (
    EVERY_TYPE,
    KEY,
    a_boundary,
    a_shop_boundary,
    a_wide_boundary,
    an_event,
    an_operation,
    an_uncrossed_boundary,
    every_text_replaced,
)
from tests.support.cml_read import read_cml
from tests.support.odd_texts import harmless, odd_texts
from tests.support.structurizr_read import read_workspace


def cml(boundary):
    ((path, text),) = context_map.files(boundary)
    assert path == "views/boundary.cml"
    return read_cml(text)


def dsl(boundary):
    ((path, text),) = workspace.files(boundary)
    assert path == "views/workspace.dsl"
    return read_workspace(text)


def test_each_side_that_serves_something_is_upstream_of_the_other():
    found, contexts = cml(a_shop_boundary())
    assert found["contains"] == ["Billing", "RestOfTheMonolith"]
    assert [(down, up) for down, up, _ in found["relations"]] == [
        ("RestOfTheMonolith", "Billing"),
        ("Billing", "RestOfTheMonolith"),
    ]
    assert found["relations"][0][2] == ["InvoiceAggregate"]
    invoice = contexts["Billing"]["InvoiceAggregate"]
    assert invoice["Entity"] == ["Invoice"] and invoice["DataTransferObject"] == ["InvoiceData"]
    assert invoice["DomainEvent"] == ["InvoiceDeleted"]
    assert "mark_invoice_paid" in invoice["operations"]


def test_a_cut_that_nothing_crosses_has_two_contexts_and_no_relation():
    found, contexts = cml(an_uncrossed_boundary())
    assert found["relations"] == []
    assert contexts["Billing"]["NotSeenFromAcross"]["Entity"] == ["Invoice"]
    containers, relations = dsl(an_uncrossed_boundary())
    assert set(containers) == {"take", "take_database", "keep", "keep_database"}
    assert len(relations) == 2


def test_an_event_about_the_other_sides_model_makes_no_entity_of_it():
    _, contexts = cml(
        a_boundary(
            an_event("order_deleted", model="shop.Order"),
            an_operation("get_order", side=Side.KEEP, model="shop.Order", returns="int"),
        )
    )
    assert contexts["Billing"]["OrderAggregate_2"]["Entity"] == []
    assert contexts["RestOfTheMonolith"]["OrderAggregate"]["Entity"] == ["Order"]


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_every_type_has_a_word_in_the_map(kind):
    fields = (KEY, Parameter("value", kind, "value"))
    record = Record("InvoiceData", "billing.Invoice", fields)
    assert cml(
        a_boundary(
            an_operation(parameters=fields, returns=kind or "None"), an_event(parameters=fields), records=(record,)
        )
    )


def test_words_of_the_language_get_a_caret():
    names = Identifiers()
    assert [names.new(word) for word in ("type", "type", "order", "Entity", "3d", "é", "")] == [
        "^type",
        "type_2",
        "order",
        "^Entity",
        "n3d",
        "it",
        "it_2",
    ]


def test_the_workspace_says_who_asks_whom_and_what_goes_by_the_bus():
    containers, relations = dsl(a_shop_boundary())
    assert set(containers) == {"take", "take_database", "keep", "keep_database", "bus"}
    assert ("keep", "take", "Asks 2 queries, 1 command") in relations
    assert ("take", "keep", "Asks 1 query") in relations
    assert ("take", "bus", "Sends 1 event") in relations
    assert ("bus", "take", "Brings 1 command") in relations


def test_a_quoted_text_ends_where_it_ends():
    assert quoted('a"b\\') == '"a\'b/"'
    assert quoted("${HOME}") == '"§{HOME}"'
    assert len(quoted("x" * 5000)) < 400


@pytest.mark.parametrize("text", odd_texts(100))
def test_odd_texts_harm_no_view(text):
    boundary = every_text_replaced(a_shop_boundary(), text)
    assert len(cml(boundary)[1]) == 2
    assert len(dsl(boundary)[0]) == 5
    for part in (context_map, workspace):
        for _, written in part.files(boundary):
            assert harmless(written)


def test_three_hundred_operations():
    _, contexts = cml(a_wide_boundary())
    assert sum(len(aggregate["operations"]) for found in contexts.values() for aggregate in found.values()) == 300
    dsl(a_wide_boundary())
