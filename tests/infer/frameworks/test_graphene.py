from tests.support.query_snippets import check


def test_user_of_the_context():
    check("""
        from graphql import GraphQLResolveInfo
        from graphene import ResolveInfo

        def resolve_wishes(root, info: GraphQLResolveInfo):
            return info.context.user.wishes.all()  # read people_customer, shop_wish

        def resolve_badge(root, info: ResolveInfo):
            return info.context.user.badge  # read people_customer, people_badge
    """)


def test_other_infos():
    check("""
        class Context:
            user = {}

        class Details:
            context = Context()

        def look(info: Details):
            info.context.user.get("a")
            info.context.user.update(a=1)
    """)
