"""The options by which a command understands the project, written once: a command takes what they say as one `Asked`."""

import functools
import inspect
from collections.abc import Callable

import msgspec

from cutpoint.cli.gaps import conclude
from cutpoint.cli.options import (
    AppsFromFoldersOption,
    CacheDirOption,
    ExcludeOption,
    IncludeMigrationsOption,
    IncludeTestsOption,
    NoCacheOption,
    OldWorkersOption,
    PackagesOption,
    PythonPathOption,
    RootOption,
    SetOption,
    SettingsOption,
    StrictOption,
    WorkersOption,
)
from cutpoint.config import Asked
from cutpoint.domain.analysis import Analysis

PARAMETER = "asked"
_RUNNING = ("no_cache", "cache_dir", "jobs", "workers")


def tells(command: Callable[..., Analysis]) -> Callable[..., None]:
    """A *command* that gives the analysis of which it told: as `understands`, and with `--strict`."""

    @functools.wraps(command)
    def to_the_end(*, strict: bool, **given: object) -> None:
        conclude(command(**given), strict=strict)

    own = inspect.signature(command)
    strict = inspect.signature(_strict).parameters["strict"]
    to_the_end.__signature__ = own.replace(parameters=[*own.parameters.values(), strict])  # type: ignore[attr-defined]
    return understands(to_the_end)


def understands(command: Callable[..., None]) -> Callable[..., None]:
    """*command* with the options for understanding a project in the place of its parameter `asked`."""
    own = inspect.signature(command).parameters
    shared = inspect.signature(_asked).parameters
    parameters: list[inspect.Parameter] = []
    for parameter in own.values():
        parameters += (
            [shared[name] for name in shared if name not in _RUNNING] if parameter.name == PARAMETER else [parameter]
        )
    # Last, so that help shows first what is asked about, then how.
    parameters += [shared[name] for name in _RUNNING]

    @functools.wraps(command)
    def with_options(**given: object) -> None:
        asked = _asked(**{name: given.pop(name) for name in shared})  # type: ignore[arg-type]
        asked = msgspec.structs.replace(asked, verbose=bool(given.get("verbose")))
        command(**given, **{PARAMETER: asked})

    # What typer reads: the signature, and the annotations of the function that it is given.
    del with_options.__wrapped__
    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_options


def _strict(*, strict: StrictOption = False) -> None:
    """The option that `tells` adds."""
    del strict


def _asked(
    *,
    root: RootOption = None,
    settings: SettingsOption = None,
    given: SetOption = None,
    apps_from_folders: AppsFromFoldersOption = False,
    path: PythonPathOption = None,
    packages: PackagesOption = None,
    exclude: ExcludeOption = None,
    include_tests: IncludeTestsOption = None,
    include_migrations: IncludeMigrationsOption = None,
    no_cache: NoCacheOption = False,
    cache_dir: CacheDirOption = None,
    jobs: WorkersOption = None,
    workers: OldWorkersOption = None,
) -> Asked:
    return Asked(
        root=root,
        settings=settings,
        given=tuple(given or ()),
        apps_from_folders=apps_from_folders,
        path=tuple(path or ()),
        packages=tuple(packages or ()),
        exclude=tuple(exclude or ()),
        include_tests=include_tests,
        include_migrations=include_migrations,
        use_cache=not no_cache,
        cache_dir=cache_dir,
        workers=jobs or workers,
    )
