"""`[tool.cutpoint]` in PATH/pyproject.toml + what the command line asked for → Options; every mistake reported at once."""

from cutpoint.config.options import Asked, load_cuts, load_gate, load_options
from cutpoint.config.table import CONFIG_FILE, LARGEST_FILE, OWN_FILE
from cutpoint.config.values import MOST_WORKERS

__all__ = ["CONFIG_FILE", "LARGEST_FILE", "MOST_WORKERS", "OWN_FILE", "Asked", "load_cuts", "load_gate", "load_options"]
