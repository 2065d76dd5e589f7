"""Which releases were read, what doesn't fit, and what isn't there."""

from cutpoint.domain.library import Absent, Build, Libraries, Library, Pin
from cutpoint.emit.library_section import libraries
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.page import Page
from cutpoint.emit.terminal_page import plain_page
from tests.support.builders import a_catalog, a_reading, an_analysis


def a_pin(name, text, line=1):
    return Pin(name, text, "requirements.txt", line)


FITTING = Library("Abacus", "2.0", a_pin("abacus", ">=1,<3"), fits=True)
UNLIKE = Library("Ledger", "3.2.1", a_pin("ledger", "==3.1", 4), fits=False)
UNPINNED = Library("zither", "1")


def told(
    *read,
    absent=(),
    builds=(),
    verbose=False,
    folders=("/srv/shop/.venv",),
    missing=(),
    pin_files=("requirements.txt",),
):
    analysis = an_analysis(
        a_catalog(missing_packages=missing, django="5.2.1"),
        reading=a_reading(root="/srv/shop", packages=folders),
        libraries=Libraries(read, tuple(absent), tuple(builds), pin_files),
    )
    page = Page(tuple(libraries(analysis, verbose=verbose)))
    assert markdown_page(page)
    return " ".join(plain_page(page, 200).split())


def test_all_that_fits_is_a_line():
    text = told(FITTING, UNPINNED)
    assert "2 libraries were read: the one that the project pins fits its pin." in text
    assert "Abacus" not in text


def test_all_of_them_on_request():
    text = told(FITTING, UNPINNED, verbose=True)
    assert "Abacus 2.0 >=1,<3 requirements.txt:1" in text
    assert "zither 1 no pin" in text


def test_another_release_than_pinned():
    text = told(FITTING, UNLIKE)
    assert "2 libraries were read: of 2 that the project pins, 1 fits its pin." in text
    assert "1 library is of another release than pinned:" in text
    assert "Ledger 3.2.1 ==3.1 requirements.txt:4" in text


def test_a_release_that_nobody_can_tell():
    assert "ledger not told ==3 requirements.txt:1" in told(
        Library("ledger", None, a_pin("ledger", "==3")), verbose=True
    )


def test_without_pins_or_metadata():
    assert "1 library was read: no file of the project says which releases it wants." in told(UNPINNED, pin_files=())
    assert "1 library was read: the project pins none of them." in told(UNPINNED)
    assert "nobody can say which releases these are" in told()


def test_libraries_that_are_asked_for_and_used_and_not_there():
    absent = [Absent(a_pin("django-taggit", "==6", 7), "taggit", 12), Absent(a_pin("gunicorn", "", 8))]
    text = told(FITTING, absent=absent, missing=[("taggit", 12), ("yaml", 3)])
    assert "1 library that the project asks for and uses is not there:" in text
    assert "django-taggit ==6 requirements.txt:7 taggit 12" in text
    assert "1 other library that it asks for is not there, and no import tells by its name that ours use them." in text
    assert "1 more package that ours import have no source here" in text
    assert "gunicorn" in told(FITTING, absent=absent, verbose=True)


def test_nothing_missing():
    assert "Every package that is imported has its source here." in told(FITTING)


def test_django_in_the_place_of_the_projects():
    text = told(absent=[Absent(a_pin("django", "==4.2"), "django", 90)], folders=())
    assert "were read from 5.2.1, which cutpoint brings along; the project pins ==4.2 (requirements.txt:1)." in text


def test_what_was_compiled():
    text = told(FITTING, builds=[Build("cp38", "win_amd64", ("a", "b", "c", "d"))])
    assert "Built for cp38 win_amd64: a, b, c and 1 more. Their Python code was read" in text
