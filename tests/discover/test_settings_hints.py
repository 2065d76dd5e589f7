import os

import pytest

from tests.discover.tree import MANAGE, discovered, empty, write


@pytest.mark.parametrize(
    ("name", "text", "module"),
    [
        ("pytest.ini", "[pytest]\nDJANGO_SETTINGS_MODULE = shop.settings.test\n", "shop.settings.test"),
        ("pytest.ini", "[pytest]\naddopts = -q --ds=shop.settings.test -x\n", "shop.settings.test"),
        ("setup.cfg", "[tool:pytest]\nDJANGO_SETTINGS_MODULE=shop.test_settings\n", "shop.test_settings"),
        ("pyproject.toml", '[tool.x]\nDJANGO_SETTINGS_MODULE = "shop.settings"\n', "shop.settings"),
        ("pyproject.toml", '[tool.django-stubs]\ndjango_settings_module = "shop.settings"\n', "shop.settings"),
        ("pyproject.toml", '[x]\naddopts = ["--ds=shop.settings", "-q"]\n', "shop.settings"),
        (".env", "A=1\nDJANGO_SETTINGS_MODULE=shop.settings.prod\n", "shop.settings.prod"),
        (".env.example", "A=1\nexport DJANGO_SETTINGS_MODULE='shop.settings'\n", "shop.settings"),
        ("Dockerfile", "FROM x\nENV DJANGO_SETTINGS_MODULE shop.settings\n", "shop.settings"),
        ("Dockerfile.prod", "FROM x\nENV A=1 DJANGO_SETTINGS_MODULE=shop.settings B=2\n", "shop.settings"),
        ("docker-compose.yml", "a:\n  - DJANGO_SETTINGS_MODULE=shop.settings\n", "shop.settings"),
        ("docker-compose.prod.yaml", "a:\n  DJANGO_SETTINGS_MODULE: shop.settings\n", "shop.settings"),
        ("Procfile", "\nweb: DJANGO_SETTINGS_MODULE=shop.settings gunicorn x\n", "shop.settings"),
        ("Makefile", "x:\n\tDJANGO_SETTINGS_MODULE=settings pytest\n", "settings"),
        (
            "run.sh",
            "#!/bin/sh\nexport DJANGO_SETTINGS_MODULE=${DJANGO_SETTINGS_MODULE:-shop.settings}\n",
            "shop.settings",
        ),
        ("tox.ini", "[t]\nsetenv = DJANGO_SETTINGS_MODULE = shop.settings\n", "shop.settings"),
    ],
)
def test_finds_the_settings_module(tmp_path, name, text, module):
    empty(tmp_path, "a.py")
    write(tmp_path, {name: text})
    assert discovered(tmp_path).settings_hints == ((module, name, 2),)


@pytest.mark.parametrize(
    "text",
    [
        "# DJANGO_SETTINGS_MODULE=shop.settings\n",
        "; DJANGO_SETTINGS_MODULE = shop.settings\n",
        "DJANGO_SETTINGS_MODULE is needed\n",
        "DJANGO_SETTINGS_MODULE=\n",
        "DJANGO_SETTINGS_MODULE=$SETTINGS\n",
        "DJANGO_SETTINGS_MODULE={{ settings }}\n",
        "DJANGO_SETTINGS_MODULE=path/to/settings\n",
        "--dsn=x.y\n",
        "DJANGO_SETTINGS_MODULE=" + "x" * 20_000 + "\n",
    ],
)
def test_is_silent_about_what_names_no_module(tmp_path, text):
    empty(tmp_path, "a.py")
    write(tmp_path, {"setup.cfg": text})
    assert discovered(tmp_path).settings_hints == ()


def test_the_root_comes_before_django_roots_and_pytest_before_containers(tmp_path):
    line = "DJANGO_SETTINGS_MODULE={}\n"
    write(
        tmp_path,
        {
            "src/manage.py": MANAGE,
            "src/.env": line.format("d"),
            "Dockerfile": line.format("c"),
            ".env": line.format("b"),
            "pytest.ini": line.format("a"),
            "docs/.env": line.format("x"),
        },
    )
    assert discovered(tmp_path).settings_hints == (
        ("a", "pytest.ini", 1),
        ("b", ".env", 1),
        ("c", "Dockerfile", 1),
        ("d", "src/.env", 1),
    )


def test_does_not_read_pipes_links_and_huge_files(tmp_path):
    empty(tmp_path, "a.py")
    os.mkfifo(tmp_path / "pytest.ini")
    write(
        tmp_path, {"real": "DJANGO_SETTINGS_MODULE=a.b\n", "tox.ini": "DJANGO_SETTINGS_MODULE=a.b\n" + " " * (1 << 20)}
    )
    (tmp_path / ".env").symlink_to("real")
    assert discovered(tmp_path).settings_hints == ()
