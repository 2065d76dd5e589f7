import msgspec
import pytest

from cutpoint.domain.errors import NotAMonolithError, UsageError
from cutpoint.domain.project import Options, Project
from cutpoint.domain.source import Role, SourceFile
from cutpoint.resolve.settings_choice import Choice, choose
from tests.support.monolith import facts_of_text, write_files

SETS = 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "{}")'
APPS = "INSTALLED_APPS = []"


def chosen(files: dict[str, str], options: dict | None = None, **project) -> Choice:
    """The choice for *files* below /root; Django roots are the folders with a manage.py."""
    sources = tuple(SourceFile(path, f"/root/{path}", 0, 0, Role.CODE) for path in sorted(files))
    roots = sorted({path.rpartition("/")[0] or "." for path in files if path.endswith("manage.py")})
    found = Project(root="/root", files=sources, django_roots=tuple(roots), packages=(), blind_spots=())
    found = msgspec.structs.replace(found, **project)
    facts = {path: facts_of_text(text, path) for path, text in files.items()}
    return choose(found, Options(root="/root", **(options or {})), facts)


def test_manage_names_the_settings():
    choice = chosen({"manage.py": f"import os\n{SETS.format('config.settings')}", "config/settings.py": APPS})
    assert choice.settings == "config.settings"
    assert choice.found_by == "manage.py:2 sets DJANGO_SETTINGS_MODULE"
    assert (choice.django_root, choice.python_path) == (".", (".",))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("manage.py", "wsgi.py"),
        ("manage.py", "config/wsgi.py"),
        ("config/wsgi.py", "celery.py"),
        ("config/celery.py", "bin/job.py"),
        ("config/wsgi.py", "tests/wsgi.py"),
        ("bin/job.py", "docs/conf.py"),
    ],
)
def test_some_files_know_better_than_others(better, worse):
    files = {better: SETS.format("better"), worse: SETS.format("worse"), "better.py": APPS, "worse.py": APPS}
    choice = chosen(files)
    assert choice.settings == "better"
    assert choice.candidates == ("better", "worse")


def test_settings_that_are_named_and_not_there_are_passed_over():
    files = {"manage.py": SETS.format("local"), "config/wsgi.py": SETS.format("config.prod"), "config/prod.py": APPS}
    choice = chosen(files)
    assert choice.settings == "config.prod"
    assert choice.candidates == ("local", "config.prod")


@pytest.mark.parametrize(("path", "before_code"), [("pytest.ini", True), (".env", True)])
def test_configuration_files_name_settings_too(path, before_code):
    files = {"bin/job.py": SETS.format("worse"), "better.py": APPS, "worse.py": APPS}
    choice = chosen(files, settings_hints=(("better", path, 3),))
    assert (choice.settings == "better") is before_code
    assert choice.found_by == f"{path}:3 names it"


def test_without_a_name_the_file_that_assigns_installed_apps_is_taken():
    choice = chosen({"site/__init__.py": "", "site/settings.py": APPS, "site/models.py": ""})
    assert choice.settings == "site.settings"
    assert choice.found_by == "it assigns INSTALLED_APPS"
    assert choice.python_path == (".",)


def test_it_is_rather_settings_than_tests_and_rather_near_than_far():
    assert chosen({"tests/settings.py": APPS, "a/b/base.py": APPS}).settings == "base"
    assert chosen({"a/base.py": APPS, "a/settings.py": APPS}).settings == "settings"
    assert chosen({"a/b/c/settings.py": APPS, "a/settings.py": APPS}).python_path[0] == "a"
    assert chosen({"test_settings.py": APPS, "a/other.py": APPS}).settings == "other"


@pytest.mark.parametrize("path", ["project_template/settings.py", "{{ name }}/settings.py"])
def test_templates_of_projects_are_no_settings(path):
    assert chosen({path: APPS, "models.py": ""}).settings is None


def test_the_folder_above_the_packages_is_on_the_python_path():
    choice = chosen({"src/site/__init__.py": "", "src/site/conf/__init__.py": "", "src/site/conf/base.py": APPS})
    assert choice.settings == "site.conf.base"
    assert choice.python_path == ("src", ".")


def test_settings_below_the_folder_of_manage_are_found_from_there():
    files = {"backend/manage.py": SETS.format("conf.settings"), "backend/conf/settings.py": APPS}
    choice = chosen(files)
    assert (choice.django_root, choice.python_path) == ("backend", ("backend", "."))


def test_without_settings_there_is_no_choice():
    choice = chosen({"shop/__init__.py": "", "shop/models.py": ""})
    assert (choice.settings, choice.found_by, choice.python_path) == (None, "no settings were found", (".",))


def test_source_folders_are_on_the_python_path():
    choice = chosen({"src/shop/models.py": ""}, source_folders=("src",))
    assert choice.python_path == ("src", ".")


TWO = {
    "one/manage.py": SETS.format("conf.settings"),
    "one/conf/settings.py": APPS,
    "two/manage.py": SETS.format("conf.settings"),
    "two/conf/settings.py": APPS,
}


def test_several_django_roots_have_to_be_chosen_from():
    with pytest.raises(NotAMonolithError, match=r"several Django roots .* choose one:\n  --root one\n  --root two"):
        chosen(TWO)


@pytest.mark.parametrize("root", ["one", "two"])
def test_the_one_that_is_asked_for_is_read(root):
    choice = chosen(TWO, {"django_root": f"/root/{root}"})
    assert (choice.django_root, choice.settings, choice.python_path) == (root, "conf.settings", (root, "."))
    assert choice.found_by.startswith(f"{root}/manage.py:1 ")


@pytest.mark.parametrize("side", ["example", "tests", "demo_project", "sandbox", "docs/sample"])
def test_a_root_that_only_shows_something_is_no_choice(side):
    files = {path.replace("two", side): text for path, text in TWO.items()}
    assert chosen(files).django_root == "one"


def test_the_root_itself_comes_before_roots_below():
    files = {**TWO, "manage.py": SETS.format("site"), "site.py": APPS}
    assert (chosen(files).django_root, chosen(files).settings) == (".", "site")


def test_named_settings_choose_the_root_from_which_they_are_found():
    files = {**TWO, "two/conf/local.py": APPS}
    choice = chosen(files, {"settings": "conf.local"})
    assert (choice.django_root, choice.settings, choice.found_by) == ("two", "conf.local", "--settings names it")
    assert choice.python_path == ("two", ".")


def test_named_settings_win_over_all_others():
    files = {"manage.py": SETS.format("prod"), "prod.py": APPS, "dev.py": APPS}
    choice = chosen(files, {"settings": "dev"})
    assert (choice.settings, choice.candidates) == ("dev", ("prod",))


def test_named_settings_that_are_not_there_are_refused_with_what_is():
    files = {"manage.py": "", "conf/dev.py": APPS}
    message = r"no module nothing lies below /root; files that assign INSTALLED_APPS:\n  conf/dev.py"
    with pytest.raises(UsageError, match=message):
        chosen(files, {"settings": "nothing"})
    with pytest.raises(UsageError, match="no file assigns INSTALLED_APPS"):
        chosen({"manage.py": ""}, {"settings": "nothing"})


@pytest.mark.parametrize("name", ["settings", "conf_settings", "x.conf.settings"])
def test_a_name_only_matches_whole_parts_of_a_path(name):
    files = {"myconf/settings.py": APPS, "manage.py": ""}
    if name == "settings":
        assert chosen(files, {"settings": name}).python_path == ("myconf", ".")
    else:
        with pytest.raises(UsageError):
            chosen(files, {"settings": name})


def test_named_settings_outside_the_root_are_found_by_path(tmp_path):
    write_files(tmp_path, {"conf/outside.py": APPS})
    options = {"settings": "conf.outside", "python_path": (str(tmp_path),)}
    choice = chosen({"manage.py": ""}, options)
    assert (choice.settings, choice.found_by) == ("conf.outside", "--settings names it, and --path leads to it")
    with pytest.raises(UsageError):
        chosen({"manage.py": ""}, {**options, "settings": "conf.nothing"})


def test_given_folders_come_first_on_the_python_path():
    files = {"manage.py": SETS.format("settings"), "settings.py": APPS, "lib/a.py": ""}
    choice = chosen(files, {"python_path": ("/root/lib", "/elsewhere")})
    assert choice.python_path == ("lib", ".")


def test_a_django_root_that_is_a_package_is_not_on_the_python_path():
    files = {"site/__init__.py": "", "site/manage.py": SETS.format("site.settings"), "site/settings.py": APPS}
    choice = chosen(files)
    assert (choice.settings, choice.python_path) == ("site.settings", (".",))
