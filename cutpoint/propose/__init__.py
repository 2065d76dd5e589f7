"""Crossing → Boundary: operations, payloads, remedies, and how the two sides come apart."""
