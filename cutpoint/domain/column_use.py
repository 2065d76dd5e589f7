"""What code takes from rows and puts into them, column by column."""

import msgspec


class ColumnUse(msgspec.Struct, frozen=True, order=True):
    """Code reads or assigns an attribute of a row that is a column, whatever query the row came from."""

    path: str
    line: int
    """The first line of the function that does it."""
    function: str
    module: str
    model: str
    name: str
    """The attribute: a field's name, or `order_id`."""
    is_assigned: bool
