"""The part of SARIF 2.1.0 that is written here, as types; what has its default is left out of the file."""

import msgspec


class Message(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """What is said."""

    text: str
    markdown: str = ""


class ArtifactLocation(msgspec.Struct, frozen=True, rename="camel"):
    """A file, relative to the repository's root."""

    uri: str
    uri_base_id: str = "%SRCROOT%"


class Region(msgspec.Struct, frozen=True, rename="camel"):
    """Lines of a file, from 1."""

    start_line: int
    end_line: int


class PhysicalLocation(msgspec.Struct, frozen=True, rename="camel"):
    """Lines of a file."""

    artifact_location: ArtifactLocation
    region: Region


class LogicalLocation(msgspec.Struct, frozen=True, rename="camel"):
    """The function, class or module around."""

    fully_qualified_name: str


class Location(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """Where, and what is to be seen there."""

    physical_location: PhysicalLocation
    id: int | None = None
    logical_locations: tuple[LogicalLocation, ...] = ()
    message: Message | None = None


class ThreadFlowLocation(msgspec.Struct, frozen=True, rename="camel"):
    """One step of a way."""

    location: Location


class ThreadFlow(msgspec.Struct, frozen=True, rename="camel"):
    """A way through the code."""

    locations: tuple[ThreadFlowLocation, ...]


class CodeFlow(msgspec.Struct, frozen=True, rename="camel"):
    """How it comes about."""

    thread_flows: tuple[ThreadFlow, ...]


class Suppression(msgspec.Struct, frozen=True, rename="camel"):
    """By what a result is accepted."""

    kind: str
    status: str
    justification: str


class ResultProperties(msgspec.Struct, frozen=True, rename="camel"):
    """What SARIF has no key for."""

    state: str
    source: str
    target: str
    subject: str
    action: str
    certainty: str


class Result(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """One finding."""

    rule_id: str
    rule_index: int
    level: str
    """Always written, because its default is `warning`."""
    message: Message
    locations: tuple[Location, ...]
    partial_fingerprints: dict[str, str]
    properties: ResultProperties
    related_locations: tuple[Location, ...] = ()
    code_flows: tuple[CodeFlow, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    baseline_state: str = ""


class Configuration(msgspec.Struct, frozen=True, rename="camel"):
    """How severe a rule is."""

    enabled: bool
    level: str


class RuleProperties(msgspec.Struct, frozen=True, rename="camel"):
    """Words to filter by; GitHub shows ten of them."""

    tags: tuple[str, ...]


class Descriptor(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A rule."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration
    properties: RuleProperties
    help_uri: str = ""


class Driver(msgspec.Struct, frozen=True, rename="camel"):
    """The tool."""

    name: str
    version: str
    semantic_version: str
    rules: tuple[Descriptor, ...]


class Tool(msgspec.Struct, frozen=True):
    """What wrote the file."""

    driver: Driver


class Notification(msgspec.Struct, frozen=True):
    """Something about the run, not about the code."""

    level: str
    message: Message


class Invocation(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """The run."""

    execution_successful: bool
    exit_code: int
    exit_code_description: str
    tool_execution_notifications: tuple[Notification, ...] = ()
    tool_configuration_notifications: tuple[Notification, ...] = ()


class UriBase(msgspec.Struct, frozen=True):
    """What a base of paths means; where it lies is the business of who reads the file."""

    description: Message


class RunProperties(msgspec.Struct, frozen=True, rename="camel"):
    """Counts of what is no result."""

    against: str
    revision_or_baseline: str
    moved: int
    gone: int
    left_out: int


class Run(msgspec.Struct, frozen=True, rename="camel"):
    """One run of the tool."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    original_uri_base_ids: dict[str, UriBase]
    column_kind: str
    results: tuple[Result, ...]
    properties: RunProperties


class Log(msgspec.Struct, frozen=True):
    """The file."""

    schema: str = msgspec.field(name="$schema")
    version: str
    runs: tuple[Run, ...]
