"""Method names that speak of queries."""

# Words that hardly anything but Django's query API has.
_TELLING = (
    "filter",
    "exclude",
    "create",
    "save",
    "delete",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "select_related",
    "prefetch_related",
    "annotate",
    "aggregate",
    "values_list",
    "select_for_update",
    "in_bulk",
    "iterator",
    "order_by",
    "exists",
    "earliest",
    "latest",
    "refresh_from_db",
    "full_clean",
    "raw",
    "using",
    "only",
    "defer",
    "dates",
    "datetimes",
    "distinct",
)

# Words that dicts, sets, files, caches, forms, requests … have as well.
LOOKALIKES = frozenset(
    {
        "get",
        "update",
        "add",
        "remove",
        "set",
        "clear",
        "all",
        "count",
        "first",
        "last",
        "values",
        "create",
        "save",
        "delete",
        "exists",
        "filter",
        "none",
        "union",
        "raw",
        "only",
        "using",
        "distinct",
        "iterator",
        "order_by",
        "reverse",
    }
) - frozenset({"create", "save", "delete", "filter", "exists", "order_by"})

_ASYNC = [
    "aget",
    "acreate",
    "aget_or_create",
    "aupdate_or_create",
    "abulk_create",
    "abulk_update",
    "aupdate",
    "adelete",
]
_ASYNC += ["acount", "aexists", "afirst", "alast", "aearliest", "alatest", "ain_bulk", "aaggregate", "asave", "aset"]
_ASYNC += ["aadd", "aremove", "aclear", "arefresh_from_db", "aiterator"]

QUERY_WORDS = frozenset(_TELLING) | LOOKALIKES | frozenset(_ASYNC)

DELETING = frozenset({"delete", "adelete"})
SAVING = frozenset({"save", "delete", "asave", "adelete"})
"""Methods of a row whose override is told at the call."""

QUERY_WRITES = frozenset(
    {
        "create",
        "get_or_create",
        "update_or_create",
        "bulk_create",
        "bulk_update",
        "update",
        "delete",
        "acreate",
        "aget_or_create",
        "aupdate_or_create",
        "abulk_create",
        "abulk_update",
        "aupdate",
        "adelete",
        "add",
        "set",
        "remove",
        "clear",
        "aadd",
        "aset",
        "aremove",
        "aclear",
    }
)
"""Methods of managers and querysets whose override is told at the call."""

WRITING = SAVING | QUERY_WRITES
"""Methods that change rows."""
