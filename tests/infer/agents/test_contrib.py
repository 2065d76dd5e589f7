from tests.support.query_snippets import check

SETTINGS = """
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sites",
    "people", "shop", "billing", "desk", "stock"]
AUTH_USER_MODEL = "people.Customer"
"""
FILES = {"config/settings.py": SETTINGS}


def test_messages_keep_nothing_in_tables():
    check("""
        from django.contrib import messages

        def show(request):
            messages.success(request, "done")
            messages.add_message(request, messages.INFO, "done")
            return list(messages.get_messages(request))
    """)


def test_the_current_site():
    check(
        """
        from django.contrib.sites.models import Site
        from django.contrib.sites.shortcuts import get_current_site

        def show(request):
            site = get_current_site(request)  # read django_site via contrib
            return site, Site.objects.get_current(request)  # read django_site
    """,
        files=FILES,
    )


def test_sites_that_are_not_installed():
    check("""
        from django.contrib.sites.shortcuts import get_current_site

        def show(request):
            return get_current_site(request)
    """)
