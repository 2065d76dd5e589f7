"""What of SARIF 2.1.0 the log may hold, restated from the standard: unknown keys and wrong values are refused.

`SARIF_SCHEMA` in the environment may name a copy of the official JSON Schema; then logs are held against that one too.
"""

import functools
import json
import os
from typing import Annotated, Literal

import jsonschema
import msgspec

Line = Annotated[int, msgspec.Meta(ge=1)]
# A relative reference as RFC 3986 has it; a colon could be taken for the end of a scheme.
Uri = Annotated[str, msgspec.Meta(pattern=r"^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*$")]
Level = Literal["none", "note", "warning", "error"]


class Shape(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    pass


class Message(Shape):
    text: str
    markdown: str | None = None


class ArtifactLocation(Shape):
    uri: Uri
    uri_base_id: Literal["%SRCROOT%"]


class Region(Shape):
    start_line: Line
    end_line: Line

    def __post_init__(self):
        if self.end_line < self.start_line:
            raise ValueError("a region ends before it starts")


class Physical(Shape):
    artifact_location: ArtifactLocation
    region: Region


class Logical(Shape):
    fully_qualified_name: str


class Location(Shape):
    physical_location: Physical
    id: Annotated[int, msgspec.Meta(ge=0)] | None = None
    message: Message | None = None
    logical_locations: list[Logical] = []


class FlowLocation(Shape):
    location: Location


class ThreadFlow(Shape):
    locations: Annotated[list[FlowLocation], msgspec.Meta(min_length=1)]


class CodeFlow(Shape):
    thread_flows: Annotated[list[ThreadFlow], msgspec.Meta(min_length=1)]


class Suppression(Shape):
    kind: Literal["inSource", "external"]
    status: Literal["accepted", "underReview", "rejected"]
    justification: str


class Result(Shape):
    rule_id: str
    rule_index: Annotated[int, msgspec.Meta(ge=0)]
    level: Level
    message: Message
    locations: Annotated[list[Location], msgspec.Meta(min_length=1, max_length=100)]
    partial_fingerprints: dict[str, str]
    properties: dict[str, str]
    related_locations: Annotated[list[Location], msgspec.Meta(max_length=100)] = []
    code_flows: list[CodeFlow] = []
    suppressions: list[Suppression] = []
    baseline_state: Literal["new", "unchanged", "updated", "absent"] | None = None


class Configuration(Shape):
    enabled: bool
    level: Level


class Tags(Shape):
    tags: Annotated[list[str], msgspec.Meta(max_length=10)]


class Descriptor(Shape):
    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration
    properties: Tags
    help_uri: Annotated[str, msgspec.Meta(pattern="^https?://")] | None = None


class Driver(Shape):
    name: str
    version: str
    semantic_version: str
    rules: list[Descriptor]


class Tool(Shape):
    driver: Driver


class Notification(Shape):
    level: Level
    message: Message


class Invocation(Shape):
    execution_successful: bool
    exit_code: int
    exit_code_description: str
    tool_execution_notifications: list[Notification] = []
    tool_configuration_notifications: list[Notification] = []


class UriBase(Shape):
    description: Message


class Run(Shape):
    tool: Tool
    invocations: list[Invocation]
    original_uri_base_ids: dict[str, UriBase]
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    results: Annotated[list[Result], msgspec.Meta(max_length=25_000)]
    properties: dict[str, str | int]


class Log(Shape):
    schema: str = msgspec.field(name="$schema")
    version: Literal["2.1.0"]
    runs: Annotated[list[Run], msgspec.Meta(min_length=1, max_length=20)]


@functools.cache
def official():
    with open(os.environ["SARIF_SCHEMA"], encoding="utf-8") as file:
        return jsonschema.Draft4Validator(json.load(file))


def read_sarif(text):
    """The only run of a log, as plain values; raises when the log is not what the standard allows."""
    log = msgspec.json.decode(text, type=Log)
    for result in log.runs[0].results:
        assert log.runs[0].tool.driver.rules[result.rule_index].id == result.rule_id
        ids = [location.id for location in result.related_locations]
        assert len(set(ids)) == len(ids)
    values = json.loads(text)
    if "SARIF_SCHEMA" in os.environ and len(values["runs"][0]["results"]) < 1_000:
        official().validate(values)
    return values["runs"][0]
