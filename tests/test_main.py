import subprocess
import sys

_FROZEN = (
    "import gc; from cutpoint.__main__ import main; before = gc.get_freeze_count(); main({arguments}); "
    "print(gc.get_freeze_count() > before)"
)


def _said(arguments: str) -> str:
    code = _FROZEN.format(arguments=arguments)
    return subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True).stdout


def test_nothing_is_collected_at_the_end_of_the_process():
    assert _said("").splitlines()[-1] == "True"


def test_a_caller_in_the_same_process_keeps_its_collector():
    assert _said("['--version']").splitlines()[-1] == "False"
