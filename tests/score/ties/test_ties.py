"""Each kind of tie: what it sees, and the look-alike that it leaves alone."""

import msgspec

from cutpoint.domain.access import Step
from cutpoint.domain.cut import Channel
from cutpoint.domain.source import Evidence
from cutpoint.score.model_graph import all_ties
from cutpoint.score.subjects import Subjects
from tests.support.builders import a_catalog, a_field, a_model, a_relation, an_analysis
from tests.support.two_worlds import a_transaction, use


def ties(channel, *models, accesses=(), transactions=()):
    analysis = an_analysis(catalog=a_catalog(models=models), accesses=[each for group in accesses for each in group])
    analysis = msgspec.structs.replace(analysis, transactions=tuple(transactions))
    return [each for each in all_ties(Subjects(analysis)) if each.channel is channel]


def pairs(found):
    return {(each.one, each.other) for each in found}


USER, TOKEN = a_model("a.User"), a_model("a.Token", module="a.tokens")


def weight_of(**relation):
    null = relation.pop("null", False)
    model = a_model("a.Row", a_relation("a.User", **relation), fields=[a_field("user", null=null)])
    return ties(Channel.RELATION, USER, model)[0].weight


def test_a_relation_ties_and_an_optional_or_loose_one_ties_less():
    assert weight_of() > weight_of(on_delete="SET_NULL") > weight_of(on_delete="SET_NULL", null=True)
    assert weight_of(kind="parent") > weight_of(kind="o2o") > weight_of()


def test_a_relation_to_itself_or_to_others_code_ties_nothing():
    assert not ties(Channel.RELATION, a_model("a.Tree", a_relation("a.Tree"), a_relation("auth.User")))


def test_a_bare_id_column_ties_and_a_relation_s_own_column_does_not():
    row = a_model("a.Row", fields=[a_field("user_id", type="BigIntegerField"), a_field("grid", type="CharField")])
    assert pairs(ties(Channel.ID_COLUMN, USER, row)) == {("a.Row", "a.User")}
    own = a_model("a.Row", a_relation("a.User"), fields=[a_field("user", column="user_id", type="ForeignKey")])
    assert not ties(Channel.ID_COLUMN, USER, own)


def test_a_bare_id_column_may_say_more_than_the_name():
    row = a_model("a.Row", fields=[a_field("created_by_user_id", type="BigIntegerField")])
    assert pairs(ties(Channel.ID_COLUMN, USER, row)) == {("a.Row", "a.User")}


def test_of_two_models_of_one_name_the_one_of_the_same_app_is_meant_or_none():
    far, near = a_model("b.User"), a_model("a.Row", fields=[a_field("user_id", type="IntegerField")])
    assert pairs(ties(Channel.ID_COLUMN, USER, far, near)) == {("a.Row", "a.User")}
    neither = a_model("c.Row", fields=[a_field("user_id", type="IntegerField")])
    assert not ties(Channel.ID_COLUMN, USER, far, neither)


def test_rare_words_tie_and_words_of_all_do_not():
    models = [a_model(f"a.Shop{word}") for word in ("Token", "TokenScope", "Order", "Stock", "Page")]
    assert pairs(ties(Channel.WORDS, *models)) == {("a.ShopToken", "a.ShopTokenScope")}


def test_rare_columns_tie():
    scoped = [a_model(f"a.{name}", fields=[a_field("scopes", type="JSONField")]) for name in ("Key", "Grant")]
    assert pairs(ties(Channel.FIELDS, *scoped, USER)) == {("a.Grant", "a.Key")}


def test_one_function_ties_what_it_uses_and_two_functions_do_not():
    assert pairs(ties(Channel.FUNCTION, USER, TOKEN, accesses=[use("a.views.f", "a_user", "a_token")])) == {
        ("a.Token", "a.User")
    }
    apart = [use("a.views.f", "a_user"), use("a.views.g", "a_token")]
    assert not ties(Channel.FUNCTION, USER, TOKEN, accesses=apart)
    assert pairs(ties(Channel.MODULE, USER, TOKEN, accesses=apart)) == {("a.Token", "a.User")}


def test_what_is_only_possible_ties_nothing():
    accesses = [use("a.views.f", "a_user", "a_token", certainty="possible")]
    assert not ties(Channel.FUNCTION, USER, TOKEN, accesses=accesses)


def test_what_a_library_asks_for_ties_at_a_place_of_ours():
    library = Step("django/views/generic/edit.py", 133, "django.views.generic.edit.ModelFormMixin.form_valid")
    asked = [msgspec.structs.replace(each, ways=((library,),)) for each in use("a.views.f", "a_user", "a_token")]
    (tie,) = ties(Channel.ENTRY, USER, TOKEN, accesses=[asked])
    assert set(tie.evidence) == {Evidence("a/views.py", 1), Evidence("a/views.py", 2)}


def test_a_join_ties():
    assert pairs(ties(Channel.JOIN, USER, TOKEN, accesses=[use("a.views.f", "a_user", joins=["a_token"])])) == {
        ("a.Token", "a.User")
    }


def test_a_transaction_ties_what_it_writes_not_what_it_reads():
    written = a_transaction(writes=["a_user", "a_token"])
    assert pairs(ties(Channel.TRANSACTION, USER, TOKEN, transactions=[written])) == {("a.Token", "a.User")}
    assert not ties(
        Channel.TRANSACTION, USER, TOKEN, transactions=[a_transaction(writes=["a_user"], reads=["a_token"])]
    )


def test_one_file_ties():
    assert pairs(ties(Channel.FILE, USER, TOKEN, a_model("a.Role"))) == {("a.Role", "a.User")}
