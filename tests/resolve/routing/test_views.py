"""The view behind whatever is wrapped around it."""

import pytest

from tests.support.routes import urls


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("views.pay", "shop.views.pay"),
        ("login_required(views.pay)", "shop.views.pay"),
        ('permission_required("shop.pay")(views.pay)', "shop.views.pay"),
        ("cache_page(60)(csrf_exempt(views.Detail.as_view()))", "shop.views.Detail"),
        ("partial(views.pay, now=True)", "shop.views.pay"),
        ('"shop.views.pay"', "shop.views.pay"),
        ("own(views.pay)", "shop.views.pay wrapped"),
        ('staff("boss")(views.Detail.as_view())', "shop.views.Detail"),
        ("Feed()", "config.urls.Feed"),
        ("lambda request: views.pay(request)", "config.urls.<lambda>"),
    ],
)
def test_wrapped(view, told):
    assert urls(f"""
        from functools import partial, wraps
        from django.contrib.auth.decorators import login_required, permission_required
        from django.urls import path
        from django.views.decorators.cache import cache_page
        from django.views.decorators.csrf import csrf_exempt
        from shop import views

        def own(view):
            @wraps(view)
            def inner(request):
                return view(request)
            return inner

        def staff(role):
            def decorator(function):
                def wrapper(request):
                    return function(request)
                return wrapper
            return decorator

        class Feed:
            def __call__(self, request): ...

        urlpatterns = [path("a/", {view})]
    """) == [f"a/ - → {told}"]


def test_a_class_with_an_as_view_of_its_own():
    assert urls("""
        from django.urls import path
        from django.views.decorators.csrf import csrf_exempt
        from shop import views

        class Open(views.Detail):
            @classmethod
            def as_view(cls, **given):
                return csrf_exempt(super().as_view(**given))

        urlpatterns = [path("a/", Open.as_view())]
    """) == ["a/ - → config.urls.Open"]
