import pytest

from cutpoint.discover.ignore_patterns import read_patterns
from cutpoint.discover.roles import role_reader


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("shop/models.py", "code"),
        ("shop/tests.py", "test"),
        ("shop/test_models.py", "test"),
        ("shop/models_test.py", "test"),
        ("shop/models_tests.py", "test"),
        ("conftest.py", "test"),
        ("tests/factories.py", "test"),
        ("shop/factories.py", "code"),
        ("shop/tests/deep/down/data.py", "test"),
        ("shop/__tests__/x.py", "test"),
        ("shop/testing/x.py", "test"),
        ("testsuite/x.py", "test"),
        ("test_project/urls.py", "test"),
        ("api_tests/x.py", "test"),
        ("shop/contest.py", "code"),
        ("shop/latest/models.py", "code"),
        ("shop/attest.py", "code"),
        ("protest/models.py", "code"),
        ("shop/migrations/0001_initial.py", "migration"),
        ("shop/migrations/0002_add_test.py", "migration"),
        ("shop/migrations/__init__.py", "code"),
        ("shop/migrations/test_0002.py", "test"),
        ("shop/south_migrations/0001_initial.py", "migration"),
        ("shop/migrations/sub/x.py", "code"),
        ("wagtail/test/testapp/models.py", "test"),
        ("wagtail/test/testapp/migrations/0001_initial.py", "migration"),
        ("migrations.py", "code"),
    ],
)
def test_role_of_path(path, role):
    patterns, _ = read_patterns(())
    assert role_reader(patterns)(path) == role


def test_further_patterns_for_tests():
    patterns, _ = read_patterns(["qa/", "/checks/*_probe.py"])
    role_of = role_reader(patterns)
    paths = ["shop/qa/deep/x.py", "checks/a_probe.py", "shop/checks/a_probe.py", "shop/qa.py"]
    assert [role_of(path).value for path in paths] == ["test", "test", "code", "code"]
