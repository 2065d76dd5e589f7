"""`cutpoint doctor`: how the project was understood, and which option to set where that looks wrong."""

from cutpoint.cli.options import (
    CacheDirOption,
    ExcludeOption,
    IncludeMigrationsOption,
    IncludeTestsOption,
    NoCacheOption,
    OutputOption,
    PackagesOption,
    PageFormat,
    PageFormatOption,
    PathArgument,
    PythonPathOption,
    QuietOption,
    RootOption,
    SettingsOption,
    VerboseOption,
    WorkersOption,
    asked_for,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.config import load_options


def doctor(
    folder: PathArgument = ".",
    *,
    root: RootOption = None,
    settings: SettingsOption = None,
    path: PythonPathOption = None,
    packages: PackagesOption = None,
    exclude: ExcludeOption = None,
    include_tests: IncludeTestsOption = None,
    include_migrations: IncludeMigrationsOption = None,
    report_format: PageFormatOption = PageFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    no_cache: NoCacheOption = False,
    cache_dir: CacheDirOption = None,
    workers: WorkersOption = None,
) -> None:
    """Show how the project in PATH was understood: roots, settings, apps, Python path, packages."""
    from cutpoint.emit.doctor_report import doctor_markdown, doctor_report

    asked = asked_for(
        root=root,
        settings=settings,
        path=path,
        packages=packages,
        exclude=exclude,
        include_tests=include_tests,
        include_migrations=include_migrations,
        no_cache=no_cache,
        cache_dir=cache_dir,
        workers=workers,
    )
    analysis = run_analysis(load_options(folder, asked), quiet=quiet).analysis
    look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"})
    match report_format:
        case PageFormat.MARKDOWN:
            text = doctor_markdown(analysis, typed=look.typed, verbose=verbose)
        case PageFormat.TEXT:
            text = doctor_report(analysis, typed=look.typed, width=look.width, color=look.color, verbose=verbose)
    write(text, output, quiet=quiet)
