"""Models of django-oauth-toolkit, by the functions that give them."""

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import MANAGE, write_files

FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": """
        INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "oauth2_provider", "access"]
        OAUTH2_PROVIDER_APPLICATION_MODEL = "access.Client"
    """,
    "access/__init__.py": "",
    "access/models.py": """
        from oauth2_provider.models import AbstractApplication

        class Client(AbstractApplication):
            pass
    """,
    "access/views.py": """
        from oauth2_provider.models import get_application_model, get_grant_model

        def forget(user):
            get_application_model().objects.filter(user=user).update(name="")
            get_grant_model().objects.filter(user=user).update(code="")
    """,
}


def test_the_models_that_settings_name(tmp_path):
    write_files(tmp_path, FILES)
    found = analyze(Options(root=str(tmp_path), workers=1)).accesses
    assert {(access.line, access.table) for access in found if access.action == "update"} == {
        (5, "access_client"),
        (6, "oauth2_provider_grant"),
    }
