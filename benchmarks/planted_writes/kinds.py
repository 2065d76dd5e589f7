"""All kinds of planted writes, by whether they take a row that is there, and what an unrelated write beside one looks like."""

from benchmarks.planted_writes import in_modules, with_models, with_rows
from benchmarks.planted_writes.kind import Kind

TAKING = (*with_rows.ROW, *with_rows.ROWS)
"""Those that existing code can have the receiver for."""
ALL = (
    *TAKING,
    *with_models.DIRECT,
    *in_modules.ASYNC,
    *in_modules.FORMS,
    *in_modules.APIS,
    *in_modules.PLATFORM,
)
UNRELATED = {
    "insert": Kind("create", "", "insert", "$M.$objects.create($kw)"),
    "update": Kind("queryset update", "", "update", "$M.$objects.filter(pk=3).update($f=$v)"),
    "delete": Kind("queryset delete", "", "delete", "$M.$objects.filter(pk=3).delete()"),
}
"""What is deleted beside a write of the same action."""
