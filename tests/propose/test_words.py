"""Words of code → names that Python takes."""

import keyword

import pytest

from cutpoint.propose.words import class_name, is_taken, model_word, plural, snake, variable
from tests.support.odd_texts import odd_texts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("OrderLine", "order_line"),
        ("HTTPServer", "http_server"),
        ("a-b c", "a_b_c"),
        ("already_so", "already_so"),
        ("", "it"),
    ],
)
def test_snake(name, said):
    assert snake(name) == said


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("order_line", "order_lines"),
        ("category", "categories"),
        ("box", "boxes"),
        ("address", "addresses"),
        ("status", "statuses"),
        ("metadata", "metadata"),
        ("day", "days"),
        ("orders", "orders"),
    ],
)
def test_plural(one, many):
    assert plural(one) == many


def test_names_that_python_keeps_for_itself():
    assert variable("class") == "class_"
    assert variable("self") == "self_"
    assert variable("2fa") == "n2fa"
    assert class_name("order_line") == "OrderLine"
    assert class_name("2fa") == "N2fa"
    assert model_word("shop.OrderLine") == "order_line"
    assert is_taken("list") and is_taken("class") and not is_taken("order")


@pytest.mark.parametrize("text", odd_texts(80))
def test_odd_texts_become_names(text):
    assert variable(text).isidentifier() and not keyword.iskeyword(variable(text))
    assert class_name(text).isidentifier()
