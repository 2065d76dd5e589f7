"""The day it is."""

import datetime as dt


def today() -> str:
    """The day it is, as `2027-01-31`, by UTC: the same day on every machine of a team."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()
