from tests.support.query_snippets import check

TYPES = """
        import strawberry
        import strawberry_django
        from strawberry import auto
        from strawberry_django import mutations

        @strawberry_django.type(Tag)
        class TagType:
            label: auto

        @strawberry_django.input(Tag)
        class TagInput:
            label: auto
"""


def test_fields_and_mutations():
    check(f"""
{TYPES}
        @strawberry.type
        class Query:  # read shop_tag inferred via graphql
            tags: list[TagType] = strawberry_django.field()
            hello: str = "x"

        @strawberry.type
        class Mutation:  # read shop_tag, insert shop_tag, update shop_tag, delete shop_tag, shop_order_tags, shop_product_tags
            add: TagType = mutations.create(TagInput)
            change: TagType = mutations.update(TagInput)
            remove: bool = mutations.delete(TagInput)

        @strawberry.type
        class Other:
            other: int = mutations.custom(TagInput)

            @strawberry_django.field
            def newest(self) -> TagType:
                return Tag.objects.last()  # read shop_tag proved
    """)


def test_relations_with_a_type_are_shown():
    check(f"""
{TYPES}
        @strawberry_django.type(Order)
        class OrderType:  # read shop_tag, shop_order_tags
            number: auto
            customer: int
            tags: list["TagType"]

        @strawberry.type
        class Plain:
            tags: list[TagType]
    """)
