"""The same tokens in another layout, and the same code in other words of the same meaning."""

import ast
import io
import re
import subprocess
import sys
import tokenize

from benchmarks.mutation.neutral.kind import Edit, Edits, of_text
from benchmarks.mutation.splices import blocks, first_line, insert, is_docstring, parsed, spliced, starts_its_line

_PLAIN_TEXT = re.compile(r"""^[rRbBuU]{0,2}(["'])[^"'\\]*\1$""")


def _formatted(*options: str) -> Edit:
    """What ruff's formatter, which is black's, makes of it."""

    def change(text: str) -> str | None:
        return _ruff("format", *options, text=text)

    return of_text(change)


def _ruff(*words: str, text: str) -> str | None:
    command = [sys.executable, "-m", "ruff", *words, "--isolated", "--quiet", "--no-cache", "-"]
    done = subprocess.run(command, input=text.encode("utf-8", "surrogateescape"), capture_output=True, check=False)
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None


def _with_blank_lines(text: str) -> str | None:
    return _before_statements(text, "", every=2)


def _with_comments(text: str) -> str | None:
    return _before_statements(text, "# What follows was looked at.", every=3)


def _before_statements(text: str, line: str, every: int) -> str | None:
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    statements = [statement for block in blocks(tree) for statement in block if starts_its_line(statement, lines)]
    statements = [each for each in statements if not is_docstring(each)][::every]
    splices = [insert("", first_line(each) - 1, line or "\n", " " * each.col_offset) for each in statements]
    return spliced({"": text}, splices)[0].get("") if splices else None


def _with_docstrings(text: str) -> str | None:
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    bodies = [
        node.body[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_docstring(node.body[0])
        if starts_its_line(node.body[0], lines) and first_line(node.body[0]) > node.lineno
    ]
    splices = [insert("", first_line(each) - 1, '"""Said in words."""', " " * each.col_offset) for each in bodies]
    return spliced({"": text}, splices)[0].get("") if splices else None


def _lower_down(text: str) -> str:
    return "# Words at the top.\n" * 40 + text if not text.startswith("#!") else text + "\n"


def _unparsed(text: str) -> str | None:
    tree = parsed(text)
    return f"{ast.unparse(tree)}\n" if tree is not None else None


def _other_quotes(text: str) -> str | None:
    lines = text.splitlines(keepends=True)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return None
    for token in reversed(tokens):
        (row, start), (last, end) = token.start, token.end
        if token.type == tokenize.STRING and row == last and _PLAIN_TEXT.match(token.string):
            other = token.string.translate(str.maketrans("\"'", "'\""))
            lines[row - 1] = lines[row - 1][:start] + other + lines[row - 1][end:]
    changed = "".join(lines)
    return changed if _same(text, changed) else None


def _same(text: str, other: str) -> bool:
    one, two = parsed(text), parsed(other)
    return one is not None and two is not None and ast.dump(one) == ast.dump(two)


def _windows_line_ends(text: str) -> str | None:
    # A text over several lines has the same value: Python reads every line end as one.
    return text.replace("\n", "\r\n") if "\r" not in text and "\\\n" not in text else None


def _sorted_imports(text: str) -> str | None:
    return _ruff("check", "--select", "I", "--fix", "--exit-zero", text=text)


KINDS: Edits = {
    "formatted": _formatted(),
    "formatted, 40 columns": _formatted("--line-length", "40"),
    "formatted, 120 columns": _formatted("--line-length", "120"),
    "blank lines": of_text(_with_blank_lines),
    "comments": of_text(_with_comments),
    "docstrings": of_text(_with_docstrings),
    "moved lines": of_text(_lower_down),
    "ast.unparse of the file": of_text(_unparsed),
    "other quotes": of_text(_other_quotes),
    "other line ends": of_text(_windows_line_ends),
    "imports sorted": of_text(_sorted_imports),
}
