"""Reads the part of CML that a proposal is written in, as the grammar of Context Mapper has it; raises on anything else.

The grammar: org.contextmapper.dsl/src/org/contextmapper/dsl/ContextMappingDSL.xtext and tactic/dsl/TacticDDDLanguage.xtext
of https://github.com/ContextMapper/context-mapper-dsl.
"""

import re

from cutpoint.emit.proposal.context_map.identifiers import _KEYWORDS

_TOKEN = re.compile(
    r'\s*(?:(?P<string>"[^"\\\n]*")|(?P<word>\^?[A-Za-z_][A-Za-z0-9_]*(?:-[a-z]+)?)|(?P<sign><-|[{}\[\](),;:=<>@]))'
)

_TYPES = frozenset(
    {
        "int",
        "String",
        "boolean",
        "double",
        "BigDecimal",
        "Date",
        "DateTime",
        "LocalTime",
        "Duration",
        "UUID",
        "Blob",
        "Json",
    }
)


class _Reader:
    def __init__(self, text):
        self._tokens = []
        at = 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            assert found, text[at : at + 40]
            self._tokens.append(found[0].strip())
            at = found.end()
        self.map: dict = {"contains": [], "relations": []}
        self.contexts: dict[str, dict[str, dict[str, list[str]]]] = {}
        self.declared = set()
        self.referred = set()

    def peek(self):
        return self._tokens[0] if self._tokens else ""

    def take(self, *wanted):
        token = self._tokens.pop(0)
        assert not wanted or token in wanted, (token, wanted, self._tokens[:8])
        return token

    def took(self, wanted):
        if self.peek() == wanted:
            self._tokens.pop(0)
            return True
        return False

    def name(self):
        token = self.take()
        assert re.fullmatch(r"\^?[A-Za-z_][A-Za-z0-9_]*", token), token
        assert token.startswith("^") or token not in _KEYWORDS, token
        return token.removeprefix("^")

    def string(self):
        token = self.take()
        assert token[0] == token[-1] == '"' and len(token) > 1, token
        return token[1:-1]

    def names(self):
        yield self.name()
        while self.took(","):
            yield self.name()

    def model(self):
        self.take("ContextMap")
        self.name()
        self.take("{")
        for key, values in (("type", {"SYSTEM_LANDSCAPE"}), ("state", {"TO_BE"})):
            self.take(key)
            self.take("=")
            self.take(*values)
        self.take("contains")
        self.map["contains"] = list(self.names())
        while not self.took("}"):
            self.relation()
        while self.peek():
            self.context()
        assert set(self.map["contains"]) == set(self.contexts)
        assert self.referred <= self.declared, self.referred - self.declared

    def relation(self):
        down = self.name()
        for token in ("[", "D", ",", "ACL", "]", "<-", "[", "U", ",", "OHS", ",", "PL", "]"):
            self.take(token)
        up = self.name()
        self.take("{")
        self.take("implementationTechnology")
        self.take("=")
        self.string()
        self.take("exposedAggregates")
        self.take("=")
        exposed = list(self.names())
        self.take("}")
        assert down != up
        self.map["relations"].append((down, up, exposed))

    def context(self):
        self.take("BoundedContext")
        name = self.name()
        assert name not in self.contexts
        aggregates: dict[str, dict[str, list[str]]] = {}
        self.contexts[name] = aggregates
        self.take("{")
        self.take("type")
        self.take("=")
        self.take("SYSTEM")
        for key in ("responsibilities", "implementationTechnology"):
            self.take(key)
            self.take("=")
            self.string()
        while not self.took("}"):
            self.take("Aggregate")
            aggregate = self.name()
            assert not any(aggregate in others for others in self.contexts.values())
            self.take("{")
            found: dict[str, list[str]] = {
                "Entity": [],
                "DataTransferObject": [],
                "DomainEvent": [],
                "operations": [],
            }
            aggregates[aggregate] = found
            while not self.took("}"):
                self.member(found)
            assert len(found["operations"]) == len(set(found["operations"]))

    def member(self, found):
        kind = self.take("Entity", "DataTransferObject", "DomainEvent", "Service")
        name = self.name()
        assert name not in self.declared
        self.declared.add(name)
        if kind == "Service":
            self.take("{")
            while not self.took("}"):
                found["operations"].append(self.operation())
            return
        found[kind].append(name)
        if not self.took("{"):
            return
        if self.took("aggregateRoot"):
            assert kind == "Entity" and len(found["Entity"]) == 1
        fields = set()
        while not self.took("}"):
            self.type()
            field = self.name()
            assert field not in fields
            fields.add(field)
            self.took("nullable")

    def type(self):
        if self.took("@"):
            self.referred.add(self.name())
        elif self.took("List"):
            self.take("<")
            self.type()
            self.take(">")
        elif self.peek() in _TYPES:
            self.take()
        else:
            # Of an attribute, a record is called by its bare name.
            self.referred.add(self.name())

    def operation(self):
        if not self.took("void"):
            self.type()
        name = self.name()
        self.take("(")
        while not self.took(")"):
            self.type()
            self.name()
            if self.peek() != ")":
                self.take(",")
        if self.took("throws"):
            list(self.names())
        self.take(":")
        self.take("read-only", "write")
        self.take(";")
        return name


def read_cml(text):
    """(the map, aggregates by context) of a file that holds together."""
    reader = _Reader(text)
    reader.model()
    return reader.map, reader.contexts
