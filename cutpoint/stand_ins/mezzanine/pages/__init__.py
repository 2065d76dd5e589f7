"""mezzanine."""
