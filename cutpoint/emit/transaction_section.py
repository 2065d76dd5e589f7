"""Analysis → the section about transactions: those that write tables of several services, and what reads may be outdated."""

from collections.abc import Callable, Iterable, Iterator

from cutpoint.domain.access import Certainty
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services
from cutpoint.domain.source import Evidence
from cutpoint.domain.transaction import Anomaly, Label, Touched, Transaction, TransactionKind
from cutpoint.emit.access_lines import steps
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, Paragraph, count, line, name, names, place, quiet
from cutpoint.emit.table_services import service_of_table

_MOST_TRANSACTIONS = 8
_MOST_SERVICES = 6
_MOST_TABLES = 4
_MOST_ANOMALIES = 1

_OPENED_BY = {
    TransactionKind.ATOMIC: "opened by a block",
    TransactionKind.DECORATOR: "opened by a decorator",
    TransactionKind.CLASS: "opened by a decorator of the class",
    TransactionKind.REQUEST: "opened by ATOMIC_REQUESTS",
    TransactionKind.IMPLICIT: "implicit transaction",
}
_ServiceOf = Callable[[str], str | None]


def transactions(analysis: Analysis, *, services: Services | None = None, verbose: bool = False) -> Iterator[Block]:
    """Transactions that write across, those of most services first; how many stay local or only read across."""
    if not analysis.transactions:
        return
    service_of = service_of_table(analysis, services)
    one = "app" if services is None else "service"
    own = [each for each in analysis.transactions if not each.is_nested and not each.is_generic]
    labels = {label: [each for each in own if each.label(service_of) is label] for label in Label}
    across = sorted(labels[Label.WRITES_ACROSS], key=lambda each: (-len(_written(each, service_of)), each))
    yield Heading(line(f"Transactions that write across ({len(across):,})"))
    if across:
        shown = across if verbose else across[:_MOST_TRANSACTIONS]
        yield Entries(tuple(_entry(each, service_of, verbose=verbose) for each in shown))
        if len(shown) < len(across):
            yield Paragraph(line(quiet(f"and {count(len(across) - len(shown), 'more transaction')}; -v shows all.")))
    else:
        yield Paragraph(line(f"None: no transaction was seen to write tables of more than one {one}."))
    yield Paragraph(
        line(
            f"Of {count(len(own), 'transaction')}, {len(labels[Label.LOCAL]):,} stay within one {one}, and "
            f"{len(labels[Label.READS_ACROSS]):,} read tables of other apps before they write."
        )
    )


def _entry(transaction: Transaction, service_of: _ServiceOf, *, verbose: bool) -> Entry:
    written = _written(transaction, service_of)
    services = list(written.items())
    shown_services = services if verbose else services[:_MOST_SERVICES]
    details = [_tables(service, tables, verbose=verbose) for service, tables in shown_services]
    if len(shown_services) < len(services):
        details.append(line(quiet(f"and {count(len(services) - len(shown_services), 'more app')}")))
    # The shortest ways to one table of two apps are enough to believe it.
    ways = sorted(min((len(each.chain), each) for each in tables) for tables in written.values())
    for _, touched in ways if verbose else ways[:2]:
        details.append(line(quiet("writes "), name(touched.table), quiet(" by "), steps(touched.chain)))
    found = transaction.anomalies(service_of)
    shown = found if verbose else found[:_MOST_ANOMALIES]
    details += [_anomaly(anomaly) for anomaly in shown]
    if len(shown) < len(found):
        details.append(line(quiet(f"and {count(len(found) - len(shown), 'more read')} that may be outdated")))
    at = place(Evidence(transaction.path, transaction.line))
    return Entry(
        line(at, " ", name(transaction.function), f", {_OPENED_BY[transaction.kind]}: ", names(written)),
        tuple(details),
    )


def _written(transaction: Transaction, service_of: _ServiceOf) -> dict[str, list[Touched]]:
    services: dict[str, list[Touched]] = {}
    for touched in transaction.written:
        service = service_of(touched.table)
        if service is not None and touched.certainty is not Certainty.POSSIBLE:
            services.setdefault(service, []).append(touched)
    return dict(sorted(services.items()))


def _tables(service: str, tables: Iterable[Touched], *, verbose: bool) -> Line:
    found = [touched.table for touched in tables]
    shown = found if verbose else found[:_MOST_TABLES]
    left = len(found) - len(shown)
    return line(name(service), ": ", names(shown), quiet(f" and {left} more") if left else "")


def _anomaly(anomaly: Anomaly) -> Line:
    step = anomaly.read.chain[-1]
    kind = "read-modify-write" if anomaly.is_written_too else "write skew"
    return line(
        "reads ",
        name(anomaly.read.table),
        " (",
        place(Evidence(step.path, step.line)),
        ") before it writes ",
        names(anomaly.written[:_MOST_TABLES]),
        f": after a cut the read may be outdated by then ({kind})",
    )
