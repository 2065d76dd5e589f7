from tests.support.query_snippets import accesses_of, check

SETTINGS = """
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions",
    "people", "shop", "billing", "desk", "stock"]
AUTH_USER_MODEL = "people.Customer"
"""
FILES = {"config/settings.py": SETTINGS}
IN_COOKIES = {"config/settings.py": SETTINGS + 'SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"'}


def test_what_is_kept_in_a_session():
    check(
        """
        def show(request, key):
            request.session["seen"] = 1  # read django_session via session, update django_session via session
            seen = request.session["seen"]  # read django_session
            del request.session["seen"]  # read django_session, update django_session
            if "seen" in request.session:  # read django_session
                request.session.pop("seen")  # read django_session, update django_session
            request.session.get(key)  # read django_session
            return seen
    """,
        files=FILES,
    )


def test_the_row_of_a_session():
    check(
        """
        from django.contrib.sessions.backends.db import SessionStore

        def leave(request):
            request.session.cycle_key()  # read django_session, insert django_session, delete django_session
            request.session.flush()  # read django_session, delete django_session
            SessionStore.clear_expired()  # delete django_session
    """,
        files=FILES,
    )


def test_what_touches_no_table():
    check(
        """
        def show(request):
            request.session.modified = True
            key = request.session.session_key
            session = {}
            session["seen"] = 1
            return key in session
    """,
        files=FILES,
    )


def test_sessions_that_are_kept_elsewhere():
    check(
        """
        def show(request):
            request.session["seen"] = 1
            return request.session["seen"]
    """,
        files=IN_COOKIES,
    )


def test_sessions_are_inferred_and_caused_by_django():
    (read,) = accesses_of(
        """
        def show(request):
            return request.session["seen"]
    """,
        files=FILES,
    )
    assert read.cause is not None
    assert (read.certainty, read.cause.path) == ("inferred", "django/contrib/sessions/backends/base.py")
