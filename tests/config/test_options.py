"""[tool.cutpoint] and the command line become options; mistakes are told all at once."""

import os

import pytest

from cutpoint.config import LARGEST_FILE, Asked, load_gate, load_options
from cutpoint.domain.errors import ConfigError, UsageError


@pytest.fixture
def configured(tmp_path):
    """Writes [tool.cutpoint] and gives the options that come of it."""
    for folder in ("backend", "src", "lib", "site-packages"):
        (tmp_path / folder).mkdir()

    def load(table="", **asked):
        if table:
            (tmp_path / "pyproject.toml").write_text(f"[tool.cutpoint]\n{table}\n")
        return load_options(str(tmp_path), Asked(**asked))

    return load


def mistakes(configured, table):
    with pytest.raises(ConfigError) as error:
        configured(table)
    return error.value.mistakes


def test_defaults(configured, tmp_path):
    options = configured()
    assert options.root == str(tmp_path)
    assert options.cache_dir is not None
    assert (options.django_root, options.settings, options.workers) == (None, None, None)
    assert options.python_path == options.packages == options.exclude == options.test_patterns == options.hints == ()
    assert (options.include_tests, options.include_migrations) == (False, False)


def test_every_key(configured, tmp_path):
    options = configured(
        """
        root = "backend"
        settings = "shop.settings"
        path = ["src", "lib"]
        packages = ["site-packages"]
        exclude = ["legacy/"]
        tests = ["qa/"]
        include-tests = true
        include-migrations = true
        cache-dir = ".cache/cutpoint"
        workers = 3
        """
    )
    assert (options.include_tests, options.include_migrations) == (True, True)
    assert options.django_root == str(tmp_path / "backend")
    assert options.settings == "shop.settings"
    assert options.python_path == (str(tmp_path / "src"), str(tmp_path / "lib"))
    assert options.packages == (str(tmp_path / "site-packages"),)
    assert options.exclude == ("legacy/",)
    assert options.test_patterns == ("qa/",)
    assert options.cache_dir is None
    assert options.workers == 3


def test_the_command_line_wins(configured, tmp_path):
    options = configured(
        'settings = "a.b"\npath = ["src"]\nworkers = 3\nexclude = ["x/"]',
        settings="c.d",
        path=("lib",),
        workers=2,
        exclude=("y/",),
    )
    assert (options.settings, options.workers, options.exclude) == ("c.d", 2, ("y/",))
    assert options.python_path == (str(tmp_path / "lib"),)


@pytest.mark.parametrize("said", ["", "include-tests = true", "include-tests = false"])
@pytest.mark.parametrize("asked", [True, False, None])
def test_the_command_line_may_include_tests_and_leave_them_out_again(configured, said, asked):
    options = configured(said, include_tests=asked, include_migrations=asked)
    assert options.include_tests is (said.endswith("true") if asked is None else asked)
    assert options.include_migrations is bool(asked)


def test_an_underscore_does_for_a_hyphen(configured):
    assert configured("include_tests = true\ninclude_migrations = true").include_migrations


def test_both_spellings_at_once_are_a_mistake(configured):
    (mistake,) = mistakes(configured, "include_tests = true\ninclude-tests = false")
    assert mistake.startswith("pyproject.toml:3: include-tests is there twice")


def test_no_cache_wins_over_everything(configured):
    assert configured('cache-dir = "cache"', use_cache=False, cache_dir="/somewhere").cache_dir is None


def test_the_cache_of_the_command_line_may_lie_anywhere(configured, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert configured(cache_dir="../cache").cache_dir == os.path.join(str(tmp_path), "../cache")


def test_a_cache_inside_the_project_is_used_when_the_command_line_names_it(configured, tmp_path):
    inside = str(tmp_path / ".cache")
    options = configured('cache-dir = ".cache"', cache_dir=inside)
    assert (options.cache_dir, options.cache_refused) == (inside, "")


def test_and_not_when_the_configuration_of_the_project_does(configured, tmp_path):
    options = configured('cache-dir = ".cache"')
    assert options.cache_dir is None
    assert options.cache_refused.startswith(f"the cache {tmp_path / '.cache'} lies inside the project")


@pytest.mark.parametrize("through", ["backend", "../{name}/backend", "link"])
def test_nor_when_the_environment_or_a_link_leads_there(configured, tmp_path, tmp_path_factory, monkeypatch, through):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "link").symlink_to(tmp_path / "backend")
    home = {"link": outside / "link"}.get(through, tmp_path / through.format(name=tmp_path.name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    options = configured()
    assert options.cache_dir is None
    assert "lies inside the project" in options.cache_refused
    monkeypatch.setenv("XDG_CACHE_HOME", str(outside))
    options = configured()
    assert (options.cache_dir, options.cache_refused) == (str(outside / "cutpoint"), "")


def test_nor_when_the_project_is_reached_by_a_link(tmp_path, tmp_path_factory, monkeypatch):
    link = tmp_path_factory.mktemp("outside") / "link"
    link.symlink_to(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert load_options(str(link), Asked()).cache_dir is None


def test_links_in_a_circle_are_no_place_inside(configured, tmp_path, tmp_path_factory, monkeypatch):
    circle = tmp_path_factory.mktemp("outside") / "circle"
    circle.symlink_to(circle)
    monkeypatch.setenv("XDG_CACHE_HOME", str(circle))
    assert configured().cache_dir == str(circle / "cutpoint")


def test_folders_are_looked_up_inside_first_and_then_from_here(configured, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    for folder in ("src", "only-here"):
        (elsewhere / folder).mkdir(parents=True)
    monkeypatch.chdir(elsewhere)
    options = configured(path=("src", "only-here"))
    assert options.python_path == (str(tmp_path / "src"), str(elsewhere / "only-here"))


def test_a_folder_is_absolute_and_normal_wherever_it_is_given_from(tmp_path, monkeypatch):
    (tmp_path / "shop" / "src").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    options = load_options("shop/../shop", Asked(path=("src/../src",)))
    assert options.root == str(tmp_path / "shop")
    assert options.python_path == (str(tmp_path / "shop" / "src"),)


def test_every_mistake_is_told_with_its_line_and_the_nearest_name(configured):
    assert mistakes(configured, 'setings = "a"\nworkers = 0\npath = "src"\npackages = ["gone"]\nexclude = [1]') == (
        "pyproject.toml:2: setings is no key of [tool.cutpoint]; did you mean settings?",
        "pyproject.toml:3: workers must be a number from 1 to 256, not 0",
        "pyproject.toml:4: path must be a list of texts, not 'src'; write it in [ ]",
        "pyproject.toml:5: packages names no folder: there is no 'gone' beside pyproject.toml",
        "pyproject.toml:6: exclude must be a text in quotes, not 1",
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("zzz = 1", "there are root, settings, path"),
        ("settings = 3", "settings must be a text in quotes, not 3"),
        ('settings = "shop/settings.py"', "must be a dotted module name"),
        ("workers = true", "workers must be a number"),
        ("include-tests = 1", "include-tests must be true or false, not 1"),
        ('root = ".."', "root must stay inside the project"),
        ('root = ""', "must be a text in quotes, not ''"),
        ('cache-dir = "/var/tmp"', "cache-dir must stay inside the project"),
        ('cache-dir = "../x"', "cache-dir must stay inside the project"),
        ('packages = ["a\\u0000b"]', "packages names no folder"),
    ],
)
def test_one_mistake(configured, table, said):
    assert said in mistakes(configured, table)[0]


def test_a_cache_behind_a_link_out_of_the_project_is_refused(configured, tmp_path):
    (tmp_path / "link").symlink_to("/")
    assert "must stay inside" in mistakes(configured, 'cache-dir = "link/var"')[0]


def test_broken_toml_names_its_line(configured):
    assert "at line 2" in mistakes(configured, "settings =")[0]


@pytest.mark.parametrize("content", ["[tool]\ncutpoint = 1", "[[tool.cutpoint]]"])
def test_something_else_than_a_table(tmp_path, content):
    (tmp_path / "pyproject.toml").write_text(content)
    with pytest.raises(ConfigError, match="must be a table"):
        load_options(str(tmp_path), Asked())


@pytest.mark.parametrize("content", [b"[broken", b"\xff\xfe", b'[project]\nname = "x"', b""])
def test_a_file_that_does_not_speak_to_us_is_not_our_matter(tmp_path, content):
    (tmp_path / "pyproject.toml").write_bytes(content)
    assert load_options(str(tmp_path), Asked()).settings is None


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    (tmp_path / "pyproject.toml").write_bytes(b'\xef\xbb\xbf[tool.cutpoint]\nsettings = "a"\n')
    assert load_options(str(tmp_path), Asked()).settings == "a"


@pytest.mark.parametrize("content", [b"cutpoint = " + b"[" * 5000, b"cutpoint = " + b"9" * 5000, b"# cutpoint \xff\n="])
def test_hostile_toml_is_a_mistake_like_others(tmp_path, content):
    (tmp_path / "pyproject.toml").write_bytes(content)
    with pytest.raises(ConfigError, match="is not valid TOML"):
        load_options(str(tmp_path), Asked())


def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pyproject.toml")
    with pytest.raises(ConfigError, match="not a regular file"):
        load_options(str(tmp_path), Asked())


def test_a_link_that_leads_out_is_not_read_and_one_inside_is(tmp_path):
    project = tmp_path / "project"
    (project / "etc").mkdir(parents=True)
    (tmp_path / "secret.toml").write_text('[tool.cutpoint]\nsettings = "a"\n')
    (project / "etc/settings.toml").write_text('[tool.cutpoint]\nsettings = "b"\n')
    (project / "pyproject.toml").symlink_to(tmp_path / "secret.toml")
    with pytest.raises(ConfigError, match="a link leads out of its folder"):
        load_options(str(project), Asked())
    (project / "pyproject.toml").unlink()
    (project / "pyproject.toml").symlink_to("etc/settings.toml")
    assert load_options(str(project), Asked()).settings == "b"


def test_a_file_that_is_too_large_is_told_and_not_ignored(tmp_path):
    (tmp_path / "pyproject.toml").write_text("#" * (LARGEST_FILE + 1))
    with pytest.raises(ConfigError, match="larger than 4 MB"):
        load_options(str(tmp_path), Asked())


def test_parents_are_not_asked(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.cutpoint]\nsettings = "a"\n')
    (tmp_path / "inner").mkdir()
    assert load_options(str(tmp_path / "inner"), Asked()).settings is None


def test_a_missing_path_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="there is no"):
        load_options(str(tmp_path / "gone"), Asked())


def test_a_file_of_its_own_says_the_same_without_the_head(tmp_path):
    (tmp_path / "cutpoint.toml").write_text(
        'settings = "shop.settings"\nexclude = ["legacy/"]\n\n[services.money]\napps = ["billing"]\n'
    )
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'cutpoint-user'\n")
    options = load_options(str(tmp_path), Asked())
    assert (options.settings, options.exclude) == ("shop.settings", ("legacy/",))
    assert [service.name for service in load_gate(str(tmp_path)).services] == ["money"]


@pytest.mark.parametrize(
    ("own", "other", "said"),
    [
        ("setings = 'x'\n", "", "cutpoint.toml:1: setings is no key of [tool.cutpoint]; did you mean settings?"),
        ("\n[cuts.a]\n\ntake = 3\n", "", "cutpoint.toml:4: cuts.a.take must be a list"),
        ("settings = \n", "", "cutpoint.toml is not valid TOML"),
        (
            "settings = 'x'\n",
            "[tool.cutpoint]\nsettings = 'y'\n",
            "cutpoint.toml and pyproject.toml both configure cutpoint",
        ),
    ],
)
def test_mistakes_in_a_file_of_its_own(tmp_path, own, other, said):
    (tmp_path / "cutpoint.toml").write_text(own)
    (tmp_path / "pyproject.toml").write_text(other)
    with pytest.raises(ConfigError) as caught:
        load_options(str(tmp_path), Asked())
    assert said in str(caught.value)
