"""Patterns whose class says what they are shown as: the language before all others, and classes of a project's own."""

import pytest

from tests.support.routes import urls

BELOW = """
import library
def spelled(language):
    return library.NAMES.get(language.lower()) or library.ask(language)
class Prefix({base}):
    @property
    def language_prefix(self):
        language = spelled(translation.get_language()) or settings.LANGUAGE_CODE
        if language == settings.LANGUAGE_CODE and not self.prefix_default_language:
            return ""
        return f"{{language}}/"
"""
IMPORTS = """
import django.urls
import django.urls.resolvers as resolvers
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import LocalePrefixPattern, URLResolver, path
from django.utils import translation
from shop import views
"""
DJANGOS = ["LocalePrefixPattern", "django.urls.LocalePrefixPattern", "resolvers.LocalePrefixPattern"]
PATTERNS = '[path("pay/", views.pay)]'


def prefix_of(text: str) -> str:
    (route,) = urls(IMPORTS + text)
    return route.partition("pay/")[0]


@pytest.mark.parametrize("base", DJANGOS)
@pytest.mark.parametrize("has_class", [False, True])
@pytest.mark.parametrize(
    ("given", "expected"), [("", "nl/"), ("prefix_default_language=True", "nl/"), ("prefix_default_language=False", "")]
)
def test_the_language_before_all_patterns(base, has_class, given, expected):
    own = BELOW.format(base=base) if has_class else f"Prefix = {base}\n"
    assert prefix_of(f"{own}urlpatterns = [URLResolver(Prefix({given}), {PATTERNS})]") == expected


@pytest.mark.parametrize("base", DJANGOS)
def test_a_function_of_the_projects_own_for_it(base):
    function = """
def localized(*urls, prefix_default_language=True):
    if not settings.USE_I18N:
        return list(urls)
    return [django.urls.URLResolver(Prefix(prefix_default_language=prefix_default_language), list(urls))]
urlpatterns = localized(path("pay/", views.pay))
"""
    assert prefix_of(BELOW.format(base=base) + function) == "nl/"


@pytest.mark.parametrize(
    "shows",
    ["def __str__(self): return self.shop + '/'", "def __str__(self):\n        return f'{self.shop}/'"],
)
def test_a_pattern_of_the_projects_own(shows):
    own = f"class Of:\n    def __init__(self, *, shop=None):\n        self.shop = shop\n    {shows}\n"
    assert prefix_of(f"{own}urlpatterns = [URLResolver(Of(shop='toys'), {PATTERNS})]") == "toys/"


def test_what_only_run_time_shows_is_not_known():
    own = "import library\nclass Of:\n    def __str__(self): return library.ask()\n"
    assert prefix_of(f"{own}urlpatterns = [URLResolver(Of(), {PATTERNS})]") == "<?>"


@pytest.mark.parametrize(
    "prefix", ['"{}api/".format(asked())', 'f"{asked()}api/"', '"%sapi/" % asked()', 'asked() + "api/"']
)
def test_literal_parts_of_a_route_stay_known(prefix):
    assert prefix_of(f"from library import asked\nurlpatterns = [path({prefix}, django.urls.include({PATTERNS}))]") == (
        "<?>api/"
    )
