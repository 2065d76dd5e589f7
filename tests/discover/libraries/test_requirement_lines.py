"""Lines of requirements files, as pip understands them."""

import pytest

from cutpoint.discover.libraries.bounds import Bound
from cutpoint.discover.libraries.requirement_lines import Included, Misread, decoded, includes_of, requirements_of


def read(text):
    found = list(requirements_of(text, "requirements.txt"))
    bounds = [each for each in found if isinstance(each, Bound)]
    assert bounds == found
    return [(each.pin.name, each.pin.text, each.pin.line) for each in bounds]


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("Django==4.2.3", "django", "==4.2.3"),
        ("django_filter >= 23 , <24", "django-filter", ">= 23 , <24"),
        ("Django[argon2,bcrypt]~=4.2 ; python_version >= '3.9'", "django", "~=4.2"),
        ("zope.interface (>=5.0)", "zope-interface", ">=5.0"),
        ("celery  # the queue", "celery", ""),
        ("celery==5.3 --hash=sha256:abc --hash=sha256:def", "celery", "==5.3"),
        ("ledger @ https://files.example/ledger-1.0.whl", "ledger", "@ https://files.example/ledger-1.0.whl"),
        (
            "-e git+https://git.example/ledger.git@v2#egg=ledger",
            "ledger",
            "@ git+https://git.example/ledger.git@v2#egg=ledger",
        ),
        ("git+ssh://git.example/x.git#egg=x&subdirectory=y", "x", "@ git+ssh://git.example/x.git#egg=x&subdirectory=y"),
        ("./wheels/ledger-1.0-py3-none-any.whl", "ledger", "@ ./wheels/ledger-1.0-py3-none-any.whl"),
    ],
)
def test_a_line(line, name, text):
    assert read(f"# what we run\n\n{line}\n") == [(name, text, 3)]


def test_a_line_that_goes_on_counts_where_it_begins():
    text = "celery==5.3 \\\n    --hash=sha256:abc \\\n    --hash=sha256:def\nkombu==5\n"
    assert read(text) == [("celery", "==5.3", 1), ("kombu", "==5", 4)]


def test_options_and_places_without_a_name_say_nothing():
    assert read("--index-url https://pypi.example/simple\n-f wheels\n-e .\n--no-binary :all:\n./local\n") == []


def test_users_and_passwords_are_not_shown():
    assert read("x @ https://me:secret@git.example/x.zip") == [("x", "@ https://git.example/x.zip", 1)]


@pytest.mark.parametrize(
    "line", ["-r base.txt", "-rbase.txt", "--requirement base.txt", "--requirement=base.txt", "-c 'base.txt'"]
)
def test_included_files(line):
    assert list(includes_of(f"django\n{line}  # first\n")) == [Included("base.txt", 2)]
    assert read(f"{line}\n") == []


@pytest.mark.parametrize(
    "line", ["{{ cookiecutter.django }}", "django = 4", "django=>4", "<<<<<<< HEAD", "x" * 20_000 + "!"]
)
def test_what_is_no_requirement_is_told_and_the_rest_is_read(line):
    misread, bound = requirements_of(f"{line}\ncelery==5\n", "requirements.txt")
    assert isinstance(misread, Misread) and misread.line == 1
    assert isinstance(bound, Bound)
    assert (bound.pin.name, bound.pin.line) == ("celery", 2)


def test_texts_of_power_shell():
    assert decoded("Django==4.2\r\n".encode("utf-16")) == "Django==4.2\r\n"
    assert decoded(b"\xef\xbb\xbfDjango") == "Django"
