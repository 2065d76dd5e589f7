"""edx-opaque-keys."""
