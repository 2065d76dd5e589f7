"""What commands take: columns beside conditions, and the two ends of a link."""

from cutpoint.domain.boundary import Parameter, Purpose, Shape
from cutpoint.domain.cut import Side
from cutpoint.propose.asked import Asked
from cutpoint.propose.columns import columns_of, or_new
from cutpoint.propose.drafts import BY_KEY, Draft
from cutpoint.propose.links import name_of_link, parameters_of_link
from cutpoint.propose.python_types import PythonTypes
from tests.support.builders import a_field, a_model, a_relation

KEY = a_field(primary_key=True)
TYPES = PythonTypes(
    [
        a_model("blog.Article", a_relation("blog.Tag", "m2m", name="tags"), fields=[KEY]),
        a_model("blog.Tag", fields=[a_field("word", type="CharField", primary_key=True)]),
    ]
)


def a_draft(shape, word="", columns=(), conditions=(BY_KEY,)) -> Draft:
    return Draft(Side.TAKE, "blog.Article", shape, False, conditions, columns, word, ())


class Writing:
    """Payloads that write one column."""

    def written(self, _) -> tuple[Parameter, ...]:
        return (Parameter("state", "str", "state", purpose=Purpose.WRITE),)


def names(shape, *taken, columns=()) -> list[tuple[str, str]]:
    choosing = [Parameter(each, "str", each, purpose=Purpose.CHOOSE) for each in taken]
    draft = a_draft(shape, columns=columns, conditions=tuple(Asked((each,), "") for each in taken))
    return [(each.name, each.lookup) for each in columns_of(draft, choosing, Writing(), TYPES)]  # type: ignore[arg-type]


def test_an_update_by_its_own_column_takes_the_new_value_too():
    assert names(Shape.UPDATE, "state", columns=("state",)) == [("new_state", "state")]
    assert names(Shape.UPDATE, "kind", columns=("state",)) == [("state", "state")]


def test_a_row_that_may_be_new_has_the_value_by_which_it_is_looked_for():
    assert names(Shape.ENSURE, "state") == []
    assert or_new(Parameter("id", "int", "pk")).optional


def test_a_link_is_made_from_the_end_that_has_the_accessor():
    forward, back = a_draft(Shape.LINK, "add tags"), a_draft(Shape.LINK, "remove article_set")
    assert name_of_link(forward, TYPES) == "add_article_tags"
    assert [(each.name, each.type, each.model) for each in parameters_of_link(forward, TYPES)] == [
        ("id", "int", "blog.Article"),
        ("tag_ids", "tuple[str, ...]", "blog.Tag"),
    ]
    assert name_of_link(back, TYPES) == "remove_tag_article_set"
    assert [(each.name, each.type, each.model) for each in parameters_of_link(back, TYPES)] == [
        ("tag_id", "str", "blog.Tag"),
        ("article_ids", "tuple[int, ...]", "blog.Article"),
    ]


def test_who_takes_all_out_says_no_keys():
    assert [each.name for each in parameters_of_link(a_draft(Shape.LINK, "clear tags"), TYPES)] == ["id"]
