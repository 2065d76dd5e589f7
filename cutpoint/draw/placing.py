"""Analysis + Services + level → the node that stands for each end of an arrow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.picture import Level, Node
from cutpoint.domain.service import OUTSIDE
from cutpoint.domain.source import Role
from cutpoint.draw.needs import Code, End, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.service import Services

SIDES = {"take": "taken out", "keep": "stays", "": None}
"""What the sides of a cut are called."""


class Placing:
    """Which node an end belongs to; None where the level has none for it."""

    def __init__(self, analysis: Analysis, services: Services | None, level: Level) -> None:
        """Without *services*, each app is one."""
        catalog = analysis.catalog
        self._services = services
        self._level = level
        self._apps = {app.label: app for app in catalog.apps}
        self._models = {model.label: model for model in catalog.models}
        self._modules = {module.name: module for module in catalog.modules}
        self._label_of_table = {table.name: table.model for table in analysis.tables}
        self._models_of_app = Counter(
            model.app for model in catalog.models if not (model.abstract or model.swapped or model.auto_created)
        )
        self._models_of_module = Counter(model.module for model in catalog.models if not model.auto_created)
        self._known: dict[End, Node | None] = {}

    def node_of(self, end: End) -> Node | None:
        """The node that stands for *end*."""
        if end not in self._known:
            self._known[end] = self._node_of(end)
        return self._known[end]

    def _node_of(self, end: End) -> Node | None:
        match end, self._level:
            case Code(), Level.MODULE:
                return self._module(end.module, end.side)
            case Code(), Level.SERVICE:
                return self._service(self._service_of_code(end), end.side)
            case Code(), _:
                return self._app(end.app, end.side)
            case Rows(), Level.TABLE:
                return self._table(end.table, end.side)
            case Rows(model=str(label)), Level.MODEL:
                return self._model(label, end.side)
            case Rows(model=str(label)), Level.MODULE:
                return self._module(self._models[label].module, end.side)
            case Rows(model=str(label)), Level.SERVICE:
                return self._service(self._service_of_model(label), end.side)
            case Rows(model=str(label)), _:
                return self._app(self._models[label].app, end.side)
        return None

    def own(self) -> Iterator[Node]:
        """Every node of ours, whether anything leads there or not."""
        apps = [app.label for app in self._apps.values() if app.ours]
        models = [model for model in self._models.values() if model.ours and not (model.abstract or model.swapped)]
        found: Iterator[Node | None]
        match self._level:
            case Level.SERVICE:
                found = (self._service(self.service_of_app(app), "") for app in apps)
            case Level.APP:
                found = (self._app(app, "") for app in apps)
            case Level.MODULE:
                code = (module for module in self._modules.values() if module.role is Role.CODE)
                found = (self._module(module.name, "") for module in code)
            case Level.MODEL:
                found = (self._model(model.label, "") for model in models if not model.auto_created)
            case Level.TABLE:
                found = (self._table(model.table, "") for model in models if not model.proxy)
        yield from (node for node in found if node is not None)

    def service_of_app(self, app: str | None) -> str:
        """The service that an app belongs to."""
        return self._services.of_app(app) if self._services is not None else app or OUTSIDE

    def _service_of_code(self, end: Code) -> str:
        module = self._modules.get(end.module)
        # What is done on behalf of another app is that app's, wherever the line lies.
        if self._services is not None and module is not None and module.app == end.app:
            return self._services.of_module(end.module)
        return self.service_of_app(end.app)

    def _service_of_model(self, label: str) -> str:
        return self._services.of_model(label) if self._services is not None else self._models[label].app

    def _service(self, name: str, side: str) -> Node | None:
        if name == OUTSIDE:
            return None
        models = sum(
            self._service_of_model(model.label) == name
            for model in self._models.values()
            if not (model.abstract or model.swapped or model.auto_created)
        )
        is_ours = self._services is not None and self._services.is_configured(name)
        return _node(Level.SERVICE, name, SIDES[side], models, side, ours=is_ours or self._is_ours(name))

    def _app(self, label: str | None, side: str) -> Node | None:
        if label is None or label not in self._apps:
            return None
        service = self.service_of_app(label)
        cluster = SIDES[side] or (service if service != label else None)
        return _node(Level.APP, label, cluster, self._models_of_app[label], side, ours=self._is_ours(label))

    def _module(self, name: str, side: str) -> Node | None:
        module = self._modules.get(name)
        if module is None:
            return None
        cluster = SIDES[side] or module.app
        return _node(Level.MODULE, name, cluster, self._models_of_module[name], side)

    def _model(self, label: str | None, side: str) -> Node | None:
        model = self._models.get(label or "")
        if model is None:
            return None
        cluster = SIDES[side] or model.app
        return _node(Level.MODEL, model.label, cluster, len(model.fields), side, ours=model.ours)

    def _table(self, name: str | None, side: str) -> Node | None:
        if name is None:
            return None
        model = self._models.get(self._label_of_table.get(name) or "")
        cluster = SIDES[side] or (model.app if model is not None else None)
        columns = len(model.fields) if model is not None else 0
        return _node(Level.TABLE, name, cluster, columns, side, ours=model is not None and model.ours)

    def _is_ours(self, label: str) -> bool:
        return label in self._apps and self._apps[label].ours


def _node(kind: Level, name: str, cluster: str | None, weight: int, side: str, *, ours: bool = True) -> Node:
    return Node(f"{side}/{kind}:{name}" if side else f"{kind}:{name}", name, kind, cluster, weight, ours)
