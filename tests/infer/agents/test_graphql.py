from tests.support.query_snippets import check


def test_mutations_of_forms_and_serializers():
    check("""
        from django import forms
        from graphene_django.forms.mutation import DjangoModelFormMutation
        from graphene_django.rest_framework.mutation import SerializerMutation
        from rest_framework import serializers

        class TagForm(forms.ModelForm):
            class Meta:
                model = Tag
                fields = ["label"]

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

        class SaveTag(DjangoModelFormMutation):  # read shop_tag, insert shop_tag inferred via form, update shop_tag
            class Meta:
                form_class = TagForm

        class AddWish(SerializerMutation):  # insert shop_wish inferred via serializer
            class Meta:
                serializer_class = WishSerializer
                model_operations = ["create"]

        class OwnWay(DjangoModelFormMutation):  # read shop_tag
            class Meta:
                form_class = TagForm

            @classmethod
            def perform_mutate(cls, form, info):
                Wish.objects.create(text="x")  # insert shop_wish
    """)


def test_types_show_relations_to_what_has_a_type():
    check("""
        from graphene_django import DjangoObjectType

        class TagType(DjangoObjectType):
            class Meta:
                model = Tag
                fields = ("label",)

        class OrderType(DjangoObjectType):  # read shop_tag inferred via graphql, shop_order_tags, shop_line
            class Meta:
                model = Order
                fields = ("tags", "lines", "customer")

        class Own(DjangoObjectType):
            class Meta:
                model = Line
                exclude = ("order",)

            def resolve_product(self, info):
                return None
    """)


def test_lists_without_a_resolver():
    check("""
        import graphene
        from graphene_django import DjangoListField, DjangoObjectType
        from graphene_django.filter import DjangoFilterConnectionField

        class TagType(DjangoObjectType):
            class Meta:
                model = Tag
                fields = ("label",)

        class Mixin:
            tags = DjangoFilterConnectionField(TagType)

        class Query(Mixin, graphene.ObjectType):  # read shop_tag inferred via graphql
            newest = DjangoListField(TagType)

        class Narrow(graphene.ObjectType):
            chosen = DjangoListField(TagType)
            other = graphene.List(TagType)

            def resolve_chosen(self, info):
                return Tag.objects.filter(label="x")  # read shop_tag proved
    """)
