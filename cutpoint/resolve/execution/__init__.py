"""Static execution: module code runs over its skeleton, in Django's import order, on values that may be unknown.

Nothing of the analyzed code is ever imported or run: what happens here is bookkeeping on trees.
"""
