"""Names of columns → how far what they hold has to be protected."""

import re
from enum import IntEnum


class Protection(IntEnum):
    """From what anybody may see to what nobody may; a table needs what its most sensitive column needs."""

    INTERNAL = 0
    PERSONAL = 1
    PAYMENT = 2
    SECRET = 3


_KINDS = (
    (
        Protection.SECRET,
        r"passwords?|passwd|secrets?|tokens?|api_?keys?|private_?keys?|credentials?|otp",
    ),
    (
        Protection.PAYMENT,
        r"iban|bic|card_number|cvv?|account_number|routing_number|tax_id|vat_id",
    ),
    (
        Protection.PERSONAL,
        (
            r"e?mails?|phones?|phone_number|first_name|last_name|full_name|birth(?:day|_?date)|date_of_birth|ssn|passport"
            r"|street|postal_code|zip_?code|ip_address"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?:^|_)(?:{words})(?:$|_)")) for kind, words in _KINDS)


def protection_of(name: str) -> Protection:
    """What a column of this name needs."""
    lowered = name.lower()
    return next((kind for kind, pattern in _PATTERNS if pattern.search(lowered)), Protection.INTERNAL)


def is_sensitive(name: str) -> bool:
    """Whether it needs more than others."""
    return protection_of(name) is not Protection.INTERNAL
