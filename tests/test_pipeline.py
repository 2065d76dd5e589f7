"""Options -> Analysis, through real workers."""

import msgspec
import pytest

import cutpoint
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.errors import NotAMonolithError, UsageError
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze, facts_of
from tests.support.monolith import MANAGE, write_files

MODELS = "from django.db import models\n"
FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop", "billing", name()]\n',
    "shop/__init__.py": "",
    "shop/models.py": f"{MODELS}from billing import tools\nclass Order(models.Model): pass\n",
    "shop/tests.py": "from shop import models\n",
    "billing/__init__.py": "",
    "billing/models.py": f"{MODELS}from shop.models import Order\nclass Bill(models.Model):\n  order = models.ForeignKey(Order, models.CASCADE)\n",
    "billing/tools.py": "",
    "billing/broken.py": "def f(:\n",
}


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    return write_files(tmp_path_factory.mktemp("bookshop"), FILES)


@pytest.fixture(scope="session")
def analysis(root) -> Analysis:
    return analyze(Options(root=str(root), workers=1))


def test_what_was_read_is_counted(root, analysis):
    reading = analysis.reading
    assert reading.root == str(root)
    assert (reading.files, reading.test_files, reading.parse_failures) == (len(FILES), 1, 1)
    assert reading.lines == sum(len(text.splitlines()) for text in FILES.values())
    assert (reading.django_roots, reading.packages) == ((".",), ())


def test_the_catalog_holds_what_has_a_name(analysis):
    assert [app.label for app in analysis.catalog.apps] == ["billing", "shop"]
    assert [model.label for model in analysis.catalog.models] == ["billing.Bill", "shop.Order"]


def test_graphs_connect_the_apps(analysis):
    imports = [(edge.source, edge.target) for edge in analysis.app_imports.edges if edge.kind == "module"]
    assert imports == [("billing", "shop"), ("shop", "billing")]
    relations = [(edge.source, edge.target, edge.kind) for edge in analysis.app_relations.edges]
    assert relations == [("billing", "shop", "fk")]
    assert [circle.nodes for circle in analysis.import_circles] == [("billing", "shop")]


def test_every_table_has_its_owner(analysis):
    assert [(table.name, table.owner) for table in analysis.tables] == [
        ("billing_bill", "billing"),
        ("shop_order", "shop"),
    ]
    assert analysis.app_queries.nodes == ("billing", "shop")


def test_blind_spots_of_all_stages_are_sorted_by_place(analysis):
    found = [(spot.path, spot.line, spot.kind) for spot in analysis.blind_spots]
    assert found == [("billing/broken.py", 1, "syntax-error"), ("config/settings.py", 1, "unreadable-setting")]


def test_one_worker_or_two_see_the_same(root, analysis):
    assert analyze(Options(root=str(root), workers=2)) == analysis


def test_the_face_of_the_package_is_the_same_function():
    assert cutpoint.analyze is analyze


def test_stages_report_their_progress(root):
    seen = []
    analyze(Options(root=str(root), workers=1), lambda *step: seen.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["discover", "read", "resolve", "infer", "relate"]
    assert ("read", len(FILES), len(FILES)) in seen


def test_a_folder_without_django_is_refused(tmp_path):
    write_files(tmp_path, {"lib/__init__.py": "", "lib/things.py": "x = 1\n"})
    with pytest.raises(NotAMonolithError, match=r"no Django project in .*: looked for a manage\.py"):
        analyze(Options(root=str(tmp_path), workers=1))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="there is no such folder"):
        analyze(Options(root=str(tmp_path / "nothing"), workers=1))


def test_settings_without_an_app_of_ours_are_a_monolith_all_the_same(tmp_path):
    write_files(tmp_path, {"settings.py": 'INSTALLED_APPS = ["django.contrib.auth"]\n'})
    assert analyze(Options(root=str(tmp_path), workers=1)).catalog.settings.module == "settings"


def test_code_is_read_and_never_run(tmp_path):
    trap = (
        "import os\nos.makedirs(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'trap'))\nraise SystemExit\n"
    )
    files = {path: trap + text if path.endswith(".py") else text for path, text in FILES.items()}
    write_files(tmp_path, files)
    analyze(Options(root=str(tmp_path), workers=1, goes_on=True))
    assert not list(tmp_path.rglob("trap"))
    assert not list(tmp_path.rglob("__pycache__"))


def test_facts_of_a_file_are_packed():
    facts = msgspec.msgpack.decode(facts_of(b"import a\n", "x.py", "code"), type=FileFacts)
    assert ([fact.module for fact in facts.imports], facts.lines, facts.failed) == (["a"], 1, False)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"def f(:\n", "syntax-error"), (b"print 'x'\n", "python-2"), (b"x = 1\x00\n", "nul-bytes")]
)
def test_a_file_that_cannot_be_parsed_says_why(data, kind):
    facts = msgspec.msgpack.decode(facts_of(data, "x.py", "code"), type=FileFacts)
    assert facts.failed
    assert [problem[1] for problem in facts.problems] == [kind]
    assert (facts.imports, facts.body) == ((), b"")
