"""Days, as ledgers and options write them."""

import datetime as dt


def today() -> str:
    """The day it is, as `2027-01-31`, by UTC: the same day on every machine of a team."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def is_day(text: str) -> bool:
    """Whether *text* is a day of the calendar, written so."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
