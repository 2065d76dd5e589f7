"""The requests that reach the classes among the cases; no code that cutpoint reads."""

from collections.abc import Callable

from tests.conformance.frameworks.requests import rest

DRIVERS: dict[str, Callable[[], None]] = {
    "filtered_views.ByFields": rest("filtered_views.ByFields", ("get", "list", {"shop__city": "Rome"})),
    "filtered_views.BySet": rest("filtered_views.BySet", ("get", "list", {"city": "Rome"})),
    "filtered_views.Searched": rest("filtered_views.Searched", ("get", "list", {"search": "Rome"})),
}
"""By group and class."""
