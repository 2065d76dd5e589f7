"""A small project → its routes, each in one line: `shop/<pk>/ shop:detail → shop.views.Detail`."""

from textwrap import dedent

from cutpoint.domain.objects import Class
from cutpoint.domain.project import Options, Project
from cutpoint.domain.route import Route
from cutpoint.domain.source import BlindSpot, Role, SourceFile
from cutpoint.resolve.resolve import resolve
from tests.support.monolith import facts_of_file, facts_of_text

_FILES = {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\nLANGUAGE_CODE = "nl"\n',
    "shop/__init__.py": "",
    "shop/models.py": "",
    "shop/views.py": """
        from django.views import View
        def pay(request): ...
        def ship(request): ...
        class Detail(View): ...
    """,
}


def routes_of(files: dict[str, str]) -> tuple[list[str], list[BlindSpot]]:
    """The routes of the project, in their order, and the blind spots about them."""
    texts = {path: dedent(text) for path, text in {**_FILES, **files}.items()}
    sources = tuple(SourceFile(path, f"/nowhere/{path}", 0, 0, Role.CODE) for path in sorted(texts))
    project = Project(root="/nowhere", files=sources, django_roots=(".",), packages=(), blind_spots=())
    facts = {path: facts_of_text(text, path) for path, text in texts.items()}
    resolution = resolve(project, Options(root=project.root), facts, facts_of_file)
    spots = [spot for spot in resolution.catalog.blind_spots if spot.kind.startswith(("url", "view"))]
    return list(map(_told, resolution.program.routes())), spots


def urls(text: str, **more: str) -> list[str]:
    """The routes of `config/urls.py`; *more* are further modules by their names, with `_` for dots."""
    files = {f"{name.replace('__', '/')}.py": body for name, body in more.items()}
    return routes_of({"config/urls.py": text, **files})[0]


def _told(route: Route) -> str:
    view = route.view
    name = view.dotted if isinstance(view, Class) else f"{view.env.module.name}.{view.qualname}"
    actions = f" ({', '.join(each.name for each in route.actions)})" if route.actions else ""
    doubts = f"{' wrapped' if route.is_wrapped else ''}{' conditional' if route.is_conditional else ''}"
    doubts += " unlikely" if route.is_unlikely else ""
    return f"{route.pattern} {route.name or '-'} → {name}{actions}{doubts}"
