"""edx-submissions."""
