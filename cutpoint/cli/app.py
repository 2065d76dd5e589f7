"""Arguments → a command that runs: all commands of `cutpoint`, one file each, but for the two that differ in a word."""

from typing import Annotated

import typer
from typer.core import TyperGroup

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

_IN_ORDER_OF_USE = (
    *("analyze", "explain", "who-writes", "who-reads", "trace", "graph", "cuts", "what-if", "propose", "progress"),
    *("check", "baseline", "diff", "doctor", "init", "schema"),
)


class _InOrder(TyperGroup):
    """Commands in the order of use: look, ask, cut, keep."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override] # click's own class of the same
        return sorted(super().list_commands(ctx), key=_IN_ORDER_OF_USE.index)

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override] # the same
        """Plainly: what draws the frames of a command's help takes longer to load than all the rest."""
        self.rich_markup_mode = None
        return super().get_help(ctx)


app = typer.Typer(
    name="cutpoint",
    cls=_InOrder,
    help="Reads a Django monolith without running it, and shows where it can be cut into services.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command(short_help="What to know first: what is seen, cuts, shared tables.")(analyze)
app.command(short_help="What an app needs; why two do; what a line does.")(explain)
app.command("who-writes", short_help="Every line that writes a table, by app.")(users_command(writes=True))
app.command("who-reads", short_help="Every line that reads or joins a table, by app.")(users_command(writes=False))
app.command(short_help="What an entry point reads and writes, call by call.")(trace)
app.command(short_help="Graphs as DOT, Mermaid, JSON and more.")(graph)
app.add_typer(cuts, name="cuts", short_help="Where to cut, found and scored; sides of one cut.")
app.command("what-if", short_help="What a cut costs with models on the other side.")(what_if)
app.command(short_help="The API of a cut: operations, library, contracts.")(propose)
app.command(short_help="Where a cut stands, step by step.")(progress)
app.command(short_help="Fail on new coupling that a rule forbids.")(check)
app.add_typer(baseline, name="baseline", short_help="What is accepted for now, so that new debt fails.")
app.command(short_help="What changed in coupling since a revision.")(diff)
app.command(short_help="How a project is understood, and what to set.")(doctor)
app.command(short_help="Add a section for cutpoint to pyproject.toml.")(init)
app.command(short_help="The JSON Schema of what is written.")(schema)


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
