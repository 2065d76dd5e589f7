"""martor."""
