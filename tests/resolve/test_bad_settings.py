"""Settings that loop, end early, or come out of what can't be read -> a word for it, and nothing that nobody said."""

import os
from textwrap import dedent

import pytest

from cutpoint.domain.errors import UsageError
from cutpoint.domain.values import Unread
from cutpoint.resolve.documents import Documents
from tests.support.monolith import a_project

APPS = {f"{name}/__init__.py": "" for name in ("shop", "billing", "extra")}
MODELS = "from django.db import models\nclass Order(models.Model): pass\n"
FETCH = "import requests\nfetched = requests.get('https://example.org').json()\n"
ROWS = "import sqlite3\nrows = sqlite3.connect('x').execute('select name from apps')\n"


def read(root, text, files=None):
    """(installed apps, (line, reason) of what is unknown about the settings)."""
    catalog = a_project(root, dedent(text), {**APPS, "shop/models.py": MODELS, **(files or {})})
    kinds = {"unreadable-setting", "code-at-run-time", "missing-module", "execution-limit"}
    found = [(spot.path, spot.line, spot.reason) for spot in catalog.blind_spots if spot.kind in kinds]
    return list(catalog.settings.installed_apps), found


def refused(root, text, files=None):
    with pytest.raises(UsageError) as raised:
        read(root, text, files)
    message = str(raised.value)
    assert "INSTALLED_APPS is not known" in message
    return message.split("\n", maxsplit=1)[0]


LOOPS = [
    ("while True:\n    INSTALLED_APPS += ['billing']\n", 2, "does not end"),
    ("for app in INSTALLED_APPS:\n    INSTALLED_APPS.append(app)\n", 2, "does not end"),
    ("exec(open(__file__).read())\n", 2, "run again while it runs"),
    ("def more(n):\n    return ['billing'] + more(n + 1)\nINSTALLED_APPS += more(0)\n", 3, "nested too deeply"),
    ("def more():\n    while True:\n        pass\nINSTALLED_APPS += more()\n", 3, "does not end"),
]


@pytest.mark.parametrize(("text", "line", "word"), LOOPS)
def test_loops_are_told(tmp_path, text, line, word):
    apps, found = read(tmp_path, "INSTALLED_APPS = ['shop']\n" + text)
    assert set(apps) <= {"shop", "billing"}
    assert any(word in reason for _, _, reason in found)
    assert any(at == line for _, at, _ in found)


@pytest.mark.parametrize(
    ("text", "files", "said"),
    [
        (
            "from config.base import *\n",
            {"config/base.py": "from config.settings import *\n"},
            "config/base.py:1: INSTALLED_APPS is not known: config.settings is imported while it still runs",
        ),
        (
            "from split_settings.tools import include\ninclude('a.py')\n",
            {
                "config/a.py": "from split_settings.tools import include\ninclude('b.py')\n",
                "config/b.py": "from split_settings.tools import include\ninclude('a.py')\n",
            },
            "config/a.py is run again while it runs",
        ),
        ("def more():\n    return [x for x in iter(more, 1)]\nINSTALLED_APPS = more()\n", {}, ""),
        ("INSTALLED_APPS = ['shop'] * 10 ** 9\n", {}, "config/settings.py:1"),
    ],
)
def test_loops_in_which_nothing_is_known_are_refused(tmp_path, text, files, said):
    assert said in refused(tmp_path, text, files)


def test_a_file_that_imports_itself_keeps_what_it_says(tmp_path):
    text = "INSTALLED_APPS = ['shop']\nfrom config.settings import *\nINSTALLED_APPS += ['billing']\n"
    assert read(tmp_path, text) == (["shop", "billing"], [])


ENDINGS = ["raise RuntimeError", "import sys; sys.exit(1)", "exit()", "if True:\n    raise SystemExit"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_settings_that_end_early_say_so(tmp_path, ending):
    apps, found = read(tmp_path / "after", f"INSTALLED_APPS = ['shop']\n{ending}\nINSTALLED_APPS += ['billing']\n")
    assert apps == ["shop"]
    assert [reason for _, _, reason in found] == ["the settings: an exception ends the code here"]
    assert "an exception ends the code here" in refused(tmp_path / "before", f"{ending}\nINSTALLED_APPS = ['shop']\n")


def test_an_exception_in_a_file_that_settings_import(tmp_path):
    base = {"config/base.py": "INSTALLED_APPS = ['shop']\nraise RuntimeError\n"}
    apps, found = read(tmp_path / "sure", "from config.base import *\n", base)
    assert (apps, [(path, line) for path, line, _ in found]) == (["shop"], [("config/base.py", 2)])
    caught = "try:\n    from config.base import *\nexcept Exception:\n    INSTALLED_APPS = ['billing']\n"
    assert read(tmp_path / "caught", caught, base)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "import os\nif not os.environ.get('KEY'):\n    raise RuntimeError\n",
        "import os\ndef need(name):\n    if name not in os.environ:\n        raise KeyError(name)\nneed('KEY')\n",
        "import os, sys\nif os.environ.get('MODE') != 'x':\n    sys.exit(1)\n",
        "import os\nKEY = os.environ['KEY']\n",
        "try:\n    raise ImportError\nexcept ImportError:\n    pass\n",
    ],
)
def test_what_only_the_environment_ends_is_read_to_its_end(tmp_path, text):
    assert read(tmp_path, f"{text}INSTALLED_APPS = ['shop']\n") == (["shop"], [])


def test_helpers_that_raise(tmp_path):
    helper = "def apps():\n    raise RuntimeError\n"
    apps, found = read(tmp_path / "call", f"{helper}apps()\nINSTALLED_APPS = ['shop']\n")
    assert (apps, [line for _, line, _ in found]) == (["shop"], [3])
    assert "a call that raises an exception" in refused(tmp_path / "value", f"{helper}INSTALLED_APPS = apps()\n")


@pytest.mark.parametrize(
    "value",
    [
        "fetched", "fetched['apps']", "[row[0] for row in rows]", "list(rows)", "tuple(fetched)", "None", "5", "'shop'",
        "[1, 2]", "sorted(fetched)", "fetched.get('a').split(',')",
    ],
)  # fmt: skip
def test_a_list_of_which_nothing_is_known_is_refused(tmp_path, value):
    assert refused(tmp_path, f"{FETCH}{ROWS}INSTALLED_APPS = {value}\n").startswith("config/settings.py:")


@pytest.mark.parametrize(
    "statement",
    [
        "INSTALLED_APPS += fetched",
        "INSTALLED_APPS = INSTALLED_APPS + fetched",
        "INSTALLED_APPS = [*INSTALLED_APPS, *fetched]",
        "INSTALLED_APPS = sorted(INSTALLED_APPS + fetched)",
        "INSTALLED_APPS.extend(row[0] for row in rows)",
        "INSTALLED_APPS[0:0] = fetched",
        "for app in fetched: INSTALLED_APPS.append(app['name'])",
        "for app, in rows: INSTALLED_APPS.insert(0, app)",
        "globals().update(fetched)",
        "for name, value in fetched.items(): globals()[name] = value",
        "import sys\nfor name in fetched: setattr(sys.modules[__name__], name, 1)",
        "import plugins\nplugins.add(INSTALLED_APPS)",
        "import plugins\nplugins.settings(locals())",
        "import plugins\nplugins.Loader(1).load(apps=INSTALLED_APPS)",
        "exec(open('/etc/more.py').read())",
        "exec(open('../more.py').read())",
        "from split_settings.tools import include, optional\ninclude(optional('../../more.py'))",
    ],
)
def test_a_part_that_is_unknown_is_told_where_it_stands(tmp_path, statement):
    apps, found = read(tmp_path, f"{FETCH}{ROWS}INSTALLED_APPS = ['shop']\n{statement}\n")
    assert apps == ["shop"]
    assert {(path, line) for path, line, _ in found} == {("config/settings.py", 6 + statement.count("\n"))}


@pytest.mark.parametrize(
    "statement",
    [
        "INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in fetched]",
        "for app in fetched: INSTALLED_APPS.remove(app)",
    ],
)
def test_what_may_be_taken_out_again_may_not_be_installed(tmp_path, statement):
    catalog = a_project(tmp_path, f"{FETCH}INSTALLED_APPS = ['shop']\n{statement}\n", APPS)
    assert [item.installed for item in catalog.apps] == ["conditional"]


@pytest.mark.parametrize(
    "call", ["print(INSTALLED_APPS)", "import json\njson.dumps(INSTALLED_APPS)", "len(INSTALLED_APPS)"]
)
def test_what_only_looks_at_the_list_leaves_it_as_it_is(tmp_path, call):
    assert read(tmp_path, f"INSTALLED_APPS = ['shop']\n{call}\n") == (["shop"], [])


def test_a_list_that_is_known_to_be_empty_is_no_guess(tmp_path):
    assert read(tmp_path, "INSTALLED_APPS = []\n") == ([], [])


LOADS = {
    "s.json": "import json\ngiven = json.load(open('config/s.json'))\n",
    "s.toml": "import tomllib\ngiven = tomllib.load(open('config/s.toml', 'rb'))\n",
    "s.yaml": "import yaml\ngiven = yaml.safe_load(open('config/s.yaml'))\n",
}
LAUGHS = (
    "a0: &a0 [shop]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)) + "APPS: *a8\n"
)

MERGED = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{','.join([f'*a{n - 1}'] * 9)}], k{n}: v}}\n" for n in range(1, 12)
)


def missing(_path, _outside):
    pass


def holding(text):
    def write(path, _outside):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    write.__name__ = "holding " + repr(text)[:12]
    return write


def link_out(path, outside):
    path.symlink_to(outside)


def link_to_device(path, _outside):
    path.symlink_to("/dev/zero")


def pipe(path, _outside):
    os.mkfifo(path)


def folder(path, _outside):
    path.mkdir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", LOADS)
@pytest.mark.parametrize(
    ("put", "word"),
    [
        (missing, "is not in the tree"),
        (holding('[ "shop"'), "is malformed"),
        (holding(b"\xff\xfe\x00"), "is malformed"),
        (holding("[" * 50_000), "is malformed"),
        (holding("#" * (2 << 20)), "was not read: it is larger than 1 MB"),
        (link_out, "was not read: a link leads out of its folder"),
        (link_to_device, "was not read: a link leads out of its folder"),
        (pipe, "was not read: it is not a regular file"),
        (folder, "was not read: Is a directory"),
    ],
)
def test_documents_that_cannot_be_read(tmp_path, name, put, word):
    (tmp_path / "root" / "config").mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.write_text("APPS: [billing]\n")
    put(tmp_path / "root" / "config" / name, outside)
    assert f"config/{name} {word}" in refused(tmp_path / "root", f"{LOADS[name]}INSTALLED_APPS = given['APPS']\n")
    apps, found = read(tmp_path / "root", f"{LOADS[name]}INSTALLED_APPS = ['shop'] + given['APPS']\n")
    assert apps == ["shop"]
    assert [(path, line, word in reason) for path, line, reason in found] == [("config/settings.py", 3, True)]


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("s.json", '{"APPS":\n[,]}', "config/s.json:2"),
        ("s.toml", "a = 1\nAPPS = [\n=", "config/s.toml:3"),
        ("s.yaml", "a: 1\n- b\n", "config/s.yaml:2"),
        ("s.yaml", LAUGHS, "a document of too many values"),
        ("s.yaml", "APPS: &a [*a]\n", "is malformed"),
        ("s.yaml", "APPS: [!!timestamp x]\n", "is malformed"),
        ("s.yaml", "APPS: [!!bool x]\n", "is malformed"),
        # Newer versions of the parser put each key in once.
        ("s.yaml", MERGED, "INSTALLED_APPS is not known"),
    ],
)
def test_where_a_document_is_malformed(tmp_path, name, text, where):
    assert where in refused(tmp_path, f"{LOADS[name]}INSTALLED_APPS = given['APPS']\n", {f"config/{name}": text})


@pytest.mark.parametrize(
    "path", ["../outside.json", "/../outside.json", "/etc/outside.json", "config/../../outside.json"]
)
def test_documents_outside_of_the_tree_are_not_opened(tmp_path, path, monkeypatch):
    (tmp_path / "outside.json").write_text('["billing"]')
    # One with that name inside is another one.
    inside = {"outside.json": '["extra"]'} if ".." in path else {}
    opened: list[str] = []

    def seen(_documents, name):
        opened.append(name)
        return Unread("not looked at", is_there=False)

    monkeypatch.setattr(Documents, "of", seen)
    assert "is not known" in refused(
        tmp_path / "root", f"import json\nINSTALLED_APPS = json.load(open({path!r}))\n", inside
    )
    # An absolute path is looked for below the root, where a container has it.
    assert opened == (["etc/outside.json"] if path.startswith("/etc") else [])


def test_dynaconf_that_cannot_read_a_file(tmp_path):
    text = "import dynaconf\nINSTALLED_APPS = ['shop']\ndynaconf.DjangoDynaconf(__name__)\n"
    apps, found = read(tmp_path / "large", text, {"config/settings.toml": "#" * (2 << 20)})
    assert (apps, [(path, line) for path, line, _ in found]) == (["shop"], [("config/settings.py", 3)])
    apps, found = read(tmp_path / "text", text.replace("(__name__)", "(__name__, settings_files=['../../s.toml'])"))
    assert (apps, [(path, line) for path, line, _ in found]) == (["shop"], [("config/settings.py", 3)])
    assert "malformed" in refused(
        tmp_path / "no", text.replace("INSTALLED_APPS = ['shop']\n", ""), {"config/settings.toml": "["}
    )


GUARDED = """
    from django.core.exceptions import ImproperlyConfigured
    try:
        {imported}
    except ImportError:
        raise ImproperlyConfigured("write conf/mine.py")
    {also}
    INSTALLED_APPS = ["shop"] + {more}
    """


@pytest.mark.parametrize(
    ("imported", "more"),
    [
        ("from conf import mine", "list(getattr(mine, 'PLUGINS', []))"),
        ("import conf.mine", "list(getattr(conf.mine, 'PLUGINS', []))"),
        ("from conf.mine import PLUGINS", "PLUGINS"),
    ],
)
def test_a_file_that_everybody_writes_for_himself_is_taken_to_be_there(tmp_path, imported, more):
    text = GUARDED.format(imported=imported, more=more, also="")
    apps, _ = read(tmp_path, text, {"conf/__init__.py": ""})
    assert apps[0] == "shop"


def test_nor_does_what_is_asked_of_it_end_the_code(tmp_path):
    also = "if not hasattr(mine, 'KEY'):\n        raise ImproperlyConfigured('KEY')"
    text = GUARDED.format(imported="from conf import mine", more="[]", also=also)
    assert read(tmp_path, text, {"conf/__init__.py": ""})[0] == ["shop"]


@pytest.mark.parametrize(
    ("imported", "more"),
    [("from conf import mine", "mine.PLUGINS"), ("from conf.mine import PLUGINS", "PLUGINS")],
)
def test_its_sample_is_read_and_that_is_told(tmp_path, imported, more):
    files = {"conf/__init__.py": "", "conf/mine.example.py": "PLUGINS = ['extra']\n"}
    apps, told = read(tmp_path, GUARDED.format(imported=imported, also="", more=more), files)
    assert apps == ["shop", "extra"]
    assert any("conf.mine.example was read in its place" in reason for _, _, reason in told)
