"""Arguments → a command that runs: all commands of `cutpoint`, one file each, but for the two that differ in a word."""

from typing import Annotated

import typer

from cutpoint import __version__
from cutpoint.cli.analyze import analyze
from cutpoint.cli.baseline import baseline
from cutpoint.cli.check import check
from cutpoint.cli.cuts import cuts, what_if
from cutpoint.cli.diff import diff
from cutpoint.cli.doctor import doctor
from cutpoint.cli.explain import explain
from cutpoint.cli.graph import graph
from cutpoint.cli.init import init
from cutpoint.cli.progress import progress
from cutpoint.cli.propose import propose
from cutpoint.cli.schema import schema
from cutpoint.cli.trace import trace
from cutpoint.cli.who import users_command
from cutpoint.domain.errors import EXIT_INTERRUPTED, EXIT_OK, UsageError

app = typer.Typer(
    name="cutpoint",
    help="Reads a Django monolith without running it, and shows where it can be cut into services.",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(analyze)
app.command("who-writes")(users_command(writes=True))
app.command("who-reads")(users_command(writes=False))
app.command()(explain)
app.command()(graph)
app.command()(trace)
app.command()(check)
app.add_typer(baseline, name="baseline")
app.command()(diff)
app.add_typer(cuts, name="cuts")
app.command("what-if")(what_if)
app.command()(propose)
app.command()(progress)
app.command()(doctor)
app.command()(init)
app.command()(schema)


def run(arguments: list[str]) -> int:
    """Run the command that *arguments* name and return its exit code; errors are raised, not shown."""
    try:
        code = typer.main.get_command(app).main(
            arguments, prog_name="cutpoint", standalone_mode=False, obj=tuple(arguments)
        )
    except typer.Abort:
        # What typer makes of Ctrl-C.
        raise KeyboardInterrupt from None
    except Exception as error:
        # Depending on its version, typer brings click's exceptions along or takes them from click: known by what they do.
        format_message = getattr(error, "format_message", None)
        if format_message is None:
            raise
        raise UsageError(f"{format_message()}\n{_hint(error)}") from error
    if code == EXIT_INTERRUPTED:
        # Some versions of typer swallow Ctrl-C and give its exit code.
        raise KeyboardInterrupt
    return code if isinstance(code, int) else EXIT_OK


def _hint(error: Exception) -> str:
    command = getattr(getattr(error, "ctx", None), "command_path", "cutpoint")
    return f"try '{command} --help'"


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"cutpoint {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _cutpoint(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has already answered
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())
