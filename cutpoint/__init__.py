"""The face of the package: its version, and `analyze` with what it returns."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis
    from cutpoint.pipeline import analyze

__version__ = "0.1.0"

__all__ = ["Analysis", "__version__", "analyze"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the two names below have nothing in common
    # Loaded when first asked for: `cutpoint --version` and every stage import this module, and need neither.
    match name:
        case "Analysis":
            from cutpoint.domain.analysis import Analysis

            return Analysis
        case "analyze":
            from cutpoint.pipeline import analyze

            return analyze
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
