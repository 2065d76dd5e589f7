"""Verdict → what people and CI services read of it: one file per format."""
