"""One construct a file: what one way of using Django does to tables. Lying in this folder is registration.

A construct has `RECEIVERS` (kinds of atoms), `KIND` (of use), `NAMES` (of methods; None for all) and `touches`.
"""
