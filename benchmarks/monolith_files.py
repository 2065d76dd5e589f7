"""An app and the name of one of its files go in, the text of that file comes out: drawn block by block, with the imports it needs."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import monolith_faces as faces
import monolith_texts as texts

_HEADS = {
    "services": "import logging\nfrom decimal import Decimal\n\nfrom django.db import transaction\n"
    "from django.db.models import Count, F, Q, Sum\nfrom django.utils import timezone\n",
    "selectors": "from django.db.models import Count, Exists, F, OuterRef, Q, Sum\n",
    "tasks": "import logging\nfrom datetime import timedelta\n\nfrom celery import shared_task\n"
    "from django.db import transaction\nfrom django.utils import timezone\n",
    "views": "from django.db import transaction\nfrom django.http import JsonResponse\n"
    "from django.shortcuts import get_object_or_404, redirect, render\nfrom django.urls import reverse_lazy\n"
    "from django.views import View\nfrom django.views.generic import CreateView, DeleteView, ListView, UpdateView\n"
    "from rest_framework import viewsets\nfrom rest_framework.decorators import action\n"
    "from rest_framework.response import Response\n",
    "serializers": "from django.db import transaction\nfrom rest_framework import serializers\n",
    "forms": "from django import forms\n",
    "signals": "from django.db.models.signals import post_delete, post_save, pre_save\nfrom django.dispatch import receiver\n",
    "admin": "from django.contrib import admin\n",
    "queries": "from django.db import connection, transaction\n",
    "tests": "from django.test import TestCase\n",
    "migrations": "from django.db import migrations, models\n",
}

_BLOCKS = {
    "services": texts.SERVICES,
    "selectors": texts.SELECTORS,
    "tasks": texts.TASKS,
    "queries": texts.QUERIES,
    "views": faces.VIEWS,
    "serializers": faces.SERIALIZERS,
    "forms": faces.FORMS,
    "signals": faces.SIGNALS,
    "admin": faces.ADMIN,
    "tests": faces.TESTS,
}
_MORE = (
    "details = models.JSONField(default=dict, blank=True)",
    "starts_on = models.DateField(null=True, blank=True)",
    "ends_on = models.DateField(null=True, blank=True)",
    "price = models.DecimalField(max_digits=12, decimal_places=2, default=0)",
    'email = models.EmailField(blank=True, default="")',
    'slug = models.SlugField(max_length=60, blank=True, default="")',
    'description = models.TextField(blank=True, default="")',
    "share = models.FloatField(default=0.0)",
    "uid = models.UUIDField(null=True, editable=False)",
)
_VIEW = re.compile(r"\n(?:def (close_\w+)|class (\w+)\((?:ListView|UpdateView|View)\))")
_LOGGER = "\nlogger = logging.getLogger(__name__)\n"


@dataclass(eq=False)
class Model:
    """One of the models of an app: a column of each type has a name that is drawn."""

    app: "App"
    name: str
    module: str
    text: str
    number: str
    flag: str
    to: list[tuple[str, "Model"]] = field(default_factory=list)
    """Foreign keys, the first of which every template may use."""
    many: list[str] = field(default_factory=list)

    @property
    def table(self) -> str:
        """Where its rows lie."""
        return f"{self.app.name}_{self.name.lower()}"


@dataclass(eq=False)
class App:
    """An app, its models, those that it knows, and the names of its files by kind."""

    name: str
    models: list[Model] = field(default_factory=list)
    known: list["App"] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


class File:
    """One file of code, which grows block by block and imports what it uses."""

    def __init__(self, app: App, kind: str, name: str, chance: random.Random, viewed: list[str]) -> None:
        self.app, self.kind, self.name = app, kind, name
        self.chance = chance
        self.viewed = viewed
        self.imports: set[str] = set()

    def text(self, length: float) -> str:
        """At least *length* lines of it."""
        blocks: list[str] = []
        if self.kind == "services":
            after = f"{self._call()}({{v}}.pk)" if self.chance.random() < 0.3 else "{v}"
            values = self._values("")
            blocks.append(texts.HANDLER.format_map({**values, "name": self.name, "after": after.format_map(values)}))
        lines = 20
        while lines < length or not blocks:
            values = self._values(f"{self.name}_{len(blocks)}")
            is_plain = self.kind != "tests" and blocks and self.chance.random() < 0.5
            block = self.chance.choice(texts.PLAIN if is_plain else _BLOCKS[self.kind]).format_map(values)
            if self.kind == "views" and (found := _VIEW.match(block)):
                self.viewed.append(f"{self.name}.{found[1] or found[2] + '.as_view()'}")
            blocks.append(block)
            lines += block.count("\n") + 1
        head = _HEADS[self.kind] + "\n" + "".join(sorted(self.imports))
        logger = _LOGGER if "logging" in head else ""
        return head + logger + "\n" + "\n".join(blocks)

    def _values(self, unique: str) -> dict[str, str]:
        model, other = self.chance.choice(self.app.models), self._other()
        relation, target = model.to[0]
        return {
            "f": unique,
            "app": self.app.name,
            "m": self._import(model),
            "v": model.name.lower(),
            "table": model.table,
            "text": model.text,
            "number": model.number,
            "flag": model.flag,
            "to": relation,
            "one": self._import(target),
            "t_text": target.text,
            "t_flag": target.flag,
            "many": self.chance.choice(model.many),
            "other": self._import(other),
            "o_text": other.text,
            "o_number": other.number,
            "o_flag": other.flag,
            "o_table": other.table,
            "call": self._call(),
        }

    def _other(self) -> Model:
        app = self.app if self.chance.random() < 0.7 else self.chance.choice(self.app.known)
        return self.chance.choice(app.models)

    def _import(self, model: Model) -> str:
        if model.app is self.app:
            self.imports.add(f"from {self.app.name}.models import {model.name}\n")
            return model.name
        name = f"{model.app.name.title().replace('_', '')}{model.name}"
        self.imports.add(f"from {model.app.name}.models import {model.name} as {name}\n")
        return name

    def _call(self) -> str:
        """A service of this app or of one that it knows: mostly one that stands before, so that few run in circles."""
        app = self.app if self.chance.random() < 0.8 else self.chance.choice(self.app.known)
        names = app.files["services"]
        place = names.index(self.name) if app is self.app and self.name in names else len(names)
        name = self.chance.choice(names[:place] if place and self.chance.random() < 0.95 else names)
        called = f"handle_{name}" if app is self.app else f"{app.name}_handle_{name}"
        if (app, name) != (self.app, self.name):
            renamed = "" if app is self.app else f" as {called}"
            self.imports.add(f"from {app.name}.services.{name} import handle_{name}{renamed}\n")
        return called


def text_of_models(app: App, module: str, chance: random.Random) -> str:
    """The two models of a module."""
    parts = ["from django.db import models\n"]
    for model in app.models:
        if model.module == module:
            more = chance.sample(_MORE, chance.randint(2, 6))
            for number, (name, target) in enumerate(model.to):
                on_delete = chance.choice(("CASCADE", "PROTECT", "SET_NULL"))
                back = name_back(model, number)
                more.append(
                    f'{name} = models.ForeignKey("{target.app.name}.{target.name}", models.{on_delete}, null=True, '
                    f'related_name="{back}")'
                )
            values = {"m": model.name, "text": model.text, "number": model.number, "flag": model.flag}
            parts.append(faces.MODEL.format_map({**values, "more": "".join(f"    {line}\n" for line in more)}))
    return "".join(parts)


def text_of_migration(app: App, before: list[str], length: float, chance: random.Random) -> str:
    """A migration after those *before*."""
    model = chance.choice(app.models)
    values = {"m": model.name, "v": model.name.lower(), "text": model.text, "number": model.number, "flag": model.flag}
    last = f'("{app.name}", "{before[-1]}")' if before else ""
    text = _HEADS["migrations"] + faces.MIGRATION.format_map({**values, "app": app.name, "before": last})
    while text.count("\n") < length:
        other = chance.choice(app.models)
        values = {"low": other.name.lower(), "text": other.text, "number": other.number, "flag": other.flag}
        text += faces.ALTERED.format_map({**values, "size": text.count("\n") + 60})
    return text + "    ]\n"


def text_of_urls(app: App, viewed: list[str]) -> Iterator[str]:
    """Lines that route to the views that there are."""
    yield "from django.urls import path\n\n"
    yield from sorted({f"from {app.name}.views import {each.partition('.')[0]}\n" for each in viewed})
    yield "\nurlpatterns = [\n"
    yield from (f'    path("{number}/<int:pk>/", {each}),\n' for number, each in enumerate(viewed))
    yield "]\n"


def name_back(model: Model, place: int) -> str:
    """What leads back along the foreign key at *place*."""
    return f"{model.app.name}_{model.name.lower()}_{place}s"


def text_of_face(app: App) -> str:
    """The package of models, which has them all."""
    return "".join(f"from .{model.module} import {model.name}\n" for model in app.models)
