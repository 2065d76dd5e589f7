"""A parsed module -> FileFacts."""

import ast

from cutpoint.domain.facts import FileFacts
from cutpoint.domain.skeleton import pack_body
from cutpoint.domain.source import Role
from cutpoint.recognize.clues import clues_of
from cutpoint.recognize.imports import import_facts
from cutpoint.recognize.statements import StatementLowering


def recognize(tree: ast.Module, text: str, lines: int, role: Role) -> FileFacts:
    """The facts of one module; what is nested too deeply to be described is a problem, and its imports remain."""
    imports = import_facts(tree, text)
    problems: tuple[tuple[int, str, str], ...] = ()
    try:
        body = StatementLowering(bodies=role is not Role.TEST).lower_body(tree.body)
        packed = pack_body(body)
    except RecursionError:
        packed, problems = pack_body([]), ((0, "too-deep", "nested too deeply to be described; its imports were read"),)
    return FileFacts(lines=lines, imports=imports, body=packed, problems=problems, clues=clues_of(text))
