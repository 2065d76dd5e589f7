"""Settings that are put together out of several files, functions, classes or documents -> what the catalog says of them."""

from textwrap import dedent

import pytest

from tests.support.monolith import a_project, spots

APPS = {f"{name}/__init__.py": "" for name in ("shop", "billing", "extra", "debug", "blog")}
BASE = 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\n'
MORE = 'INSTALLED_APPS += ["billing"]\nAUTH_USER_MODEL = "shop.User"\n'
HERE = "import os\nfrom pathlib import Path\nHERE = Path(__file__).parent\n"
BESIDE = {"config/parts/base.py": BASE, "config/parts/more.py": MORE}


def settings_of(root, text: str, files: dict[str, str] | None = None, **options):
    return a_project(root, dedent(text), {**APPS, **(files or {})}, **options)


def said(catalog):
    settings = catalog.settings
    return list(settings.installed_apps), settings.auth_user_model, settings.root_urlconf


ALL = (["shop", "billing"], "shop.User", "config.urls")


@pytest.mark.parametrize(
    "text",
    [
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py")',
        'from split_settings.tools import include\ninclude("parts/*.py")',
        'from split_settings.tools import include, optional\ninclude("parts/base.py", optional("none.py"), "parts/m*.py")',
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py", scope=globals())',
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py", scope=locals())',
        'import split_settings.tools as t\nnames = ["base", "more"]\nt.include(*[f"parts/{name}.py" for name in names])',
        "from split_settings.tools import include\nimport os\ninclude(\"parts/base.py\", f\"parts/{os.environ.get('ENV', 'more')}.py\")",
        HERE + 'exec(open(HERE / "parts/base.py").read())\nexec(open(HERE / "parts/more.py").read())',
        HERE
        + 'for name in ("base", "more"):\n    path = os.path.join(os.path.dirname(__file__), "parts", name + ".py")\n    exec(compile(open(path, "rb").read(), path, "exec"))',
        HERE + 'for name in ("base", "more"):\n    exec((HERE / "parts" / f"{name}.py").read_text())',
        HERE + 'for name in ("base", "more"):\n    exec(HERE.joinpath("parts", f"{name}.py").read_bytes(), globals())',
        HERE
        + 'with open(os.path.join(HERE, "parts/base.py")) as f:\n    exec(f.read(), globals(), locals())\nwith (HERE / "parts/more.py").open() as f:\n    code = compile(f.read(), f.name, "exec")\n    exec(code)',
        HERE + 'f = open("config/parts/base.py")\nexec(f.read())\nf.close()\nexec(open("config/parts/more.py").read())',
        HERE
        + 'def load(name):\n    with open(HERE / "parts" / name) as f:\n        exec(f.read(), globals())\nload("base.py")\nload("more.py")',
        HERE
        + 'import io\nexec(io.open(HERE / "parts/base.py", encoding="utf-8").read())\nimport codecs\nexec(codecs.open(HERE / "parts/more.py").read())',
        'import runpy\nglobals().update(runpy.run_path("config/parts/base.py"))\nglobals().update(runpy.run_path("config/parts/more.py", init_globals=globals()))',
        'import runpy\nglobals().update(runpy.run_module("config.parts.base"))\nfor k, v in runpy.run_module("config.parts.more", globals()).items():\n    globals()[k] = v',
        'import importlib\nfor name in ["whole"]:\n    module = importlib.import_module(f"config.parts.{name}")\n    globals().update(vars(module))',
        'import importlib\nmodule = importlib.import_module(".parts.whole", __package__)\nglobals().update({k: v for k, v in module.__dict__.items() if k.isupper()})',
        'import importlib\nmodule = importlib.import_module("config.parts.whole")\nfor name in dir(module):\n    if name.isupper():\n        globals()[name] = getattr(module, name)',
        'import importlib\nmodule = importlib.import_module("config.parts.whole")\nfor name in dir(module):\n    if not name.startswith("_"):\n        locals()[name] = getattr(module, name)',
        'import importlib, sys\nmodule = importlib.import_module("config.parts.whole")\nthis = sys.modules[__name__]\nfor name in dir(module):\n    setattr(this, name, getattr(module, name))',
        "import config.parts.whole as whole\nglobals().update(whole.__dict__)",
        "from config.parts import whole\nfor name, value in vars(whole).items():\n    if name.isupper():\n        vars()[name] = value",
        'def settings():\n    return dict(INSTALLED_APPS=["shop", "billing"], AUTH_USER_MODEL="shop.User", ROOT_URLCONF="config.urls")\nglobals().update(settings())\n',
        'class S:\n    INSTALLED_APPS = ["shop", "billing"]\n    AUTH_USER_MODEL = "shop.User"\n    ROOT_URLCONF = "config.urls"\nfor k in dir(S):\n    if k.isupper():\n        globals()[k] = getattr(S, k)',
        'import importlib.util\nspec = importlib.util.spec_from_file_location("whole", "config/parts/whole.py")\nmodule = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(module)\nglobals().update(vars(module))',
    ],
)
def test_files_are_joined(tmp_path, text):
    files = {
        **BESIDE,
        "config/whole.py": "",
        "config/parts/whole.py": 'INSTALLED_APPS = ["shop", "billing"]\nAUTH_USER_MODEL = "shop.User"\nROOT_URLCONF = "config.urls"\n',
    }
    if '"parts/*.py"' in text:
        del files["config/parts/whole.py"]
    catalog = settings_of(tmp_path, text, files)
    assert said(catalog) == ALL
    assert spots(catalog) == []
