"""Trees that no tool likes to meet: a clear word, the documented exit code, and the rest is analyzed all the same."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest

from tests.support.commands import run, start

FIXTURES = Path(__file__).parents[2] / "fixtures"
OK, USAGE, INCOMPLETE, SCARCE, INTERRUPTED, TERMINATED = 0, 2, 3, 74, 130, 143
NOBODY, UNREACHABLE = 65534, 77

MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")\n'
SETTINGS = 'INSTALLED_APPS = ["shop"]\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n'
MODELS = "from django.db import models\n\n\nclass Order(models.Model):\n    number = models.IntegerField()\n"
SOUND = {"manage.py": MANAGE, "site_settings.py": SETTINGS, "shop/__init__.py": "", "shop/models.py": MODELS}

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")


def write(root, files):
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


@pytest.fixture
def shop(tmp_path):
    """A sound project with the model shop.Order, to which a test adds what is bad."""
    return write(tmp_path / "project", SOUND)


@pytest.fixture
def ran(capfd):
    """Runs the command in this process: what it takes to start one of its own is longer than all the rest."""
    return partial(run, capfd)


@pytest.fixture
def reported(ran):
    return partial(report_of, ran)


def reported_apart(root, *options):
    """The report of a process of its own, which may end in any way without ending the suite."""
    return report_of(start, root, *options)


def report_of(running, root, *options):
    done = running("analyze", root, "--format", "json", "--no-cache", *options)
    assert done.code == OK, done.err
    assert "Traceback" not in done.err
    return json.loads(done.out)


def kinds_at(report, path):
    return {spot["kind"] for spot in report["blind_spots"] if spot["path"] == path}


def labels(report):
    return {model["label"] for model in report["models"] if model["ours"]}


@pytest.fixture
def refused(ran):
    def refused(*arguments):
        done = ran(*arguments)
        assert done.code == USAGE
        assert not done.out
        assert "Traceback" not in done.err
        assert all(line.startswith("cutpoint: ") for line in done.err.splitlines())
        return done.err

    return refused


# What is no project


@pytest.mark.parametrize("command", ["analyze", "doctor"])
def test_a_path_that_is_not_there(refused, tmp_path, command):
    assert "there is no" in refused(command, tmp_path / "nowhere")


@pytest.mark.parametrize("command", ["analyze", "doctor"])
def test_a_file_instead_of_a_folder(refused, shop, command):
    assert "not a folder" in refused(command, shop / "manage.py")


def test_a_folder_without_python(refused, tmp_path):
    write(tmp_path, {"README.md": "# hello"})
    assert "no Python file" in refused("analyze", tmp_path)


def test_python_that_is_not_django(refused, tmp_path):
    write(tmp_path, {"main.py": "import flask\n\napp = flask.Flask(__name__)\n"})
    told = refused("analyze", tmp_path)
    assert all(word in told for word in ("manage.py", "INSTALLED_APPS", "AppConfig"))


def test_everything_excluded(refused, shop):
    assert "excluded" in refused("analyze", shop, "--exclude", "*")


def test_settings_that_are_not_there(refused, shop):
    told = refused("analyze", shop, "--settings", "nowhere.settings")
    assert "nowhere.settings" in told
    assert "site_settings.py" in told


# Settings


def test_settings_with_a_syntax_error(ran, reported, shop):
    write(shop, {"site_settings.py": "INSTALLED_APPS = [\n"})
    done = ran("analyze", shop, "--no-cache")
    assert done.code == USAGE
    assert "site_settings.py: INSTALLED_APPS is not known: " in done.err
    report = reported(shop, "--apps-from-folders")
    assert kinds_at(report, "site_settings.py") == {"syntax-error"}
    assert report["project"]["parse_failures"] == 1


def test_settings_that_manage_names_and_nobody_has(reported, shop):
    (shop / "site_settings.py").unlink()
    assert labels(reported(shop)) == {"shop.Order"}


def test_settings_that_import_themselves(reported, shop):
    write(
        shop,
        {
            "site_settings.py": f"from site_settings import *\nfrom other import *\n{SETTINGS}",
            "other.py": "from site_settings import *\n",
        },
    )
    assert labels(reported(shop)) == {"shop.Order"}


@pytest.mark.parametrize("value", ["None", "3", "unknown()", "{'a': 1}", "'shop'", "[None, 3, 'shop']", "[[]]"])
def test_installed_apps_that_are_no_list_of_texts(ran, shop, value):
    write(shop, {"site_settings.py": f"INSTALLED_APPS = {value}\n"})
    start_of_run = time.monotonic()
    done = ran("analyze", shop, "--no-cache", "-q")
    assert done.code in {OK, USAGE}
    assert "Traceback" not in done.err
    assert time.monotonic() - start_of_run < 60


def test_settings_that_never_end(shop):
    write(shop, {"site_settings.py": f"{SETTINGS}\nwhile True:\n    INSTALLED_APPS = INSTALLED_APPS + ['x']\n"})
    report = reported_apart(shop)
    assert "shop.Order" in labels(report)


# Files


BAD_FILES = {
    "syntax error": (b"def f(:\n    pass\n", {"syntax-error"}),
    "half a file": (b"class A:\n    def f(self):\n        return (1,\n", {"syntax-error"}),
    "Python 2": (b'print "hello"\n\ntry:\n    pass\nexcept Exception, error:\n    raise\n', {"python-2"}),
    "not UTF-8": (b'name = "caf\xe9"\n', {"undecodable"}),
    "unknown encoding": (b"# -*- coding: klingon -*-\nx = 1\n", {"undecodable"}),
    "NUL": (b"x = 1\n\x00\x00\x00\n", {"nul-bytes"}),
    "a binary": (bytes(range(256)) * 40, {"nul-bytes", "undecodable"}),
    "deep parentheses": (b"x = " + b"(" * 5_000 + b"1" + b")" * 5_000 + b"\n", {"too-deep"}),
    "deep lists": (b"x = " + b"[" * 150 + b"]" * 150 + b"\n", set()),
    "long sum": (b"x = " + b" + ".join([b"1"] * 20_000) + b"\n", {"too-deep"}),
    "sum within the bound": (b"x = " + b" + ".join([b"1"] * 2_400) + b"\n", set()),
    "long text sum": (b"x = (" + b"\n + ".join([b"'a'"] * 20_000) + b")\n", {"too-deep"}),
    "many elif": (
        b"if x == 0:\n    pass\n" + b"".join(b"elif x == %d:\n    pass\n" % n for n in range(3_000)),
        {"too-deep"},
    ),
    "deep attributes": (b"x = a" + b".a" * 20_000 + b"\n", {"too-deep"}),
    "deep calls": (b"x = a" + b"()" * 20_000 + b"\n", {"too-deep"}),
    "deep unary": (b"x = " + b"-" * 20_000 + b"1\n", {"too-deep"}),
    "large literal": (b"ROWS = [\n" + b"    ('row', 1, 2.0, None),\n" * 70_000 + b"]\n", set()),
    "larger than any code": (b"ROWS = [\n" + b"    ('row', 1, 2.0, None),\n" * 100_000 + b"]\n", {"too-large"}),
    "huge number": (b"x = " + b"9" * 100_000 + b"\n", None),
    "one long line": (b"x = '" + b"a" * 2_000_000 + b"'\n", set()),
    "indented": (b"".join(b" " * n + b"if x:\n" for n in range(200)) + b" " * 200 + b"pass\n", {"too-deep"}),
    "empty": (b"", set()),
    "only a mark": (b"\xef\xbb\xbf", set()),
    "old Mac lines": (b"x = 1\ry = 2\r", None),
}


@pytest.mark.parametrize(("content", "kinds"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_costs_itself_only(shop, content, kinds):
    write(shop, {"shop/bad.py": content})
    report = reported_apart(shop)
    assert "shop.Order" in labels(report)
    found = kinds_at(report, "shop/bad.py")
    assert len(found) <= 1
    if kinds is not None:
        assert found <= kinds
        assert bool(found) == bool(kinds)


def test_all_bad_files_together(shop):
    write(shop, {f"shop/bad_{n}.py": content for n, (content, _) in enumerate(BAD_FILES.values())})
    report = reported_apart(shop, "--workers", "2")
    assert "shop.Order" in labels(report)
    failures = {spot["path"] for spot in report["blind_spots"]}
    assert report["project"]["parse_failures"] <= len(failures)


@pytest.mark.parametrize(
    "name", ["deep parentheses", "many elif", "long sum", "deep attributes", "large literal", "deep unary"]
)
def test_a_bad_file_that_django_imports(shop, name):
    write(shop, {"shop/bad.py": BAD_FILES[name][0], "shop/models.py": f"from shop import bad\n{MODELS}"})
    assert "shop.Order" in labels(reported_apart(shop))


def test_strict_refuses_what_could_not_be_read(ran, shop):
    write(shop, {"shop/bad.py": "def f(:\n"})
    done = ran("analyze", shop, "--strict", "--no-cache", "--format", "json")
    assert done.code == INCOMPLETE
    assert labels(json.loads(done.out)) == {"shop.Order"}
    assert "--strict" in done.err


def test_strict_is_content_with_a_sound_project(ran, shop):
    assert ran("analyze", shop, "--strict", "--no-cache").code == OK


# Code that runs in circles


def test_modules_that_import_each_other(reported, shop):
    write(
        shop,
        {
            "shop/models.py": f"from shop.one import *\n{MODELS}",
            "shop/one.py": "from shop import two\nfrom .two import *\n",
            "shop/two.py": "from shop import models, one\nfrom .one import *\nimport shop.two\n",
        },
    )
    assert labels(reported(shop)) == {"shop.Order"}


def test_classes_with_themselves_as_bases(reported, shop):
    circle = "class A(B):\n    pass\n\n\nclass B(A):\n    pass\n\n\nclass C(C):\n    pass\n\n\nA.__bases__ = (B,)\n"
    write(shop, {"shop/models.py": f"{MODELS}\n{circle}\n\nclass Line(Order, A, C):\n    pass\n"})
    assert "shop.Order" in labels(reported(shop))


def test_bases_in_a_circle_of_modules(reported, shop):
    write(
        shop,
        {
            "shop/models.py": f"from shop.one import A\n{MODELS}\n\nclass Line(A, Order):\n    pass\n",
            "shop/one.py": "from shop.two import B\nclass A(B):\n    pass\n",
            "shop/two.py": "from shop.one import A\nclass B(A):\n    pass\n",
        },
    )
    assert "shop.Order" in labels(reported(shop))


def test_functions_that_call_themselves_for_ever(shop):
    endless = "def f(n):\n    return f(n + 1) + g(n)\n\n\ndef g(n):\n    return f(n) + f(n)\n\n\nX = f(0)\n"
    write(shop, {"shop/models.py": f"{endless}\n{MODELS}"})
    assert "shop.Order" in labels(reported_apart(shop))


def test_values_that_grow_without_end(shop):
    greedy = "x = [0]\nfor n in range(10**9):\n    x = x + x\ny = 'a' * 10**12\nz = [0] * 10**12\nw = 10 ** 10 ** 10\nv = 1 << 10**12\n"
    write(shop, {"shop/models.py": f"{greedy}{MODELS}"})
    assert "shop.Order" in labels(reported_apart(shop))


def test_formats_that_ask_for_too_much(shop):
    greedy = (
        "a = '%099999999999d' % 1\nb = '{:>99999999999}'.format(1)\nc = f'{1:>99999999999}'\nd = 'x'.ljust(10**12)\n"
    )
    greedy += "e = range(10**15)\nf = list(range(10**12))\ng = sum(range(10**12))\n"
    write(shop, {"shop/models.py": f"{greedy}{MODELS}"})
    assert "shop.Order" in labels(reported_apart(shop))


# Things that exist twice


def test_two_apps_with_one_label(reported, shop):
    write(
        shop,
        {
            "site_settings.py": 'INSTALLED_APPS = ["shop", "old.shop"]\n',
            "old/__init__.py": "",
            "old/shop/__init__.py": "",
            "old/shop/models.py": MODELS,
        },
    )
    report = reported(shop)
    assert [app["name"] for app in report["apps"] if app["label"] == "shop"] == ["shop"]
    assert "duplicate-label" in kinds_at(report, "site_settings.py")


def test_two_models_with_one_label(reported, shop):
    write(shop, {"shop/models.py": f"from shop.more import Order as Other\n{MODELS}", "shop/more.py": MODELS})
    report = reported(shop)
    assert labels(report) == {"shop.Order"}
    assert any(spot["kind"] == "duplicate-model" for spot in report["blind_spots"])


def test_two_models_with_one_table(reported, shop):
    other = "\n\nclass Same(models.Model):\n    class Meta:\n        db_table = 'shop_order'\n"
    write(shop, {"shop/models.py": MODELS + other})
    report = reported(shop)
    assert labels(report) == {"shop.Order", "shop.Same"}
    assert {model["table"] for model in report["models"]} == {"shop_order"}
    assert [table["name"] for table in report["tables"]].count("shop_order") >= 1


def test_an_app_that_is_installed_twice(reported, shop):
    write(shop, {"site_settings.py": 'INSTALLED_APPS = ["shop", "shop", "shop"]\n'})
    assert labels(reported(shop)) == {"shop.Order"}


def test_a_module_and_a_package_of_one_name(reported, shop):
    write(shop, {"shop/models/__init__.py": MODELS.replace("Order", "Packaged")})
    assert labels(reported(shop)) == {"shop.Packaged"}


# Links, pipes, folders


def test_links_in_a_circle(reported, shop):
    (shop / "shop" / "again").symlink_to(shop)
    (shop / "itself.py").symlink_to("itself.py")
    (shop / "nowhere.py").symlink_to("gone.py")
    report = reported(shop)
    assert labels(report) == {"shop.Order"}
    assert kinds_at(report, "shop/again") == {"symlink-loop"}
    assert kinds_at(report, "itself.py") == {"symlink-loop"}
    assert kinds_at(report, "nowhere.py") == {"symlink-broken"}


def test_links_out_of_the_project(reported, shop, tmp_path):
    write(tmp_path / "outside", {"secret.py": "password = 1\n"})
    (shop / "outside").symlink_to(tmp_path / "outside")
    (shop / "secret.py").symlink_to(tmp_path / "outside" / "secret.py")
    report = reported(shop)
    assert kinds_at(report, "outside") == kinds_at(report, "secret.py") == {"symlink-outside"}
    assert report["project"]["files"] == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_with_the_name_of_a_module(reported, shop):
    os.mkfifo(shop / "shop" / "pipe.py")
    os.mkfifo(shop / "setup.cfg")
    assert kinds_at(reported(shop), "shop/pipe.py") == {"not-a-file"}


def test_a_folder_with_the_name_of_a_module(reported, shop):
    (shop / "shop" / "folder.py").mkdir()
    assert labels(reported(shop)) == {"shop.Order"}


def test_a_very_deep_tree(reported, shop):
    folder = shop
    for _ in range(200):
        folder /= "d"
    write(folder, {"deep.py": "x = 1\n"})
    assert reported(shop)["project"]["files"] == 5


@pytest.fixture
def open_shop():
    """The sound project in a folder that a user without privileges may enter (pytest's own are for their owner only)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield write(folder / "project", SOUND)


@not_on_windows
def test_what_this_user_may_not_read(open_shop):
    write(open_shop, {"shop/closed.py": "x = 1\n", "locked/inside.py": "x = 1\n"})
    (open_shop / "shop" / "closed.py").chmod(0)
    (open_shop / "locked").chmod(0)
    done = start_without_privileges(open_shop, "--format", "json", "--no-cache")
    (open_shop / "locked").chmod(0o755)
    assert done.returncode == OK, done.stderr
    report = json.loads(done.stdout)
    assert labels(report) == {"shop.Order"}
    assert kinds_at(report, "locked") == {"unreadable-folder"}
    assert len(kinds_at(report, "shop/closed.py")) == 1


@not_on_windows
def test_strict_refuses_what_may_not_be_read(open_shop):
    write(open_shop, {"locked/inside.py": "x = 1\n"})
    (open_shop / "locked").chmod(0)
    done = start_without_privileges(open_shop, "--no-cache", "--strict")
    (open_shop / "locked").chmod(0o755)
    assert done.returncode == INCOMPLETE
    assert "locked" in done.stderr


@not_on_windows
def test_a_root_that_this_user_may_not_read(open_shop):
    open_shop.chmod(0)
    done = start_without_privileges(open_shop, "--no-cache")
    open_shop.chmod(0o755)
    assert done.returncode == USAGE, done.stderr
    assert "cannot be listed" in done.stderr


def start_without_privileges(*arguments):
    """Analyze as somebody who isn't root: root may read everything, whatever its mode.

    One analysis before that loads whatever is loaded late, for the interpreter may lie where only root may look.
    """
    code = f"""
import os, sys
import cutpoint
from cutpoint.__main__ import main
for report_format in ("text", "json"):
    main(["analyze", {str(FIXTURES / "bookshop")!r}, "--format", report_format, "-o", os.devnull, "-q"])
main(["analyze", "/nowhere"])
print("now", file=sys.stderr, flush=True)
if os.geteuid() == 0:
    os.setgroups([])
    os.setegid({NOBODY})
    os.seteuid({NOBODY})
if not os.access(cutpoint.__file__, os.R_OK, effective_ids=True):
    sys.exit({UNREACHABLE})
sys.exit(main(["analyze", *sys.argv[1:]]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(FIXTURES.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if done.returncode == UNREACHABLE:
        pytest.skip("cutpoint lies where only root may look, so nobody else can read its stand-ins here")
    return done


# Names


HOSTILE_NAMES = [
    "x\x1b[31m",
    "[/bold]",
    "[red]x",
    "a b",
    "ä",
    "x\u202etxt",
    "::error::x",
    "`<b>|",
    "new\nline",
    "-rf",
    "%s{0}",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=[ascii(name) for name in HOSTILE_NAMES])
@pytest.mark.parametrize("report_format", ["text", "json", "markdown"])
def test_hostile_names_of_files(ran, shop, name, report_format):
    write(shop, {f"{name}/{name}.py": "def f(:\n"})
    done = ran("analyze", shop, "--format", report_format, "--no-cache")
    assert done.code == OK, done.err
    assert not {"\x1b", "\u202e"} & set(done.out)
    assert not any(line.lstrip().startswith("::") for line in done.out.splitlines())
    assert ran("doctor", shop, "--no-cache").code == OK


def test_hostile_names_in_code(ran, reported, shop):
    code = (
        "INSTALLED_APPS = ['shop', 'x\\x1b[31m', '[/red]', '', '.', '..', 'a..b', ' ', '/etc', 'ä.b', 'x' * 100000]\n"
    )
    write(shop, {"site_settings.py": code})
    table = "\n\nclass Odd(models.Model):\n    class Meta:\n        db_table = '\\x1b]0;x\\x07[/x]`|'\n"
    write(shop, {"shop/models.py": MODELS + table})
    done = ran("analyze", shop, "--no-cache", "-v")
    assert done.code == OK, done.err
    assert "\x1b" not in done.out
    assert "shop.Odd" in labels(reported(shop))


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are possible on Linux only")
def test_a_name_that_is_no_text(reported, shop):
    with open(os.fsencode(shop) + b"/caf\xe9.py", "wb") as file:
        file.write(b"x = 1\n")
    report = reported(shop)
    assert any(spot["kind"] == "unreadable-name" for spot in report["blind_spots"])


# Configuration


@pytest.mark.parametrize(
    "text",
    [
        "[tool.cutpoint]\nroots = 3\nworkers = 'x'\n",
        "[tool.cutpoint",
        "[tool]\ncutpoint = 3\n",
        "[tool.cutpoint]\nsettings = '../x'\n",
    ],
)
def test_a_bad_configuration(refused, shop, text):
    write(shop, {"pyproject.toml": text})
    assert "pyproject.toml" in refused("analyze", shop)


def test_a_broken_pyproject_of_others_is_no_refusal(reported, shop):
    write(shop, {"pyproject.toml": "[project\n", "setup.cfg": b"\xff\xfe[", "tox.ini": "[[["})
    assert labels(reported(shop)) == {"shop.Order"}


# Caches


def test_a_corrupt_cache(ran, shop, tmp_path):
    cache = tmp_path / "cache"
    clean = ran("analyze", shop, "--cache-dir", cache)
    for file in cache.rglob("*"):
        if file.is_file():
            file.write_bytes(b"not a database" * 100)
    assert ran("analyze", shop, "--cache-dir", cache) == clean
    for file in cache.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            file.write_bytes(data[: len(data) // 2] + b"\xff" * (len(data) // 2))
    assert ran("analyze", shop, "--cache-dir", cache) == clean


def test_a_cache_folder_that_is_a_file(ran, shop, tmp_path):
    write(tmp_path, {"cache": "a file"})
    done = ran("analyze", shop, "--cache-dir", tmp_path / "cache")
    assert done.code == OK
    assert (tmp_path / "cache").read_text() == "a file"


@not_on_windows
def test_a_cache_that_may_not_be_written(ran, open_shop):
    cache = open_shop.parent / "cache"
    assert ran("analyze", open_shop, "--cache-dir", cache).code == OK
    for file in (*cache.rglob("*"), cache):
        file.chmod(0o555 if file.is_dir() else 0o444)
    done = start_without_privileges(open_shop, "--format", "json", "--cache-dir", cache)
    assert done.returncode == OK, done.stderr
    assert labels(json.loads(done.stdout)) == {"shop.Order"}


def test_a_cache_on_a_device(ran, shop):
    assert ran("analyze", shop, "--cache-dir", os.devnull).code == OK


def test_many_at_one_cache(shop, tmp_path):
    command = [
        sys.executable,
        "-m",
        "cutpoint",
        "analyze",
        str(shop),
        "--format",
        "json",
        "--cache-dir",
        str(tmp_path / "cache"),
    ]
    environment = os.environ | {"PYTHONPATH": str(FIXTURES.parent)}
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) for _ in range(6)
    ]
    outputs = [process.communicate() for process in running]
    assert {process.returncode for process in running} == {OK}
    assert len({out for out, _ in outputs}) == 1


# Interrupts


@pytest.mark.skipif(sys.platform != "linux", reason="children are counted in /proc")
@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [(signal.SIGINT, INTERRUPTED, "cutpoint: interrupted\n"), (signal.SIGTERM, TERMINATED, "cutpoint: terminated\n")],
)
@pytest.mark.parametrize("command", ["analyze", "check"])
@pytest.mark.parametrize("is_for_all", [True, False])
def test_an_interrupt_ends_all_of_it(shop, command, sent, code, said, is_for_all):
    for number in range(400):
        write(shop, {f"shop/part_{number}.py": b"x = [" + b"f(1, 'a', b=[2]), " * 20_000 + b"]\n"})
    process = subprocess.Popen(
        [sys.executable, "-m", "cutpoint", command, str(shop), "--no-cache", "--workers", "3"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(FIXTURES.parent)},
        start_new_session=True,
        # A shell starts its background jobs deaf to interrupts, and a suite among them passes that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (nothing but that runs in it)
    )
    children = wait_for_children(process.pid)
    # As a terminal does it: to the whole group. A supervisor may know the parent only.
    (os.killpg if is_for_all else os.kill)(process.pid, sent)
    began = time.monotonic()
    out, err = process.communicate(timeout=60)
    assert time.monotonic() - began < 10
    assert process.returncode == code
    assert (out, err) == ("", said)
    assert not [child for child in children if is_running(child)]


@pytest.mark.skipif(sys.platform != "linux", reason="children are counted in /proc")
def test_a_killed_parent_leaves_no_children(shop):
    for number in range(400):
        write(shop, {f"shop/part_{number}.py": b"x = [" + b"f(1, 'a', b=[2]), " * 20_000 + b"]\n"})
    process = subprocess.Popen(
        [sys.executable, "-m", "cutpoint", "analyze", str(shop), "--no-cache", "--workers", "3"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(FIXTURES.parent)},
    )
    children = wait_for_children(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(map(is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if is_running(child)]


@pytest.mark.skipif(sys.platform != "linux", reason="children are counted in /proc")
@pytest.mark.parametrize(
    ("sent", "code", "enough"),
    [(signal.SIGINT, INTERRUPTED, 500), (signal.SIGTERM, TERMINATED, 1), (signal.SIGTERM, TERMINATED, 2_000)],
)
def test_an_interrupt_leaves_nothing_of_a_revision(shop, tmp_path, sent, code, enough):
    for number in range(2_000):
        write(shop, {f"shop/part_{number}.py": f"x = {number}\n"})
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "The shop"]):
        subprocess.run(["git", "-C", shop, *words], check=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull})
    passing, out = tmp_path / "passing", tmp_path / "report.json"
    passing.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "cutpoint", "check", str(shop), "--since", "HEAD", "--no-cache", f"--output={out}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(FIXTURES.parent), "TMPDIR": str(passing)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (nothing but that runs in it)
    )
    deadline = time.monotonic() + 60
    while sum(1 for _ in passing.glob("cutpoint-*/tree/shop/*.py")) < enough and time.monotonic() < deadline:
        time.sleep(0.001)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(sent)
    said = process.communicate(timeout=60)
    assert process.returncode == code
    assert said == ("", f"cutpoint: {'interrupted' if sent == signal.SIGINT else 'terminated'}\n")
    assert list(passing.iterdir()) == []
    assert not out.exists()
    assert not [child for child in children if is_running(child)]


def wait_for_children(pid):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if len(children) >= 2:
            return children
        time.sleep(0.02)
    raise AssertionError("no workers were started")


def is_running(pid):
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    return "State:\tZ" not in status


# Hostile projects


@pytest.fixture
def canary(tmp_path):
    return shutil.copytree(FIXTURES / "canary", tmp_path / "canary", ignore=shutil.ignore_patterns("expected"))


def songs(folder):
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("SANG*"))


@pytest.mark.parametrize("command", ["analyze", "doctor", "init"])
@pytest.mark.parametrize("place", ["outside", "inside"])
def test_a_canary_does_not_sing(canary, tmp_path, command, place):
    # Inside, -P does what the installed command has by nature: the folder one stands in is not on Python's path.
    path, cwd, python = (canary, tmp_path, ()) if place == "outside" else (".", canary, ("-P",))
    done = start(command, path, *(() if command == "init" else ("--no-cache",)), cwd=cwd, python=python)
    assert done.code == OK, done.err
    assert not songs(tmp_path)


def test_a_canary_does_not_sing_when_packages_and_paths_name_it(canary, tmp_path):
    done = start("analyze", canary, "--packages", canary, "--path", canary, "--settings", "settings", "--no-cache")
    assert done.code == OK, done.err
    assert not songs(tmp_path)


def test_the_canary_can_sing(canary, tmp_path):
    subprocess.run([sys.executable, "-S", "manage.py"], cwd=canary, check=True)
    assert songs(tmp_path) == ["canary/SANG-manage"]


# What the system gives too little of


def limited(limit, command, project):
    return subprocess.run(
        ["sh", "-c", f'{limit} exec "$@"', "sh", sys.executable, "-m", "cutpoint", command, project, "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(FIXTURES.parent)},
    )


@pytest.fixture(scope="module", params=["analyze", "check"])
def unlimited(request, tmp_path_factory):
    """A command, a project, and what is said of it where nothing is scarce."""
    project = write(tmp_path_factory.mktemp("unlimited") / "project", SOUND)
    whole = limited("", request.param, project)
    assert whole.returncode == OK
    return request.param, project, whole


@not_on_windows
@pytest.mark.parametrize("most", range(5, 12))
def test_few_open_files_make_no_report_wrong(unlimited, most):
    command, project, whole = unlimited
    done = limited(f"ulimit -n {most};", command, project)
    if done.returncode == OK:
        assert (done.stdout, done.stderr) == (whole.stdout, whole.stderr)
    else:
        assert (done.returncode, done.stdout) == (SCARCE, "")
        assert "Too many open files" in done.stderr
        assert "Traceback" not in done.stderr
