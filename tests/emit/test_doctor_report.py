"""How the project was understood, and what to set."""

from cutpoint.emit.doctor_report import doctor_report
from tests.support.bookshop import a_bookshop
from tests.support.builders import a_catalog, a_reading, an_analysis, an_app, some_settings


def doctored(catalog=None, *, typed=".", **reading):
    return " ".join(doctor_report(an_analysis(catalog, reading=a_reading(**reading)), typed=typed).split())


def healthy():
    return a_catalog(apps=[an_app("shop")])


def test_nothing_wrong():
    text = doctored(healthy())
    assert "manage.py lies in the analyzed folder." in text
    assert "Nothing looks wrong." in text


def test_the_settings_and_why():
    text = " ".join(doctor_report(a_bookshop()).split())
    assert "The settings module is shop.settings: manage.py:8 names it" in text
    assert "Files read for it, in this order: shop/settings.py." in text
    assert "Others that look like settings: shop.local." in text


def test_apps_with_the_line_that_names_them():
    text = " ".join(doctor_report(a_bookshop()).split())
    assert "orders orders shop/settings.py:20 on some branch of the settings" in text
    assert "auth django.contrib.auth shop/settings.py:10" in text


def test_blind_spots_of_settings_and_no_others():
    text = doctor_report(a_bookshop())
    assert "INSTALLED_APPS grows by an unknown value" in text
    assert "the name of the module is computed" not in text


def test_without_settings_it_says_which_option_and_which_line_to_write():
    text = doctored(
        a_catalog(apps=[an_app("shop")], settings=some_settings(None, candidates=("shop.local",))), typed="'a b'"
    )
    assert "cutpoint doctor 'a b' --settings shop.local" in text
    assert 'or in [tool.cutpoint]: settings = "shop.local"' in text


def test_several_roots_ask_for_one():
    catalog = a_catalog(apps=[an_app("shop")], python_path=["backend"])
    text = doctored(catalog, django_roots=("api", "backend"))
    assert "2 folders hold a manage.py: api, backend; backend was chosen." in text
    assert "Of the folders with a manage.py, backend is read, and not api." in text
    assert "cutpoint doctor . --root api" in text


def test_missing_packages_ask_for_their_folder():
    text = doctored(a_catalog(apps=[an_app("shop")], missing_packages=[("celery", 2)]))
    assert "first celery (imported by 2 files)" in text
    assert 'packages = ["VENV"]' in text


def test_unparsed_files_may_be_left_out():
    assert "cutpoint doctor . --exclude PATTERN" in doctored(healthy(), parse_failures=2)


def test_no_app_asks_for_the_python_path():
    assert 'path = ["FOLDER"]' in doctored(a_catalog())


def test_settings_without_apps_are_doubted():
    settings = some_settings(installed_apps=(), candidates=("shop.settings", "shop.production"))
    assert "--settings shop.production" in doctored(a_catalog(apps=[an_app("shop")], settings=settings))
