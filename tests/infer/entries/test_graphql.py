"""Fields of GraphQL's root types: each is an entry point of its own behind one URL."""

from tests.support.entries import check_entries, entry_points_of


def test_graphene():
    check_entries(
        "graphql",
        """
        import graphene

        class PayOrder(graphene.Mutation):
            ok = graphene.Boolean()

            @classmethod
            def mutate(cls, root, info, pk):
                cls.settle(pk)

            @classmethod
            def settle(cls, pk):
                Order.objects.filter(pk=pk).update(paid=True)

        class ShopQueries(graphene.ObjectType):
            open_orders = graphene.List(graphene.Int)
            title = graphene.String()

            def resolve_open_orders(self, info):
                return list(Order.objects.all())

        class Query(ShopQueries):
            pass

        class Mutation(graphene.ObjectType):
            pay_order = PayOrder.Field()

        schema = graphene.Schema(query=Query, mutation=Mutation)
        """,
        """
        Query.openOrders desk.views.ShopQueries.resolve_open_orders: reads shop_order
        Query.title desk.views.ShopQueries
        Mutation.payOrder desk.views.PayOrder: writes shop_order
        """,
    )


def test_a_base_mutation_by_the_class_of_cls():
    check_entries(
        "graphql",
        """
        import graphene

        class BaseMutation(graphene.Mutation):
            class Meta:
                abstract = True

            @classmethod
            def mutate(cls, root, info, **data):
                cls.perform(info, **data)

        class PayOrder(BaseMutation):
            @classmethod
            def perform(cls, info, **data):
                Order.objects.create()

        class MakeWish(BaseMutation):
            @classmethod
            def perform(cls, info, **data):
                Wish.objects.create()

        class Mutation(graphene.ObjectType):
            pay_order = PayOrder.Field()
            make_wish = MakeWish.Field()

        def build_schema(query, mutation):
            return graphene.Schema(query=query, mutation=mutation)

        schema = build_schema(None, mutation=Mutation)
        """,
        """
        Mutation.payOrder desk.views.PayOrder: writes shop_order
        Mutation.makeWish desk.views.MakeWish: writes shop_wish
        """,
    )


def test_strawberry():
    check_entries(
        "graphql",
        """
        import strawberry

        @strawberry.type
        class Query:
            @strawberry.field
            def open_orders(self) -> list[int]:
                return list(Order.objects.all())

        @strawberry.type
        class Mutation:
            @strawberry.mutation
            def make_wish(self) -> int:
                Wish.objects.create()

            def helper(self):
                Product.objects.create()

        schema = strawberry.Schema(query=Query, mutation=Mutation)
        """,
        """
        Query.openOrders desk.views.Query.open_orders: reads shop_order
        Mutation.makeWish desk.views.Mutation.make_wish: writes shop_wish
        """,
    )


def test_object_types_that_no_schema_starts_from_are_none():
    points = entry_points_of(
        """
        import graphene

        class OrderType(graphene.ObjectType):
            total = graphene.Int()

            def resolve_total(self, info):
                return Order.objects.count()
        """
    )
    assert not [point for point in points if point.kind == "graphql"]
