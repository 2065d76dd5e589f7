"""A path goes in, whether discover or a stage behind it would open the file comes out: the rest of a tree can be left away."""

import re
from fnmatch import translate

from cutpoint.discover.libraries.pin_files import is_pin_file
from cutpoint.discover.settings_hints import HINT_FILES
from cutpoint.discover.template_files import is_template

_READ_FILES = (
    "*.py",
    ".gitignore",
    # Marks of a virtual environment, which is not entered.
    "pyvenv.cfg",
    "activate",
    "entry_points.txt",
    *HINT_FILES,
)
_READ = re.compile("|".join(translate(pattern) for pattern in _READ_FILES), re.DOTALL)
_NEVER_READ = re.compile(r"(?:^|/)(?:\.git|node_modules|__pycache__|site-packages)/")


def is_read(path: str) -> bool:
    """Whether what lies at *path*, relative to the root, may matter for an analysis."""
    wanted = _READ.match(path[path.rfind("/") + 1 :]) is not None or is_template(path) or is_pin_file(path)
    return wanted and _NEVER_READ.search(path) is None
