"""What the tests of the command line ask for."""

import pytest

import cutpoint.pipeline
from tests.support.bookshop import a_bookshop


@pytest.fixture
def analyzed(monkeypatch):
    """Lets every analysis find the bookshop, or what is put there, and remembers the options it was asked with."""

    class Analyzed:
        result = a_bookshop()
        options = None

    def analyze(options, progress=None, note=None):
        Analyzed.options = options
        if progress is not None:
            progress("discover", 1, 1)
            progress("read", 2, 2)
        if isinstance(Analyzed.result, BaseException):
            raise Analyzed.result
        return Analyzed.result

    monkeypatch.setattr(cutpoint.pipeline, "analyze", analyze)
    return Analyzed
