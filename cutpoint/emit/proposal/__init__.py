"""Boundary → the files of a proposal: every part lies in `parts`, and gives texts by path."""
