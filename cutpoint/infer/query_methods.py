"""The methods of Django's query API by what they give: another query, a row, many, nothing with a table."""

# They give another query.
SAME = frozenset(
    {
        "filter",
        "exclude",
        "order_by",
        "reverse",
        "distinct",
        "defer",
        "only",
        "using",
        "select_related",
        "prefetch_related",
        "annotate",
        "alias",
        "extra",
        "select_for_update",
        "none",
        "union",
        "intersection",
        "difference",
        "complex_filter",
        "all",
        "get_queryset",
        "_clone",
        "_chain",
        "db_manager",
        "_all",
        "get_query_set",
    }
)
ROW = frozenset({"get", "first", "last", "earliest", "latest"})
PLAIN_ROWS = frozenset({"values", "values_list", "dates", "datetimes"})
MAKES = frozenset({"create"})
PAIRS = frozenset({"get_or_create", "update_or_create"})
MANY = frozenset({"bulk_create", "iterator"})
# What a manager has of its own, without a query of it.
OF_MANAGERS = frozenset(
    {
        "create",
        "bulk_create",
        "bulk_update",
        "update",
        "delete",
        "raw",
        "add",
        "set",
        "remove",
        "clear",
        "none",
        "db_manager",
        "as_manager",
        "get_queryset",
        "get_query_set",
    }
)
# Of the managers of users and of content types; their models are the manager's own.
OF_LIBRARY = frozenset(
    {
        "create_user",
        "create_superuser",
        "acreate_user",
        "acreate_superuser",
        "get_by_natural_key",
        "aget_by_natural_key",
        "get_for_model",
        "get_for_models",
        "get_for_id",
    }
)
QUERY_METHODS = (
    SAME
    | ROW
    | PLAIN_ROWS
    | MAKES
    | PAIRS
    | MANY
    | frozenset(
        {
            "raw",
            "count",
            "exists",
            "aggregate",
            "in_bulk",
            "bulk_update",
            "update",
            "delete",
            "explain",
            "contains",
            "add",
            "set",
            "remove",
            "clear",
            "_raw_delete",
            "as_manager",
            "resolve_expression",
            "get_or_none",
        }
    )
)
