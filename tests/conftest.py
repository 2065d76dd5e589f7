"""What every test may ask for."""

import os
import sys

import pytest

from cutpoint.infer.failures import Failures

# Hundreds of processes are started. Each would compile all modules anew where Python is told to keep nothing compiled, and
# start threads for matrices, which wait for each other where as many tests run as there are cores.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def _faults_of_ours_end_the_run(monkeypatch):
    monkeypatch.setattr(Failures, "are_raised", True)


@pytest.fixture(scope="session")
def _cache_home(tmp_path_factory):
    return tmp_path_factory.mktemp("cache-home")


@pytest.fixture(autouse=True)
def _no_cache_of_the_user(monkeypatch, _cache_home):
    """No test reads or writes the cache of whoever runs it, nor is colored by their terminal."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache_home))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
