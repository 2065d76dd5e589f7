"""Boundary → the page that people decide by: one page first, then the details."""
