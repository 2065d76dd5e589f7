"""Reads Structurizr DSL line by line as its parser does, in the part that a proposal is written in; raises on anything else.

The rules: https://docs.structurizr.com/dsl/basics, and Tokenizer.java of https://github.com/structurizr/java.
"""

import re

_QUOTED = r'"[^"\\\n]*"'
_LINES = {
    "": rf"workspace {_QUOTED} {_QUOTED} {{",
    "workspace": r"(model|views) {",
    "model": rf"system = softwareSystem {_QUOTED} {_QUOTED} {{|\w+ -> \w+ {_QUOTED}( {_QUOTED})?",
    "softwareSystem": rf"\w+ = container {_QUOTED} {_QUOTED} {_QUOTED}( {_QUOTED})?",
    "views": r'container system "boundary" {|styles {',
    "container": r"include \*|autoLayout lr",
    "styles": rf"element {_QUOTED} {{",
    "element": r"shape (Cylinder|Pipe)",
}


def read_workspace(text):
    """(containers as identifier → name, relations as (from, to, description))."""
    inside = [""]
    containers, relations, named = {}, [], set()
    for written in text.splitlines():
        line = written.strip()
        # Substitutions and comments would reach beyond the quotes.
        assert "${" not in line and not line.startswith(("//", "#", "/*")) and not line.endswith("\\")
        if line == "}":
            inside.pop()
            continue
        assert re.fullmatch(_LINES[inside[-1]], line), (inside, line)
        match line.split():
            case [identifier, "=", "container", *_]:
                name = re.findall(_QUOTED, line)[0]
                assert identifier not in containers and name not in named
                named.add(name)
                containers[identifier] = name.strip('"')
            case [source, "->", target, *_]:
                assert source in containers and target in containers
                relations.append((source, target, re.findall(_QUOTED, line)[0].strip('"')))
        if line.endswith("{"):
            inside.append(
                next(word for word in ("softwareSystem", *line.split()) if word in line.split() and word in _LINES)
            )
    assert inside == [""], inside
    assert len(relations) == len(set(relations))
    return containers, relations
