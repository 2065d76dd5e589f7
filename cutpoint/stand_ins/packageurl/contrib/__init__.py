"""packageurl-python."""
