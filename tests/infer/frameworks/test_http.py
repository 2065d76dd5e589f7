from tests.support.query_snippets import check


def test_user_of_an_annotated_request():
    check("""
        from django.http import HttpRequest
        from django.core.handlers.wsgi import WSGIRequest

        def show(request: HttpRequest, other: WSGIRequest):
            request.user.wishes.update()  # read people_customer, update shop_wish
            other.user.badge.delete()  # read people_customer, people_badge, delete people_badge
    """)


def test_user_of_the_first_argument_of_a_view():
    check("""
        def show(request, number):
            wish = get_object_or_404(Wish, pk=number, customer=request.user)  # read shop_wish, people_customer
            wish.delete()  # delete shop_wish
            if request.user.is_authenticated:
                user = request.user
                user.badge.delete()  # read people_badge, delete people_badge
    """)


def test_asynchronous_user():
    check("""
        from django.http import HttpRequest

        async def show(request: HttpRequest):
            user = await request.auser()  # read people_customer
            await user.badge.adelete()  # read people_badge, delete people_badge
    """)


def test_own_request():
    check("""
        from django.http import HttpRequest

        class ShopRequest(HttpRequest):
            user: Customer
            wish: Wish

        def show(request: ShopRequest):
            request.wish.delete()  # delete shop_wish
            request.user.badge.delete()  # read people_customer, people_badge, delete people_badge
    """)


def test_what_middleware_stores():
    check("""
        from django.http import HttpRequest

        class Middleware:
            def __init__(self, get_response):
                self.get_response = get_response

            def __call__(self, request):
                request.wish = Wish.objects.first()  # read shop_wish
                return self.get_response(request)

        def show(request: HttpRequest):
            request.wish.delete()  # delete shop_wish
    """)


def test_plain_parts_of_a_request():
    check("""
        from django.http import HttpRequest, JsonResponse

        def show(request: HttpRequest):
            request.GET.get("a")
            request.POST.copy().update(a=1)
            request.FILES.get("a").delete()
            request.META.get("a")
            request.COOKIES.get("a")
            request.headers.get("a")
            request.path.count("/")
            return JsonResponse({"a": request.GET.get("b")})
    """)
