"""Registries: dicts of functions and classes that are filled by calls and decorators, and asked by name or by class."""

from tests.support.query_snippets import check


def test_functions_by_name():
    check("""
        HOOKS = {}

        def register(name, function=None):
            if function is None:
                def decorator(function):
                    register(name, function)
                    return function
                return decorator
            if name not in HOOKS:
                HOOKS[name] = []
            HOOKS[name].append((function, 0))

        def get_hooks(name):
            return [pair[0] for pair in sorted(HOOKS.get(name, []), key=lambda pair: pair[1])]

        @register("wish")
        def forget(thing):
            thing.delete()  # delete shop_wish

        @register("line")
        def drop(thing):
            thing.delete()  # delete shop_line

        def all(wish: Wish, line: Line):
            for function in get_hooks("wish"):
                function(wish)
            for function in get_hooks("line"):
                function(line)
    """)


def test_lists_by_name_in_a_defaultdict():
    check("""
        HOOKS = defaultdict(list)

        def register(name):
            def decorator(function):
                HOOKS[name].append(function)
                return function
            return decorator

        @register("wish")
        def forget(thing):
            thing.delete()  # delete shop_wish

        @register("line")
        def drop(thing):
            thing.delete()  # delete shop_line

        def run(name, thing):
            for function in HOOKS[name]:
                function(thing)

        def all(wish: Wish, line: Line):
            run("wish", wish)
            run("line", line)
    """)


def test_classes_by_class():
    check("""
        class Registry:
            def __init__(self):
                self.values = {}

            def register(self, model, value):
                self.values[model] = value

            def get(self, model):
                for ancestor in model.mro():
                    try:
                        return self.values[ancestor]
                    except KeyError:
                        pass

        registry = Registry()

        class Forget:
            def run(self, thing):
                thing.delete()  # delete shop_wish

        class Drop:
            def run(self, thing):
                thing.save(update_fields=["note"])  # update shop_line, update shop_order

        def fill():
            registry.register(Wish, Forget)
            registry.register(Line, Drop)
            registry.register(Order, Drop)

        def all(wish: Wish, line: Line, paid: PaidOrder):
            registry.get(Wish)().run(wish)
            registry.get(Line)().run(line)
            registry.get(PaidOrder)().run(paid)
    """)


def test_classes_by_class_and_name():
    check("""
        class Registry:
            def __init__(self):
                self.actions = {}

            def register(self, model, action):
                self.actions.setdefault(model, {})[action.name] = action

            def of(self, model):
                actions = {}
                for cls in reversed(model.mro()):
                    actions.update(self.actions.get(cls, {}))
                return actions

            def get(self, model, name):
                return self.of(model).get(name)

        registry = Registry()

        class Action:
            name = None

        class Forget(Action):
            name = "forget"

            def run(self, thing):
                thing.delete()  # delete shop_wish

        class Drop(Action):
            name = "drop"

            def run(self, thing):
                thing.delete()  # delete shop_line

        def fill():
            registry.register(Wish, Forget)
            registry.register(Line, Drop)

        def all(wish: Wish, line: Line):
            registry.get(Wish, "forget")().run(wish)
            registry.get(Line, "drop")().run(line)
    """)


def test_objects_by_class():
    check("""
        class Policy:
            def __init__(self, model):
                self.model = model

            def rows(self):
                return self.model.objects.all()  # read shop_wish, read shop_line, read people_customer

        class Registry:
            def __init__(self):
                self.values = {}
                self.made = {}

            def register(self, model, value):
                self.values[model] = value

            def get(self, model):
                for ancestor in model.mro():
                    try:
                        return self.values[ancestor]
                    except KeyError:
                        pass
                if model not in self.made:
                    self.made[model] = Policy(model)
                return self.made[model]

        registry = Registry()
        wishes = Policy(Wish)
        registry.register(Wish, wishes)
        registry.register(Line, Policy(Line))

        def fill(name):
            registry.register(Customer, Policy(Customer))
            for model in apps.get_models():
                registry.register(model, Policy(model))

        def all():
            wishes.rows().first().refresh_from_db()  # read shop_wish
            registry.get(Wish).rows().first().refresh_from_db()  # read shop_wish
            registry.get(Line).rows().first().refresh_from_db()  # read shop_line
            registry.get(Customer).rows().first().refresh_from_db()  # read people_customer
    """)


def test_long_registries_of_objects():
    classes = "\n".join(
        f"""
        class Action{number}(Action):
            def run(self, thing):
                thing.delete()  # delete shop_wish
"""
        for number in range(25)
    )
    filled = "\n".join(f'            Registry.put(Action{number}(), "k{number}")' for number in range(25))
    check(f"""
        class Action:
            def do(self, thing):
                self.run(thing)

        class Registry:
            actions = {{}}

            @classmethod
            def put(cls, action, key):
                cls.actions[key] = action
        {classes}
        def fill():
{filled}

        def run(key, wish: Wish):
            for action in Registry.actions.values():
                action.do(wish)
    """)


def test_callers_that_call_something_else_by_now():
    others = "\n".join(f"        class Other{number}:\n            pass\n" for number in range(30))
    more = "\n".join(f"            keeper.thing = Other{number}()" for number in range(30))
    check(f"""
        class Action:
            def run(self, what):
                Wish.objects.filter(text=what).delete()  # delete shop_wish

        class Keeper:
            thing = None

{others}
        def a_first(keeper: Keeper):
            keeper.thing = Action()

        def b_call(keeper: Keeper):
            keeper.thing.run("a")

        def c_more(keeper: Keeper):
{more}
    """)
