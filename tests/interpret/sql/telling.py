"""What a text of SQL touches, as one line to compare with."""

from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.sql.reading import SqlReading


def told(sql: str) -> str:
    """`insert a(x,y), read b` by table, and after `?` why parts are opaque."""
    return line_of(statements_of(sql))


def line_of(reading: SqlReading) -> str:
    touches = [
        f"{touch.action} {touch.table}" + (f"({','.join(touch.columns)})" if touch.columns else "")
        for touch in reading.touches
    ]
    return ", ".join(touches) + "".join(f" ? {reason}" for reason in reading.opaque)
