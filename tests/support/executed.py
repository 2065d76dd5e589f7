"""Code run by static execution without a disk, and its values as short texts."""

from pathlib import Path
from textwrap import dedent

from cutpoint.domain.facts import FileFacts
from cutpoint.domain.objects import Bound, Class, Function, Instance, Module
from cutpoint.domain.source import Role, SourceFile
from cutpoint.domain.values import Either, Guess, Mapping, Sequence, Symbol, Unknown, Unlikely, Value
from cutpoint.resolve.execution.interpreter import Interpreter
from cutpoint.resolve.module_index import ModuleIndex
from tests.support.monolith import facts_of_text


class Executed:
    """Modules after `main` has been imported."""

    def __init__(
        self,
        files: dict[str, str],
        *,
        constants: dict[str, Value] | None = None,
        entry_points: dict[str, list[tuple[str, str]]] | None = None,
        settings: dict[str, Value] | None = None,
        packages: tuple[str, ...] = (),
    ) -> None:
        self._facts = {path: facts_of_text(text, path) for path, text in files.items()}
        sources = [SourceFile(path, f"/nowhere/{path}", 0, 0, Role.CODE) for path in files]
        self.run = Interpreter(ModuleIndex(sources, ["."], packages), self._read)
        self.run.constants.update(constants or {})
        self.run.entry_points = lambda group: (entry_points or {}).get(group, [])
        self.run.setting = lambda name: (name in (settings or {}), (settings or {}).get(name))
        self.run.import_module("main", None)

    def _read(self, file: SourceFile) -> FileFacts:
        return self._facts[file.path] if file.ours else facts_of_text(Path(file.location).read_text("utf-8"))

    def value(self, name: str, module: str = "main") -> Value:
        """What *name* holds in *module*, forced."""
        return self.run.force(self.run.modules[module].env[name])

    def text(self, name: str, module: str = "main") -> str:
        """The same as a text: see `shown`."""
        return shown(self.run, self.run.modules[module].env[name])

    def has(self, name: str, module: str = "main") -> bool:
        return name in self.run.modules[module].env

    @property
    def loaded(self) -> list[str]:
        """Modules that ran, in the order in which they were met."""
        return [name for name, module in self.run.modules.items() if module.state == "done"]

    @property
    def spots(self) -> list[tuple[str, int, str]]:
        return [(spot.path, spot.line, spot.kind) for spot in self.run.blind_spots]


def executed(files: dict[str, str] | str, **known) -> Executed:
    """*files* (path → text), or the text of main.py, once `main` has been imported."""
    return Executed({"main.py": files} if isinstance(files, str) else files, **known)


def result_of(code: str) -> str:
    """What `x` is after *code* has run."""
    return executed(dedent(code)).text("x")


def shown(run: Interpreter, value: Value) -> str:  # noqa: PLR0912  # one case per kind of value
    """A value as a text: `?` unknown, `~x` a guess, `x!` unlikely, `a | b` either, `<a.b>` a name of a library."""
    value = run.force(value)
    match value:
        case Unknown():
            return "?"
        case Guess(value=inner):
            return f"~{shown(run, inner)}"
        case Unlikely(value=inner):
            return f"{shown(run, inner)}!"
        case Either(options=options):
            return " | ".join(shown(run, option) for option in options)
        case Symbol(name=name):
            return f"<{name}>"
        case Class():
            return f"class {value.dotted}"
        case Module(name=name):
            return f"module {name}"
        case Function(name=name):
            return f"function {name}"
        case Bound(function=function, receiver=receiver):
            return f"{shown(run, function)} of {shown(run, receiver)}"
        case Instance(callee=callee, arguments=arguments, keywords=keywords):
            given = [shown(run, item) for item in arguments]
            given += [f"{name}={shown(run, item)}" for name, item in keywords.items()]
            return f"{shown(run, callee)}({', '.join(given)})"
        case tuple():
            return f"({', '.join(shown(run, item) for item in value)})"
        case Sequence(items=items, kind=kind):
            inside = ", ".join(shown(run, item) for item in items)
            return f"{{{inside}}}" if kind == "set" else f"[{inside}]"
        case Mapping(items=items):
            pairs = [f"{shown(run, key)}: {shown(run, item)}" for key, item in items.items()]
            return f"{{{', '.join([*pairs, '...'] if value.open else pairs)}}}"
        case str() | int() | float() | None:
            return repr(value)
    return f"a {type(value).__name__}"
