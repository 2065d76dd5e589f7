"""Options -> Analysis: the stages in their order, and the one place that knows it."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import msgspec

from cutpoint.discover.ignore_patterns import read_patterns
from cutpoint.discover.libraries.libraries import libraries_of
from cutpoint.discover.project import discover
from cutpoint.discover.roles import code_of_apps, home_of_models
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Catalog
from cutpoint.domain.errors import NotAMonolithError
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.project import Options, Project
from cutpoint.domain.queries import Queries
from cutpoint.domain.source import BlindSpot, Role, SourceFile
from cutpoint.earlier_runs import (
    cache_of,
    key_by_times,
    key_of_content,
    recall,
    recall_quickly,
    remember,
    remember_times,
)
from cutpoint.infer.infer import infer
from cutpoint.interpret.interpret import interpret
from cutpoint.parse.cache import Cache
from cutpoint.parse.parse_source import parse_source
from cutpoint.parse.reader import Reader
from cutpoint.recognize.recognize import recognize
from cutpoint.recognize.templates.recognize_template import recognize_template
from cutpoint.relate.relate import related
from cutpoint.resolve.resolve import Resolution, resolve

Progress: TypeAlias = Callable[[str, int, int], None]
"""(stage, done, total); total is 0 where it is not known."""
Note: TypeAlias = Callable[[str], None]
"""(sentence) about what changes no answer, and costs time."""

_encoder = msgspec.msgpack.Encoder()


def analyze(options: Options, progress: Progress | None = None, note: Note | None = None) -> Analysis:
    """What there is to know about the monolith that *options* names."""
    report = progress or (lambda _stage, _done, _total: None)
    report("discover", 0, 0)
    project = discover(options)
    with cache_of(options, note or (lambda _sentence: None)) as cache:
        if cache is None:
            return analyze_project(project, options, None, report)[0]
        quick = key_by_times(options, project)
        known = recall_quickly(cache, quick, project.root)
        if known is not None:
            return known
        analysis, key = analyze_project(project, options, cache, report)
        if key is not None:
            remember_times(cache, quick, project, key)
        return analysis


def analyze_project(
    project: Project, options: Options, cache: Cache | None, report: Progress
) -> tuple[Analysis, str | None]:
    """What there is to know about *project*, and the key of its content under which *cache* has it now.

    There is no key when a file was lost on the way: what depends on load, or on who killed what, holds for this run alone.
    """
    if cache is None:
        return _analyze(project, options, None, report).analysis, None
    digests = cache.digests_of((*project.files, *project.templates))
    key = key_of_content(options, project, digests)
    known = recall(cache, key, project.root)
    if known is not None:
        return known, key
    found = _analyze(project, options, cache, report)
    if not found.is_lasting:
        return found.analysis, None
    # A file may have changed since.
    key = key_of_content(options, project, {**digests, **found.parsed})
    remember(cache, key, found.analysis, found.outside)
    return found.analysis, key


class _Found(NamedTuple):
    analysis: Analysis
    outside: tuple[str, ...]
    """Paths outside the project's own files that it depends on."""
    parsed: dict[str, bytes]
    """Digests by path."""
    is_lasting: bool
    """Whether every file that was asked for gave an answer."""


def _analyze(project: Project, options: Options, cache: Cache | None, report: Progress) -> _Found:
    with Reader(facts_of, cache, options.workers, lambda done, total: report("read", done, total)) as reader:
        facts = reader.read_all(project.files)
        parsed = dict(reader.digests)
        unread: set[BlindSpot] = set()

        def read(file: SourceFile) -> FileFacts:
            found = reader.read_one(file)
            if found.failed:
                unread.update(BlindSpot(file.path, *problem) for problem in found.problems)
            return found

        report("resolve", 0, 0)
        libraries = libraries_of(project)
        resolution = resolve(project, options, facts, read)
        called_tests = _apps_called_tests(project, resolution.catalog, options)
        if called_tests:
            # They are code like any other: their functions are read now, and all of it is put together once more.
            facts.update(reader.read_all(called_tests))
            parsed.update(reader.digests)
            files = {file.path: file for file in (*project.files, *called_tests)}
            project = msgspec.structs.replace(project, files=tuple(files.values()))
            resolution = resolve(project, options, facts, read)
        _refuse_without_django(project, resolution.catalog)
        report("infer", 0, 0)
        queries = _queries(options, resolution)
        consulted = resolution.consulted()
    report("relate", 0, 0)
    analysis = related(
        project, facts, resolution.catalog, queries, libraries.libraries, {*unread, *libraries.blind_spots}
    )
    return _Found(analysis, (*consulted, *libraries.looked_at), parsed, is_lasting=not reader.lost)


def _apps_called_tests(project: Project, catalog: Catalog, options: Options) -> tuple[SourceFile, ...]:
    """Files that look like tests, and belong to an app or to models that the running project loads as it sets up."""
    of_tests = {module.name for module in catalog.modules if module.role is Role.TEST}
    if catalog.settings.apps_from == "folders" or catalog.settings.module in of_tests:
        return ()
    folders = [app.path for app in catalog.apps if app.ours and app.path]
    folders += sorted({home_of_models(model.path) for model in catalog.models if model.module in of_tests})
    return tuple(code_of_apps(project.files, folders, read_patterns(options.test_patterns)[0]))


def _queries(options: Options, resolution: Resolution) -> Queries:
    """What the code that was asked for reads and writes."""
    roles = {Role.CODE}
    roles |= {Role.TEST} if options.include_tests else set()
    roles |= {Role.MIGRATION} if options.include_migrations else set()
    modules = tuple(module for module in resolution.catalog.modules if module.role in roles)
    inference = infer(resolution.program, resolution.catalog, modules, options.hints)
    return interpret(inference, resolution.catalog.models, resolution.catalog.schema_texts)


def facts_of(data: bytes, _path: str, role: str) -> bytes:
    """The packed FileFacts of one file; what a worker process does."""
    if role == Role.TEMPLATE:
        return _encoder.encode(recognize_template(data))
    parsed = parse_source(data)
    if parsed.tree is None:
        problems = (parsed.problem,) if parsed.problem is not None else ()
        return _encoder.encode(FileFacts(lines=parsed.lines, imports=(), body=b"", problems=problems, failed=True))
    return _encoder.encode(recognize(parsed.tree, parsed.text, parsed.lines, Role(role)))


def _refuse_without_django(project: Project, catalog: Catalog) -> None:
    if any(app.ours for app in catalog.apps) or catalog.settings.module is not None:
        return
    raise NotAMonolithError(
        f"no Django project in {project.root}: looked for a manage.py, for settings that assign INSTALLED_APPS, "
        "and for packages with models or an AppConfig. Give the folder that holds them."
    )
