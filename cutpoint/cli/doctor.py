"""`cutpoint doctor`: how the project was understood, and which option to set where that looks wrong."""

from cutpoint.cli.options import (
    OutputOption,
    PageFormat,
    PageFormatOption,
    PathArgument,
    QuietOption,
    VerboseOption,
    typed,
)
from cutpoint.cli.output import Look, write
from cutpoint.cli.run import run_analysis
from cutpoint.cli.understanding import tells
from cutpoint.config import Asked, load_options
from cutpoint.domain.analysis import Analysis


@tells
def doctor(
    folder: PathArgument = ".",
    *,
    asked: Asked,
    report_format: PageFormatOption = PageFormat.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> Analysis:
    """Show how the project in PATH was understood: roots, settings, apps, Python path, packages."""
    from cutpoint.emit.doctor_report import doctor_markdown, doctor_report

    analysis = run_analysis(load_options(folder, asked, goes_on=True), quiet=quiet).analysis
    look = Look(typed(folder, asked), verbose=verbose, is_file=output not in {None, "-"})
    match report_format:
        case PageFormat.MARKDOWN:
            text = doctor_markdown(analysis, typed=look.typed, verbose=verbose)
        case PageFormat.TEXT:
            text = doctor_report(analysis, typed=look.typed, width=look.width, color=look.color, verbose=verbose)
    write(text, output, quiet=quiet)
    return analysis
