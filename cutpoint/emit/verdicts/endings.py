"""Verdict → what its exit code means, in a sentence."""

from cutpoint.domain.errors import EXIT_BROKEN, EXIT_INCOMPLETE, EXIT_STALE
from cutpoint.domain.verdict import Verdict
from cutpoint.emit.page import count


def ending_of(verdict: Verdict) -> str:
    """Why the check ends as it does."""
    match verdict.exit_code:
        case code if code == EXIT_BROKEN:
            number = sum(growth.count for growth in verdict.broken)
            return f"broken: {count(number, 'new finding')} of rules that fail the check"
        case code if code == EXIT_INCOMPLETE:
            return f"incomplete: {count(len(verdict.unread), 'file or folder', 'files or folders')} could not be read"
        case code if code == EXIT_STALE:
            parts = []
            if verdict.expired:
                parts.append(f"{count(len(verdict.expired), 'entry', 'entries')} expired")
            if verdict.stale and not verdict.allow_stale and verdict.is_whole:
                parts.append(f"{count(len(verdict.stale), 'entry', 'entries')} stale")
            return f"{' and '.join(parts)} in the baseline"
        case _:
            return "kept: nothing new that fails the check"


def status_of(verdict: Verdict) -> str:
    """`broken`, `incomplete`, `stale`, `expired` or `kept`."""
    match verdict.exit_code:
        case code if code == EXIT_BROKEN:
            return "broken"
        case code if code == EXIT_INCOMPLETE:
            return "incomplete"
        case code if code == EXIT_STALE:
            return "expired" if verdict.expired else "stale"
        case _:
            return "kept"
