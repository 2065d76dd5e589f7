"""Classes of ours that inherit from `dict`, `list` or `set`."""

from tests.support.query_snippets import check


def test_registry_that_is_a_dict():
    check("""
        class Registry(dict):
            def __getitem__(self, key):
                return super().__getitem__(key)

        registry = Registry({"models": defaultdict(list), "lines": defaultdict(list), "other": {}})

        def register(model, name):
            registry["models"][model].append((model, name))

        def prepare():
            register(Wish, "wish")
            register(Tag, "tag")
            registry["lines"][Line].append(Line)

        def change(sender):
            for model, name in registry["models"].get(sender, []):
                model.objects.update()  # update shop_wish, shop_tag
            for model in registry["lines"][sender]:
                model.objects.update()  # update shop_line
    """)


def test_dict_without_methods_of_its_own():
    check("""
        class Models(dict):
            def add(self, model):
                self[model.__name__] = model

        def change():
            models = Models()
            models.add(Wish)
            for model in models.values():
                model.objects.update()  # update shop_wish
            Models(a=Wish)["a"].objects.update()  # update shop_wish
    """)


def test_list_of_ours():
    check("""
        class Basket(list):
            def total(self):
                return sum(line.number for line in self)

        def forget(lines: QuerySet[Line]):
            basket = Basket(lines)  # read shop_line
            for line in basket:
                line.delete()  # delete shop_line
    """)


def test_one_that_nobody_fills():
    check("""
        class Data(dict):
            pass

        def change(data: Data):
            data["wish"].objects.update()  # blind
    """)


def test_those_of_several_models_are_told_apart():
    check("""
        class Cached(dict):
            def __init__(self, queryset):
                self.queryset = queryset

            def find(self, name):
                if name not in self:
                    self[name] = self.queryset.get(pk=name)  # read shop_wish, shop_line
                return self[name]

        def change(name: str):
            Cached(Wish.objects.all()).find(name).delete()  # read shop_wish, delete shop_wish
            Cached(Line.objects.all()).find(name).delete()  # read shop_line, delete shop_line
    """)
