"""Boundary → the library: for each side that serves operations a Python package that runs inside the monolith today."""
