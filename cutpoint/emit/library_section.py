"""Analysis → the section about installed packages: which releases were read, whether they fit, and what isn't there."""

from collections.abc import Iterator, Sequence

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.library import Absent, Libraries, Library, Pin
from cutpoint.domain.source import Evidence
from cutpoint.emit.json_report import relative_packages
from cutpoint.emit.page import (
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Table,
    count,
    line,
    name,
    names,
    place,
    quiet,
)

_MOST = 15
_MOST_BUILDS = 3


def libraries(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Folders, libraries that don't fit their pin, those that are absent, and what ours import without a source."""
    folders = relative_packages(analysis.reading)
    found = analysis.libraries
    yield Heading(line("Installed packages"))
    if folders:
        yield Paragraph(line("Read from ", names(folders), "."))
        yield from _read(found, verbose=verbose)
    else:
        yield Paragraph(line("No folder with installed packages was found."))
    yield from _django(analysis)
    yield from _needed(found, verbose=verbose)
    yield from _missing(analysis, verbose=verbose)


def _read(found: Libraries, *, verbose: bool) -> Iterator[Block]:
    unlike = [library for library in found.read if library.fits is False]
    pinned = sum(library.pin is not None and bool(library.pin.text) for library in found.read)
    fitting = sum(library.fits is True and library.pin is not None and bool(library.pin.text) for library in found.read)
    if not found.read:
        yield Paragraph(line("No metadata of a library lies there, so nobody can say which releases these are."))
        return
    if not found.pin_files:
        told = "no file of the project says which releases it wants"
    elif not pinned:
        told = "the project pins none of them"
    elif fitting == pinned:
        told = (
            "the one that the project pins fits its pin"
            if pinned == 1
            else f"the {pinned:,} that the project pins fit their pins"
        )
    else:
        told = (
            f"of {pinned:,} that the project pins, {fitting:,} {'fits its pin' if fitting == 1 else 'fit their pins'}"
        )
    yield Paragraph(line(f"{count(len(found.read), 'library was', 'libraries were')} read: {told}."))
    if unlike:
        yield Paragraph(line(f"{count(len(unlike), 'library is', 'libraries are')} of another release than pinned:"))
        yield _library_table(unlike)
    rest = [library for library in found.read if library.fits is not False]
    if verbose and rest:
        yield Paragraph(line("All others:"))
        yield _library_table(rest)
    yield from _builds(found, verbose=verbose)


def _library_table(shown: Sequence[Library]) -> Table:
    columns = (Column("library"), Column("read"), Column("pinned"), Column("at"))
    return Table(columns, tuple(_library_row(library) for library in shown))


def _library_row(library: Library) -> tuple[Line, ...]:
    read = line(name(library.version)) if library.version else line(quiet("not told"))
    if library.pin is None:
        return line(name(library.name)), read, line(quiet("no pin")), line()
    return line(name(library.name)), read, _pinned(library.pin), _at(library.pin)


def _pinned(pin: Pin) -> Line:
    return line(name(pin.text)) if pin.text else line(quiet("any release"))


def _at(pin: Pin) -> Line:
    return line(place(Evidence(pin.path, pin.line)))


def _builds(found: Libraries, *, verbose: bool) -> Iterator[Block]:
    for build in found.builds if verbose else found.builds[:_MOST_BUILDS]:
        shown = build.libraries if verbose else build.libraries[:_MOST_BUILDS]
        more = f" and {len(build.libraries) - len(shown):,} more" if len(build.libraries) > len(shown) else ""
        yield Paragraph(
            line(
                "Built for ",
                name(f"{build.python} {build.platform}"),
                ": ",
                names(shown),
                f"{more}. Their Python code was read whatever they were built for; compiled code is not.",
            )
        )


def _django(analysis: Analysis) -> Iterator[Block]:
    """The pin of a Django that was read in the place of the project's."""
    for absent in analysis.libraries.absent:
        if absent.pin.name == "django" and absent.pin.text and analysis.catalog.django:
            yield Paragraph(
                line(
                    "Django's own apps were read from ",
                    name(analysis.catalog.django),
                    ", which cutpoint brings along; the project pins ",
                    name(absent.pin.text),
                    " (",
                    place(Evidence(absent.pin.path, absent.pin.line)),
                    ").",
                )
            )


def _needed(found: Libraries, *, verbose: bool) -> Iterator[Block]:
    needed = sorted((each for each in found.absent if each.module), key=lambda each: (-each.files, each.pin.name))
    if needed:
        yield Paragraph(
            line(
                f"{count(len(needed), 'library', 'libraries')} that the project asks for and uses {_are(needed)} not there:"
            )
        )
        columns = (
            Column("library"),
            Column("pinned"),
            Column("at"),
            Column("imported as"),
            Column("files", number=True),
        )
        shown = needed if verbose else needed[:_MOST]
        rows = (
            (
                line(name(each.pin.name)),
                _pinned(each.pin),
                _at(each.pin),
                line(name(each.module)),
                line(f"{each.files:,}"),
            )
            for each in shown
        )
        yield Table(columns, tuple(rows))
        if len(shown) < len(needed):
            yield Paragraph(line(quiet(f"and {len(needed) - len(shown):,} more; -v shows all.")))
    others = [each for each in found.absent if not each.module]
    if others and found.read:
        listed = line(": ", names(each.pin.name for each in others)) if verbose else line()
        yield Paragraph(
            line(
                f"{count(len(others), 'other library', 'other libraries')} that it asks for {_are(others)} not there, "
                "and no import tells by its name that ours use them",
                listed,
                ".",
            )
        )


def _are(shown: Sequence[Absent]) -> str:
    return "is" if len(shown) == 1 else "are"


def _packages(listed: Sequence[object]) -> str:
    return "package" if len(listed) == 1 else "packages"


def _missing(analysis: Analysis, *, verbose: bool) -> Iterator[Block]:
    told = {each.module for each in analysis.libraries.absent if each.module}
    missing = [(package, files) for package, files in analysis.catalog.missing_packages if package not in told]
    if not missing:
        if not told:
            yield Paragraph(line("Every package that is imported has its source here."))
        return
    shown = missing if verbose else missing[:_MOST]
    more = "more " if told else ""
    yield Paragraph(
        line(f"{len(missing):,} {more}{_packages(missing)} that ours import have no source here, most used first:")
    )
    yield Table(
        (Column("package"), Column("files that import it", number=True)),
        tuple((line(name(package)), line(f"{files:,}")) for package, files in shown),
    )
    if len(shown) < len(missing):
        yield Paragraph(line(quiet(f"and {len(missing) - len(shown):,} more; -v shows all.")))
