"""Factors of a score, one per file: lying here is being one. Each has NAME, WEIGHT and `measure(parting)`."""
