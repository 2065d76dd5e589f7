"""The library of a proposal runs inside real Django: it keeps its own promises, over the ORM and in memory alike."""

import textwrap
from pathlib import Path

import pytest

from tests.support.commands import run, start
from tests.support.libraries import packages_in, run_library_tests, what_mypy_says, what_ruff_says

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"


def propose(capfd, project, folder, *options):
    done = run(capfd, "propose", project, "--output", folder, "-q", *options)
    assert done.code == 0, done.err
    return folder / "library"


@pytest.mark.parametrize("cut", ["orders", "customers"])
def test_the_library_of_the_bookshop_keeps_its_promises(capfd, tmp_path, cut):
    library = propose(capfd, BOOKSHOP, tmp_path / "proposal", "--cut", cut)
    assert packages_in(library) == sorted([f"{cut}_api", "monolith_api"])
    assert not what_ruff_says(library)
    assert not what_mypy_says(library, tmp_path / "cache")
    said = run_library_tests(library, BOOKSHOP, "bookshop.settings.dev")
    assert said.rstrip().splitlines()[-2] == "OK", said


def test_the_same_bytes_come_out_again(tmp_path):
    texts = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        done = start(
            "propose", BOOKSHOP, "--cut", "orders", "--output", folder, "-q", cwd=tmp_path, PYTHONHASHSEED=seed
        )
        assert done.code == 0, done.err
        texts.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert texts[0] == texts[1]


HOSTILE = {
    "settings.py": """
        SECRET_KEY = "x"
        INSTALLED_APPS = ["django.contrib.contenttypes", "desk.apps.Desk", "shop.apps.Shop"]
        DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
        DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
        USE_TZ = True
        """,
    "manage.py": """
        import os, sys
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
        from django.core.management import execute_from_command_line
        execute_from_command_line(sys.argv)
        """,
    "desk/__init__.py": "",
    "desk/apps.py": """
        from django.apps import AppConfig

        class Desk(AppConfig):
            name = "desk"
            label = "class"
        """,
    "desk/models.py": '''
        import uuid
        from django.db import models

        class Type(models.Model):
            name = models.CharField(max_length=9, unique=True, help_text="""it's {not} "a" name\\\\""")

        class List(models.Model):
            uuid = models.UUIDField(primary_key=True, default=uuid.uuid4)
            type = models.ForeignKey(Type, on_delete=models.CASCADE)
            date = models.DateField()
            datetime = models.DateTimeField(null=True)
            cls = models.IntegerField(default=0)
            header = models.BooleanField(default=False)
            int = models.DecimalField(max_digits=5, decimal_places=2)
            pages = models.ManyToManyField("Any")

        class Any(models.Model):
            rows = models.SlugField(unique=True)

        class Exception(models.Model):
            list = models.ForeignKey(List, on_delete=models.PROTECT, related_name="exceptions")
            tuple = models.TextField(blank=True)

            def can_wait(self, header, rows=1):
                return bool(header)

        def run(list: List, state: str) -> int:
            return 1
        ''',
    "shop/__init__.py": "",
    "shop/apps.py": """
        from django.apps import AppConfig

        class Shop(AppConfig):
            name = "shop"
            label = "import"
        """,
    "shop/models.py": """
        from django.db import models
        from desk.models import List, Type as Kind

        class Type(models.Model):
            kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
            list = models.ForeignKey(List, null=True, on_delete=models.SET_NULL, related_name="+")
            name = models.TextField()
        """,
}
ASKING = """
    List.objects.get(uuid=one)
    print(List.objects.get(pk=one).cls, List.objects.get(pk=one).int, List.objects.get(pk=one).type_id)
    print(List.objects.get(pk=one).date, List.objects.get(pk=one).datetime, List.objects.get(pk=one).header)
    List.objects.filter(type__name="x").exclude(cls=3).count()
    List.objects.filter(datetime__date=one, header=True).exists()
    list(List.objects.filter(type__in=one, int__gte=3))
    List.objects.filter(exceptions__tuple="x").first()
    Trouble.objects.get(list=one).can_wait(True)
    List.objects.filter(type=one).update(header=True)
    List.objects.filter(uuid=one).update(cls=4)
    List.objects.get(pk=one).pages.add(one)
    run(List.objects.get(pk=one), "new")
    Kind.objects.get_or_create(name="x")
    List.objects.create(type=one, date=one, int=3)
    List.objects.bulk_create([List(type=each, date=one, int=3) for each in one])
    Any.objects.create(rows="y")
    Trouble.objects.filter(tuple="").delete()
    Kind.objects.filter(name__iexact="X").delete()
"""


def asking() -> str:
    """Code that stays, each function with one look across."""
    lines = [
        "from desk.models import Exception as Trouble, List, Any, Type as Kind, run",
        "from shop.models import Type",
    ]
    for number, line in enumerate(ASKING.strip().splitlines()):
        own = [f"    Type.objects.filter(name='{number}{each}').update(name='')" for each in range(9)]
        lines += ["", "", f"def ask_{number}(one):", *own, f"    {line.strip()}"]
    return "\n".join(lines) + "\n"


def test_a_project_whose_names_are_hostile_gets_a_library_that_works(capfd, tmp_path):
    project = tmp_path / "project"
    for path, text in (HOSTILE | {"shop/views.py": asking()}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(textwrap.dedent(text), "utf-8")
    library = propose(capfd, project, tmp_path / "proposal", "--take", "class", "--keep", "import")
    assert not what_ruff_says(library)
    assert not what_mypy_says(library, tmp_path / "cache")
    said = run_library_tests(library, project, "settings")
    assert said.rstrip().splitlines()[-2] == "OK", said
