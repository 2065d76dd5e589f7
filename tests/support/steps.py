"""action.yml, run as GitHub's runner does: a step at a time in bash, which stands in the checkout and speaks through files."""

import os
import re
import subprocess
from pathlib import Path

import msgspec
import yaml

CHECKOUT = Path(__file__).parents[2]
ACTION = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


class Ended(msgspec.Struct):
    """What a step left behind."""

    code: int
    log: str


class Job:
    """A job whose *workspace* holds the checkout; *environment* is what the job says to all of its steps."""

    def __init__(self, workspace: Path, folder: Path, environment=(), event=(), **inputs: str) -> None:
        self.workspace = workspace
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._environment = dict(environment)
        self._known: dict[str, str] = {
            "runner.temp": str(self.temporary),
            "runner.os": "Linux",
            "github.sha": "0" * 40,
            "github.repository": "shop/shop",
            "github.token": "the-token",
            **dict(event),
        }
        for name, described in ACTION["inputs"].items():
            self._known[f"inputs.{name}"] = self._filled(described["default"])
        self._known |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        self.ended: dict[str, Ended] = {}
        self.summary = folder / "summary"
        self.summary.touch()

    def knows(self, **outputs: str) -> None:
        """Take *outputs* of a step as said: `check_exit_code` is `exit-code` of `check`."""
        for name, value in outputs.items():
            step, _, output = name.partition("_")
            self._known[f"steps.{step}.outputs.{output.replace('_', '-')}"] = value

    def output(self, name: str) -> str:
        """What a step has said, such as `check.exit-code`."""
        step, _, output = name.partition(".")
        return str(self._known.get(f"steps.{step}.outputs.{output}", ""))

    def run(self, *names: str) -> None:
        """Run the steps of these *names*, or all, in their order; after a failure the others are left out."""
        for step in STEPS:
            if "run" in step and (not names or step["name"] in names) and self._is_due(step):
                ended = self.ended[step["name"]] = self._run(step)
                if ended.code and not step.get("continue-on-error"):
                    return

    def _is_due(self, step) -> bool:
        return "if" not in step or all(map(self._holds, step["if"].split(" && ")))

    def _holds(self, condition: str) -> bool:
        found = re.fullmatch(r"(\S+)(?: ([!=]=) '(.*)')?", condition)
        assert found, condition
        name, operator, value = found.groups()
        said = self._known.get(name, "")
        return bool(said) if operator is None else (said == value) is (operator == "==")

    def _run(self, step) -> Ended:
        script, said = self.temporary / "script.sh", self.temporary / "output"
        script.write_text(step["run"], "utf-8")
        said.write_text("")
        assert step["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            env={
                name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "RUNNER_", "GIT_"))
            }
            | self._environment
            | {
                "GITHUB_WORKSPACE": str(self.workspace),
                "GITHUB_ACTION_PATH": str(CHECKOUT),
                "GITHUB_OUTPUT": str(said),
                "GITHUB_STEP_SUMMARY": str(self.summary),
                "RUNNER_TEMP": str(self.temporary),
            }
            | {name: self._filled(value) for name, value in step.get("env", {}).items()},
        )
        for line in said.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            self._known[f"steps.{step['id']}.outputs.{name}"] = value
        return Ended(done.returncode, done.stdout)

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self._known.get(found[1], ""), text)
