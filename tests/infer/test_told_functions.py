"""What stand-ins say of functions also counts where the library's own source is at hand."""

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import MANAGE, write_files

LIBRARY = {
    "waffle/__init__.py": """
        def get_waffle_switch_model():
            return find("SWITCH_MODEL")

        def switch_is_active(name):
            return get_waffle_switch_model().get(name).is_active()

        def first_switch():
            from waffle.models import Switch
            return save(Switch.objects.first())
    """,
    "waffle/models.py": """
        from django.db import models

        class Switch(models.Model):
            name = models.CharField(max_length=9)
            active = models.BooleanField()
    """,
    "rest_framework_simplejwt/__init__.py": "",
    "rest_framework_simplejwt/tokens.py": """
        class Token:
            def __init__(self, token=None):
                read(token)

        class BlacklistMixin:
            def blacklist(self):
                return forbid(self)

        class RefreshToken(BlacklistMixin, Token):
            pass
    """,
    "rest_framework_simplejwt/token_blacklist/__init__.py": "",
    "rest_framework_simplejwt/token_blacklist/models.py": """
        from django.db import models

        class OutstandingToken(models.Model):
            jti = models.CharField(max_length=9)

        class BlacklistedToken(models.Model):
            token = models.OneToOneField(OutstandingToken, models.CASCADE)
    """,
}
FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": """
        INSTALLED_APPS = ["shop", "waffle", "rest_framework_simplejwt.token_blacklist"]
    """,
    "shop/__init__.py": "",
    "shop/views.py": """
        import waffle
        from rest_framework_simplejwt.tokens import RefreshToken

        def show(request):
            waffle.switch_is_active("sale")

        def log_out(text):
            RefreshToken(text).blacklist()
    """,
}


def _told(tmp_path, files, packages=()):
    write_files(tmp_path, files)
    options = Options(
        root=str(tmp_path), packages=tuple(str(tmp_path / each) for each in packages), exclude=packages, workers=1
    )
    return {(access.line, access.action, access.table) for access in analyze(options).accesses}


def test_a_body_in_a_stand_in_wins_over_the_librarys(tmp_path):
    beside = {f"packages/{path}": text for path, text in LIBRARY.items()}
    assert _told(tmp_path, FILES | beside, ("packages",)) == {
        (6, "read", "waffle_switch"),
        (9, "read", "token_blacklist_outstandingtoken"),
        (9, "read", "token_blacklist_blacklistedtoken"),
        (9, "insert", "token_blacklist_outstandingtoken"),
        (9, "insert", "token_blacklist_blacklistedtoken"),
    }


def test_what_a_stand_in_is_silent_of_is_read(tmp_path):
    beside = {f"packages/{path}": text for path, text in LIBRARY.items()}
    views = {"shop/views.py": "import waffle\nfrom waffle.models import Switch\nwaffle.first_switch(Switch)\n"}
    assert _told(tmp_path, FILES | beside | views, ("packages",)) == {(3, "read", "waffle_switch")}


def test_a_body_of_the_projects_own_wins_over_a_stand_ins(tmp_path):
    own = dict(LIBRARY)
    own["waffle/__init__.py"] = """
        def switch_is_active(name):
            return name in {"sale"}
    """
    assert not {table for _, _, table in _told(tmp_path, FILES | own)}
