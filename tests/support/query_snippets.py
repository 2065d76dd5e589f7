"""Snippets of code whose comments say what cutpoint must see in them: nothing more, nothing less, line by line.

    check('''
        def pay(invoice: Invoice):
            invoice.order.save()          # read shop_order, insert shop_order, update shop_order
            cache.delete("x")
    ''')

The snippet is the module `desk/views.py` of the monolith in `corner_shop.py`, whose models and usual imports it has at
hand. A comment speaks of the statement that it stands behind (on any of its lines), or of the next one when it stands
alone; a statement without a comment must stay silent. Comments that don't begin with one of these words are prose:

| clause                               | says of its statement                                       |
| ------------------------------------ | ----------------------------------------------------------- |
| `read shop_order`                    | it does this; what it joins counts as read                   |
| `read shop_order, people_customer`   | the action holds until another one is named                  |
| `update shop_order inferred`         | and is that sure: `proved`, `inferred` or `possible`         |
| `insert shop_order_tags via m2m`     | and does it by this mechanism                                |
| `update shop_order for billing`      | and does it on behalf of that app; `for itself` for none     |
| `blind`                              | something that looks like a query was not understood         |
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from textwrap import dedent

from cutpoint.discover.template_files import is_template
from cutpoint.domain.access import Access
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.project import Hint, Options, Project
from cutpoint.domain.queries import Queries
from cutpoint.domain.source import BlindSpot, Role, SourceFile
from cutpoint.infer.infer import infer
from cutpoint.interpret.interpret import interpret
from cutpoint.parse.parse_source import parse_source
from cutpoint.resolve.resolve import resolve
from tests.support.corner_shop import FILES, PRELUDE
from tests.support.monolith import facts_of_file, facts_of_text

SNIPPET = "desk/views.py"
ACTIONS = ("read", "insert", "update", "delete")
CERTAINTIES = ("proved", "inferred", "possible")
_CLAUSE = re.compile(rf"(?:({'|'.join(ACTIONS)}) )?(\w+)(?: ({'|'.join(CERTAINTIES)}))?(?: via (\w+))?((?: for \w+)*)")
_BLIND = {"blind"}

_prelude = "; ".join(dedent(PRELUDE).strip().splitlines())


@dataclass
class Line:
    """What is said of one statement, or was found in it: (action, table) → how."""

    touches: dict[tuple[str, str], "How"] = field(default_factory=dict)
    blind: bool = False


@dataclass
class How:
    """Certainties, mechanisms and apps; an empty set leaves the question open."""

    certainties: set[str] = field(default_factory=set)
    via: set[str] = field(default_factory=set)
    on_behalf_of: set[str] = field(default_factory=set)


def check(
    code: str,
    *,
    models: str = "",
    files: dict[str, str] | None = None,
    hints: tuple[Hint, ...] = (),
    certainty: str | None = None,
) -> None:
    """Hold the comments of *code* against what cutpoint finds.

    *models* is the text of a further app's stock/models.py, *files* are more modules (path → text), whose comments count
    like the snippet's, and templates; *hints* are the configuration's; all accesses have *certainty* where a comment says nothing else.
    """
    sources = _sources(code, models, files)
    # What Python refuses does nothing, and would be right whatever the comments say.
    problem = parse_source(sources[SNIPPET].encode()).problem
    assert problem is None or problem[1] != "syntax-error", problem
    queries = _queries_of(sources, hints)
    wrong = [
        line
        for path, text in sources.items()
        if (path not in FILES or path == "stock/models.py") and not is_template(path)
        for line in _differences(path, text, queries, certainty)
    ]
    assert not wrong, "\n".join(["cutpoint does not say what comments say (-), or says what they don't (+):", *wrong])


def accesses_of(code: str, *, models: str = "", files: dict[str, str] | None = None) -> list[Access]:
    """The accesses in *code*, for what comments can't say; lines are counted from the first of the text."""
    return [access for access in _queries_of(_sources(code, models, files)).accesses if access.path not in FILES]


def blind_spots_of(code: str, *, models: str = "", files: dict[str, str] | None = None) -> list[BlindSpot]:
    """The queries in *code* that were not understood."""
    return [spot for spot in _queries_of(_sources(code, models, files)).blind_spots if spot.path not in FILES]


def columns_of(code: str) -> list[tuple[str, str, bool]]:
    """(model, attribute, whether it is assigned) of the columns that functions in *code* use, sorted."""
    columns = _queries_of(_sources(code, "", None)).columns
    return sorted((each.model, each.name, each.is_assigned) for each in columns if each.path not in FILES)


def _sources(code: str, models: str, files: dict[str, str] | None) -> dict[str, str]:
    more = {path: dedent(text) for path, text in (files or {}).items()}
    if models:
        more["stock/models.py"] = dedent(models)
    return {**FILES, **more, SNIPPET: _with_prelude(dedent(code))}


def _with_prelude(text: str) -> str:
    """*text* with the usual imports on its first line, which is blank in a snippet that begins with a line break."""
    first, _, rest = text.partition("\n")
    assert not first.strip(), "the first line of a snippet is for its imports: begin it with a line break"
    return f"{_prelude}\n{rest}"


def _queries_of(sources: dict[str, str], hints: tuple[Hint, ...] = ()) -> Queries:
    project, facts = _project(sources)
    resolution = resolve(
        project, Options(root=project.root), facts, lambda file: facts.get(file.path) or facts_of_file(file)
    )
    catalog = resolution.catalog
    modules = tuple(module for module in catalog.modules if module.role is Role.CODE)
    return interpret(infer(resolution.program, catalog, modules, hints), catalog.models, catalog.schema_texts)


def _project(sources: dict[str, str]) -> tuple[Project, dict[str, FileFacts]]:
    files = [SourceFile(path, f"/nowhere/{path}", 0, 0, _role(path)) for path in sorted(sources)]
    templates = tuple(file for file in files if file.role is Role.TEMPLATE)
    project = Project(
        root="/nowhere",
        files=tuple(file for file in files if file not in templates),
        django_roots=(".",),
        packages=(),
        blind_spots=(),
        templates=templates,
    )
    facts = {
        path: _fixed_facts(path) if FILES.get(path) == text else facts_of_text(text, path, _role(path))
        for path, text in sources.items()
    }
    return project, facts


def _role(path: str) -> Role:
    if is_template(path):
        return Role.TEMPLATE
    return Role.MIGRATION if "/migrations/" in path else Role.CODE


@cache
def _fixed_facts(path: str) -> FileFacts:
    return facts_of_text(FILES[path], path)


def _differences(path: str, text: str, queries: Queries, certainty: str | None) -> Iterator[str]:
    statements = _statements(text)
    said, found = _said(text, statements, path), _found(path, queries, statements)
    lines = text.splitlines()
    for number in sorted({*said, *found}):
        expected, actual = said.get(number, Line()), found.get(number, Line())
        for how in expected.touches.values():
            how.certainties |= {certainty} if certainty and not how.certainties else set()
        if _agree(expected, actual):
            continue
        code = lines[number - 1].partition("#")[0].strip() if number <= len(lines) else ""
        yield f"{path}:{number}  {code}"
        said_of_it, found_in_it = _shown(expected, expected), _shown(actual, expected)
        yield from (f"    - {clause}" for clause in said_of_it if clause not in found_in_it)
        yield from (f"    + {clause}" for clause in found_in_it if clause not in said_of_it)


def _agree(expected: Line, actual: Line) -> bool:
    return _shown(expected, expected) == _shown(actual, expected)


def _shown(line: Line, expected: Line) -> list[str]:
    """*line* in the words of the comments, only as far as *expected* asks."""
    clauses = []
    for (action, table), how in sorted(line.touches.items()):
        asked = expected.touches.get((action, table), How())
        words = [action, table]
        words += sorted(how.certainties) if asked.certainties else []
        words += [f"via {via}" for via in sorted(how.via)] if asked.via else []
        words += [f"for {app}" for app in sorted(how.on_behalf_of)] if asked.on_behalf_of else []
        clauses.append(" ".join(words))
    return [*clauses, *(["blind"] if line.blind else [])]


def _found(path: str, queries: Queries, statements: dict[int, int]) -> dict[int, Line]:
    found: dict[int, Line] = {}
    for access in queries.accesses:
        if access.path == path:
            first = statements.get(access.line, access.line)
            assert first == statements.get(access.end_line, access.end_line), f"{access} spans several statements"
            line = found.setdefault(first, Line())
            how = line.touches.setdefault((str(access.action), access.table or "?"), How())
            how.certainties.add(str(access.certainty))
            how.via.add(access.via)
            how.on_behalf_of.add(access.on_behalf_of or "itself")
            for join in access.joins:
                line.touches.setdefault(("read", join.table), How())
    for spot in queries.blind_spots:
        if spot.path == path:
            found.setdefault(statements.get(spot.line, spot.line), Line()).blind = True
    return found


def _said(text: str, statements: dict[int, int], path: str) -> dict[int, Line]:
    said: dict[int, Line] = {}
    for number, comment in _comments(text) if statements else ():
        words = comment.split()
        if words and words[0].rstrip(",;") in {*ACTIONS, *_BLIND}:
            stands_alone = text.splitlines()[number - 1].lstrip().startswith("#")
            first = min(each for each in statements.values() if each > number) if stands_alone else statements[number]
            _read_clauses(comment, said.setdefault(first, Line()), f"{path}:{number}")
    return said


def _read_clauses(comment: str, line: Line, place: str) -> None:
    action = ""
    for clause in re.split(r"[,;] *", comment):
        if clause in _BLIND:
            line.blind = True
            continue
        read = _CLAUSE.fullmatch(clause)
        action = read[1] or action if read else ""
        assert read and action and read[2] not in ACTIONS, f"{place}: {clause!r} is no clause"
        how = line.touches.setdefault((action, read[2]), How())
        how.certainties |= {read[3]} if read[3] else set()
        how.via |= {read[4]} if read[4] else set()
        how.on_behalf_of |= set(read[5].split()[1::2])


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.removeprefix("#").strip()


def _statements(text: str) -> dict[int, int]:
    """Line → the first line of the innermost statement on it; a decorator is one of its own."""
    statements: dict[int, int] = {}
    # Outer statements come first, so inner ones have the last word.
    for node in ast.walk(parse_source(text.encode()).tree or ast.Module([], [])):
        if isinstance(node, ast.stmt):
            statements |= dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), node.lineno)
            for decorator in getattr(node, "decorator_list", ()):
                statements |= dict.fromkeys(range(decorator.lineno, decorator.end_lineno + 1), decorator.lineno)
            for decorator in getattr(node, "decorator_list", ()):
                statements |= dict.fromkeys(range(decorator.lineno, decorator.end_lineno + 1), decorator.lineno)
    return statements
