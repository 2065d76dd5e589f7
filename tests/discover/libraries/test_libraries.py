"""Releases in folders with installed packages, held against what the project asks for."""

import base64
import hashlib

import pytest

from cutpoint.discover.libraries.libraries import libraries_of
from tests.discover.tree import discovered, write


def digest(text):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def metadata(name, version):
    return f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nName: not this\n"


def a_release(name, version, files=(), tags=("py3-none-any",)):
    folder = f"{name.replace('-', '_')}-{version}.dist-info"
    record = "".join(f"{path},{digest(text)},{len(text)}\n" for path, text in dict(files).items())
    return {
        f"{folder}/METADATA": metadata(name, version),
        f"{folder}/RECORD": f"{record}{folder}/RECORD,,\n",
        f"{folder}/WHEEL": "Wheel-Version: 1.0\n" + "".join(f"Tag: {tag}\n" for tag in tags),
    }


def found(root, packages, project=None, *, further=()):
    write(root, {f"site/{path}": text for path, text in packages.items()})
    write(root, {f"tree/{path}": text for path, text in {"manage.py": "", **(project or {})}.items()})
    return libraries_of(discovered(root / "tree", packages=(str(root / "site"), *further)))


def read(libraries):
    return [(each.name, each.version, each.pin and each.pin.text, each.fits) for each in libraries.libraries.read]


def test_the_release_that_was_read_and_whether_it_fits(tmp_path):
    packages = {**a_release("Ledger", "3.2.1"), **a_release("abacus-lib", "2.0"), **a_release("Zither", "1")}
    libraries = found(tmp_path, packages, {"requirements.txt": "ledger==3.2.1\nabacus_lib>=3\nmissing==1\n"})
    assert read(libraries) == [
        ("abacus-lib", "2.0", ">=3", False),
        ("Ledger", "3.2.1", "==3.2.1", True),
        ("Zither", "1", None, None),
    ]
    assert [each.pin.name for each in libraries.libraries.absent] == ["missing"]
    assert libraries.blind_spots == ()


def test_markers_decide_between_several_and_are_not_asked(tmp_path):
    text = "ledger==1.0; python_version<'3.9'\nledger==2.0; python_version>='3.9'\n"
    libraries = found(tmp_path, a_release("ledger", "2.0"), {"requirements.txt": text})
    assert read(libraries) == [("ledger", "2.0", "==2.0", True)]
    assert libraries.libraries.read[0].pin.line == 2


def test_eggs_tell_as_well(tmp_path):
    packages = {"old.egg-info/PKG-INFO": metadata("Old", "0.9"), "flat-1.1-py3.8.egg-info": metadata("flat", "1.1")}
    assert read(found(tmp_path, packages)) == [("flat", "1.1", None, None), ("Old", "0.9", None, None)]


def test_metadata_that_is_not_there_is_told_and_the_name_of_the_folder_counts(tmp_path):
    libraries = found(tmp_path, {"ledger-1.5.dist-info/INSTALLER": "pip"}, {"requirements.txt": "ledger<1\n"})
    assert read(libraries) == [("ledger", "1.5", "<1", False)]
    assert [(spot.path, spot.kind) for spot in libraries.blind_spots] == [
        ("ledger-1.5.dist-info/METADATA", "unreadable-metadata")
    ]


def test_what_pip_has_not_managed_to_remove_is_nothing(tmp_path):
    assert read(found(tmp_path, {"~edger-1.5.dist-info/METADATA": metadata("ledger", "1.5")})) == []


NEW, OLD = {"ledger/__init__.py": "new", "ledger/more.py": "m"}, {"ledger/__init__.py": "old"}


@pytest.mark.parametrize(
    ("files", "version", "words"),
    [
        (OLD, "1.0", "the files are those of 1.0"),
        (NEW, "2.0", "the files are those of 2.0"),
        ({**OLD, "ledger/more.py": "m"}, None, "whose files these are isn't told"),
        ({"ledger/__init__.py": "changed by hand"}, None, "whose files these are isn't told"),
    ],
)
def test_two_releases_in_one_folder(tmp_path, files, version, words):
    packages = {**a_release("ledger", "1.0", OLD), **a_release("ledger", "2.0", NEW), **files}
    libraries = found(tmp_path, packages, {"requirements.txt": "ledger==2.0\n"})
    assert read(libraries) == [("ledger", version, "==2.0", None if version is None else version == "2.0")]
    (spot,) = libraries.blind_spots
    assert (spot.kind, spot.path) == ("several-releases", "ledger-2.0.dist-info")
    assert spot.reason == f"ledger is here in the releases 1.0 and 2.0; {words}"


def test_two_releases_without_a_record(tmp_path):
    packages = {f"ledger-{version}.dist-info/METADATA": metadata("ledger", version) for version in ("1.0", "2.0")}
    assert read(found(tmp_path, packages)) == [("ledger", None, None, None)]


def test_the_folder_that_comes_first_counts(tmp_path):
    write(tmp_path, {f"other/{path}": text for path, text in a_release("ledger", "2.0").items()})
    libraries = found(tmp_path, a_release("ledger", "1.0"), further=(str(tmp_path / "other"),))
    assert read(libraries) == [("ledger", "1.0", None, None)]
    assert [spot.kind for spot in libraries.blind_spots] == ["several-releases"]


def builds(libraries):
    return [(build.python, build.platform, build.libraries) for build in libraries.libraries.builds]


def test_what_was_compiled_is_told_and_counts(tmp_path):
    packages = {
        **a_release("driver", "1", tags=["cp38-cp38-win_amd64"]),
        **a_release("any", "1", tags=["cp37-abi3-win_amd64"]),
    }
    libraries = found(tmp_path, packages)
    assert builds(libraries) == [("abi3", "win_amd64", ("any",)), ("cp38", "win_amd64", ("driver",))]
    assert libraries.blind_spots == ()


@pytest.mark.parametrize(
    ("tags", "project", "words"),
    [
        (
            ["cp38-cp38-win_amd64"],
            {"pyproject.toml": '[project]\nrequires-python = ">=3.11"\n'},
            "asks for Python >=3.11",
        ),
        (["cp311-cp311-win_amd64"], {"pyproject.toml": '[project]\nrequires-python = ">=3.11"\n'}, None),
        (["cp311-cp311-win_amd64"], {"pyproject.toml": '[project]\nrequires-python = ">=3.11.4"\n'}, None),
        (
            ["cp312-cp312-linux_x86_64"],
            {"pyproject.toml": '[tool.poetry.dependencies]\npython = "~3.11"\n'},
            "asks for Python ~3.11",
        ),
    ],
)
def test_packages_of_another_python_than_the_project_asks_for(tmp_path, tags, project, words):
    libraries = found(tmp_path, a_release("driver", "1", tags=tags), project)
    assert read(libraries) == [("driver", "1", None, None)]
    assert [words in spot.reason for spot in libraries.blind_spots] == ([] if words is None else [True])


def test_packages_of_two_pythons_or_platforms(tmp_path):
    packages = {
        **a_release("driver", "1", tags=["cp38-cp38-win_amd64"]),
        **a_release("b", "1", tags=["cp311-cp311-linux_x86_64"]),
    }
    reasons = [spot.reason for spot in found(tmp_path, packages).blind_spots]
    assert ["more than one Python: 3.8 (parts of driver), 3.11 (parts of b)" in each for each in reasons] == [
        True,
        False,
    ]
    assert "win_amd64 (driver)" in reasons[1]


def test_the_name_of_a_folder_tells_its_python(tmp_path):
    folder = tmp_path / "lib" / "python3.8" / "site-packages"
    write(folder, a_release("driver", "1", tags=["cp311-cp311-linux_x86_64"]))
    write(tmp_path / "tree", {"manage.py": ""})
    libraries = libraries_of(discovered(tmp_path / "tree", packages=(str(folder),)))
    assert ["3.8 (the name of a folder)" in spot.reason for spot in libraries.blind_spots] == [True]
