"""A seed and a number go in, a program comes out: a small Django project, made up or a mutated one of the tree's own."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fuzzing.grammar import Expansion, Grammar, read_grammar
from fuzzing.mutating import damaged, mutated

Program = dict[str, bytes]
"""Content by path."""

_CHECKOUT = Path(__file__).resolve().parents[2]
_APPS = ("shop", "billing", "stock", "people")
_FIXTURES = ("bookshop", "bookshop-apart", "monorepo/backend", "reusable-app", "settings-maze")
_READ = (".py", ".html", ".toml", ".sql", ".txt")
_FILES: Mapping[str, tuple[str, float]] = {
    "__init__.py": ("init_file", 0.2),
    "models.py": ("models_file", 0.95),
    "views.py": ("code_file", 0.8),
    "signals.py": ("code_file", 0.3),
    "services.py": ("code_file", 0.4),
    "tests/test_it.py": ("code_file", 0.1),
    "urls.py": ("urls_file", 0.5),
    "apps.py": ("apps_file", 0.5),
    "migrations/0001_initial.py": ("migration_file", 0.3),
    "templates/page.html": ("template_file", 0.3),
}
"""What lies in an app: what of the grammar it is, and how often it is there."""
_SETTINGS = """\
import os
DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = [
    "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes",
    "shop", "billing", "stock", "people",
]
ROOT_URLCONF = "site_urls"
"""
_MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")\n'


def program_of(seed: int, number: int) -> Program:
    """The program with that *number* of those that *seed* makes: the same in each process."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 (no secret)
    kind = number % 4
    program = _copied(chance) if kind == 3 else _made_up(chance)
    if kind == 2:
        _put_snippets(program, chance)
    if kind >= 2 or chance.random() < 0.3:
        _mutate(program, chance)
    if chance.random() < 0.25:
        _damage(program, chance)
    return program


def _made_up(chance: random.Random) -> Program:
    expansion = Expansion(_grammar(), chance)
    texts = {"manage.py": _MANAGE, "config.py": _SETTINGS}
    if chance.random() < 0.4:
        texts["config.py"] += expansion.of("settings_extra") + "\n" + expansion.of("settings_extra") + "\n"
    texts["site_urls.py"] = expansion.of("urls_file")
    if chance.random() < 0.2:
        texts["pyproject.toml"] = expansion.of("pyproject")
    for app in _APPS[: chance.randint(1, len(_APPS))]:
        texts[f"{app}/__init__.py"] = ""
        for path, (kind, share) in _FILES.items():
            if chance.random() < share:
                texts[f"{app}/{path}"] = expansion.of(kind)
    return {path: text.encode("utf-8", "backslashreplace") for path, text in texts.items()}


def _copied(chance: random.Random) -> Program:
    return dict(_fixture(chance.choice(_FIXTURES)))


@cache
def _fixture(name: str) -> Program:
    root = _CHECKOUT / "fixtures" / name
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in _READ)
    return {str(path.relative_to(root)): path.read_bytes() for path in files if "expected" not in path.parts}


def _put_snippets(program: Program, chance: random.Random) -> None:
    """Put code of the conformance tests, which has nearly every construct in it, into apps of the *program*."""
    apps = sorted({path.split("/", 1)[0] for path in program if path.endswith("/__init__.py")})
    for snippet in chance.sample(_snippets(), 2):
        program[f"{chance.choice(apps)}/{chance.choice(('models', 'views', 'tasks'))}.py"] = snippet.read_bytes()


@cache
def _snippets() -> list[Path]:
    return sorted((_CHECKOUT / "tests" / "conformance").glob("**/snippets/**/*.py"))


@cache
def _grammar() -> Grammar:
    return read_grammar("python.txt", "django.txt")


def _mutate(program: Program, chance: random.Random) -> None:
    sources = [path for path in sorted(program) if path.endswith(".py") and program[path].strip()]
    for path in chance.sample(sources, min(len(sources), chance.randint(1, 6))):
        program[path] = mutated(program[path], program[chance.choice(sources)], chance)


def _damage(program: Program, chance: random.Random) -> None:
    paths = sorted(program)
    for path in chance.sample(paths, min(len(paths), chance.randint(1, 3))):
        program[path] = damaged(program[path], chance)
