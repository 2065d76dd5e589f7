"""Analysis → cut points: ties between models, candidates and roots, factors (one a file), the bill, and the ranking."""
