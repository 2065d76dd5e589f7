"""`type(x) is C` of exact classes, and content types that are compared with those of models."""

from tests.support.query_snippets import check


def test_a_class_that_is_none_of_those_at_hand():
    check("""
        class Part: ...
        class Count(Part): ...
        class Name(Part): ...

        def forget(part):
            if type(part) is Count:
                Order.objects.update(paid=True)
            elif type(part) == Name:
                Order.objects.update(paid=False)  # update shop_order

        def begin():
            forget(Name())
    """)


def test_the_class_of_a_row_is_not_that_of_another():
    check("""
        def forget(thing: Wish | Line, other):
            if type(thing) is Wish:
                thing.delete()  # delete shop_wish
            if type(thing) is type(other):
                thing.delete()  # delete shop_wish, shop_line
            if type(other) is Wish:
                Wish.objects.update()  # update shop_wish
    """)


def test_content_type_of_a_model():
    check("""
        def show(note: Note):
            model = note.content_type.model_class()  # read django_content_type
            if model == Order:
                return note.about.total  # read shop_order, django_content_type
            elif model is Product:
                return note.about.price  # read shop_product, django_content_type
            return None

        def show_at_once(note: Note):
            if note.content_type == ContentType.objects.get_for_model(Order):  # read django_content_type
                return note.about  # read shop_order, django_content_type
            if note.content_type.model_class() != Product:
                return None
            return note.about  # read shop_product, django_content_type

        def show_any(note: Note, model):
            if note.content_type.model_class() == model:  # read django_content_type
                return note.about  # read shop_product, django_content_type
    """)
