"""Names of Python itself, alike on whatever version cutpoint runs: those that any supported version has."""

import builtins
import sys
from typing import Final

# What 3.11 has and 3.13 has not, and the other way round; private ones as well, since code imports them.
_GONE_OR_NEW: Final = (
    "_android_support _bootsubprocess _colorize _crypt _interpchannels _interpqueues _interpreters _ios_support _msi "
    "_opcode_metadata _pydatetime _pylong _pyrepl _sha2 _sha256 _sha512 _suggestions _sysconfig _wmi aifc asynchat asyncore "
    "audioop cgi cgitb chunk crypt distutils imghdr imp lib2to3 mailcap msilib nis nntplib ossaudiodev pipes smtpd sndhdr "
    "spwd sunau telnetlib uu xdrlib"
)

STANDARD_MODULES: Final = frozenset(sys.stdlib_module_names).union(_GONE_OR_NEW.split())
"""Top-level modules of the standard library."""

BUILTINS: Final = frozenset(dir(builtins)) | {"PythonFinalizationError", "_IncompleteInputError"}
